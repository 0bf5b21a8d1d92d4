// SPDX-License-Identifier: EUPL-1.2
#include "rulebook/token_rule_set.hpp"

#include <algorithm>

namespace report {
namespace {

constexpr std::size_t filter_size = 1U << 14U;

}  // namespace

TokenRuleSet::TokenRuleSet(std::span<const TokenPattern* const> patterns) : filter_(filter_size) {
  for (std::uint16_t index = 0; index < patterns.size(); ++index) {
    if (patterns[index] == nullptr) continue;
    const TokenPattern::Start start = patterns[index]->start();
    any_shape_ = static_cast<Shapes>(any_shape_ | start.shapes);
    for (std::size_t bit = 0; bit < by_shape_.size(); ++bit)
      if ((start.shapes >> bit & 1U) != 0) by_shape_.at(bit).push_back(index);
    if ((start.shapes & shape::any) != 0) continue;
    any_class_ |= start.classes;
    for (std::size_t bit = 0; bit < by_class_.size(); ++bit)
      if ((start.classes >> bit & 1U) != 0) by_class_.at(bit).push_back(index);
    for (const std::uint64_t hash : start.words) {
      by_word_.emplace_back(hash, index);
      filter_[hash % filter_size] = true;
    }
  }
  std::sort(by_word_.begin(), by_word_.end());
}

std::pair<std::size_t, std::size_t> TokenRuleSet::words_of(std::uint64_t hash) const {
  if (by_word_.empty()) return {0, 0};
  if (!filter_[hash % filter_size]) return {0, 0};
  const auto first =
      std::lower_bound(by_word_.begin(), by_word_.end(), std::pair{hash, std::uint16_t{0}});
  auto last = first;
  while (last != by_word_.end() && last->first == hash) ++last;
  return {static_cast<std::size_t>(first - by_word_.begin()),
          static_cast<std::size_t>(last - by_word_.begin())};
}

}  // namespace report
