// SPDX-License-Identifier: EUPL-1.2
// How a note and its sentences use capitals, and where contexts say that a name follows.
#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "find/name_words.hpp"

namespace report {

/// How a note uses capitals. In a note with none, or with nothing else, they say nothing.
enum class Casing : std::uint8_t { usual, lower, upper };

/// Of the whole document: under 1.5 % of the words with a capital is lower, over 60 % all upper
/// case is upper (names.md, "casing by note").
Casing casing_of(const LookedUp& text);

/// A sentence of a document and how it uses capitals.
struct SentenceCasing {
  std::size_t end = 0;
  bool shouted = false;  // nearly all in capitals
  bool bare = false;     // words enough, and no capital among them
};

SentenceCasing casing_of_sentence(const LookedUp& text, std::size_t begin);

/// A word without its capital that "mevrouw" or "heet" before it makes a name: on no list at all.
bool may_be_introduced(const LookedUp& text, std::size_t i, const NameClasses& c);

/// Which `before` contexts end directly before a token: tried once a document, and only as far as a
/// name can begin behind them.
class ContextEnds {
 public:
  ContextEnds(const LookedUp& text, const FindRules& rules, const NameClasses& classes,
              Casing casing);
  /// Calls `take(number)` for every context of rules.names.contexts that ends before the token.
  template <typename Take>
  void at(std::size_t token, Take take) const {
    auto entry = std::lower_bound(ends_.begin(), ends_.end(),
                                  std::pair{static_cast<std::uint32_t>(token), std::uint16_t{0}});
    for (; entry != ends_.end() && entry->first == token; ++entry) take(entry->second);
  }

 private:
  std::vector<std::pair<std::uint32_t, std::uint16_t>> ends_;  // token, context; sorted
};

}  // namespace report
