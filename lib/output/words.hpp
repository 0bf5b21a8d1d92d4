// SPDX-License-Identifier: EUPL-1.2
// What people read, in each language of the program. A text that lacks one of them, or whose places
// for values differ, does not compile.
#pragma once

#include <cstdint>
#include <string_view>

namespace report {

enum class Language : std::uint8_t { nl, en };

/// One text in every language. `{}` is a place for a value.
class Words {
 public:
  // Not explicit: a table of texts reads as pairs.
  consteval Words(std::string_view nl, std::string_view en) : nl_(nl), en_(en) {
    if (nl.empty() || en.empty()) throw "a text lacks a language";
    if (places(nl) != places(en)) throw "the languages differ in their places for values";
  }
  [[nodiscard]] constexpr std::string_view in(Language language) const {
    return language == Language::nl ? nl_ : en_;
  }

 private:
  static consteval int places(std::string_view text) {
    int count = 0;
    for (const char letter : text) count += letter == '{' ? 1 : 0;
    return count;
  }
  std::string_view nl_, en_;
};

}  // namespace report
