// SPDX-License-Identifier: EUPL-1.2
#include "rulebook/token_starts.hpp"

#include <algorithm>

namespace report {
namespace {

/// How many tokens an item lets through, roughly: what only words let through comes first.
enum class Width : std::uint8_t { words, classes, shapes, any };

Width width_of(const TokenStarts::Item& item) {
  if (item.negated || !item.beginnings.empty() || !item.endings.empty()) return Width::any;
  if (item.shapes != 0 || item.most_digits != 0) return Width::shapes;
  return item.classes != 0 ? Width::classes : Width::words;
}

}  // namespace

void TokenStarts::add(const Item& item, std::uint32_t number) {
  // All that is asked of the token must hold: the narrowest of it may stand for the whole.
  const Item* guard = &item;
  for (const Item& other : item.also)
    if (width_of(other) < width_of(*guard)) guard = &other;
  if (width_of(*guard) == Width::any) return unguarded_.push_back(number);
  const std::uint32_t shapes = guard->shapes | (guard->most_digits != 0 ? shape::number : 0U);
  for (std::size_t bit = 0; bit < by_shape_.size(); ++bit)
    if ((shapes >> bit & 1U) != 0) by_shape_.at(bit).push_back(number);
  for (std::size_t bit = 0; bit < by_class_.size(); ++bit)
    if ((guard->classes >> bit & 1U) != 0) by_class_.at(bit).push_back(number);
  for (const auto& [hash, word] : guard->words) by_word_.emplace_back(hash, number);
}

void TokenStarts::done() { std::sort(by_word_.begin(), by_word_.end()); }

std::pair<std::size_t, std::size_t> TokenStarts::words_of(std::uint64_t hash) const {
  const auto first = std::partition_point(by_word_.begin(), by_word_.end(),
                                          [hash](const auto& one) { return one.first < hash; });
  auto last = first;
  while (last != by_word_.end() && last->first == hash) ++last;
  return {static_cast<std::size_t>(first - by_word_.begin()),
          static_cast<std::size_t>(last - by_word_.begin())};
}

}  // namespace report
