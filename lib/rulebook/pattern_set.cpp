// SPDX-License-Identifier: EUPL-1.2
#include "rulebook/pattern_set.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace report {
namespace {

constexpr unsigned char wide = 0x80;

std::size_t slot_of(std::uint32_t bytes, std::size_t slots) {
  constexpr std::uint32_t golden = 2'654'435'769U;
  constexpr unsigned keep = 16;
  return (bytes * golden >> keep) % slots;
}

unsigned char canonical(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  return value < wide ? value : wide;
}

}  // namespace

// A text with fewer than three bytes left is looked up as if NULs followed; the patterns that may
// match there are put under those keys by the constructor.
PatternSet::Key PatternSet::key_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) -> std::uint32_t {
    return at + i < text.size() ? canonical(text[at + i]) : 0U;
  };
  const std::uint32_t one = byte(0);
  if (one == wide) return {one, slots, slots};
  const std::uint32_t two = one << 8U | byte(1);
  if (byte(1) == wide || byte(1) == 0) return {one, slot_of(two, slots), slots};
  return {one, slot_of(two, slots), slot_of(two << 8U | byte(2), slots)};
}

PatternSet::PatternSet(std::span<const Pattern* const> patterns) {
  std::map<std::pair<int, std::size_t>, std::set<std::uint16_t>> keys;
  for (std::uint16_t index = 0; index < patterns.size(); ++index) {
    for (const std::string& prefix : patterns[index]->prefixes()) {
      const Key key = key_at(prefix, 0);
      if (prefix.size() == 1) {
        keys[{1, key.one}].insert(index);
      } else if (prefix.size() == 2) {
        keys[{2, key.two}].insert(index);
        keys[{2, key_at(prefix.substr(0, 1), 0).two}].insert(index);
      } else {
        keys[{3, key.three}].insert(index);
        keys[{3, key_at(prefix.substr(0, 2), 0).three}].insert(index);
        keys[{2, key_at(prefix.substr(0, 1), 0).two}].insert(index);
      }
    }
  }
  std::map<std::set<std::uint16_t>, std::uint16_t> lists;
  for (const auto& [place, members] : keys) {
    const auto [list, fresh] = lists.emplace(members, static_cast<std::uint16_t>(starts_.size() - 1));
    if (fresh) {
      members_.insert(members_.end(), members.begin(), members.end());
      starts_.push_back(static_cast<std::uint32_t>(members_.size()));
    }
    auto& table = place.first == 1 ? by_one_ : place.first == 2 ? by_two_ : by_three_;
    table[place.second] = list->second;
  }
}

}  // namespace report
