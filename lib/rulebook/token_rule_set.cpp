// SPDX-License-Identifier: EUPL-1.2
#include "rulebook/token_rule_set.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>

namespace report {
namespace {

constexpr std::size_t filter_size = 1U << 14U;

std::uint64_t hash_of(std::string_view word) { return XXH3_64bits(word.data(), word.size()); }

}  // namespace

TokenRuleSet::TokenRuleSet(std::span<const TokenPattern* const> patterns) : filter_(filter_size) {
  for (std::uint16_t index = 0; index < patterns.size(); ++index) {
    if (patterns[index] == nullptr) continue;
    const TokenPattern::Start start = patterns[index]->start();
    if (start.open) {
      open_.push_back(index);
      continue;
    }
    any_class_ |= start.classes;
    for (std::size_t bit = 0; bit < by_class_.size(); ++bit)
      if ((start.classes >> bit & 1U) != 0) by_class_.at(bit).push_back(index);
    for (const std::string& word : start.words) {
      by_word_.emplace_back(hash_of(word), index);
      filter_[hash_of(word) % filter_size] = true;
    }
  }
  std::sort(by_word_.begin(), by_word_.end());
}

std::pair<std::size_t, std::size_t> TokenRuleSet::words_of(std::string_view folded) const {
  if (by_word_.empty()) return {0, 0};
  const std::uint64_t hash = hash_of(folded);
  if (!filter_[hash % filter_size]) return {0, 0};
  const auto first = std::lower_bound(by_word_.begin(), by_word_.end(), std::pair{hash, std::uint16_t{0}});
  auto last = first;
  while (last != by_word_.end() && last->first == hash) ++last;
  return {static_cast<std::size_t>(first - by_word_.begin()),
          static_cast<std::size_t>(last - by_word_.begin())};
}

}  // namespace report
