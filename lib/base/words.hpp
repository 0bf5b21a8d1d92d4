// SPDX-License-Identifier: EUPL-1.2
// What people read, in each language of the program. A text that lacks one of them, or whose places
// for values differ, does not compile.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace report {

enum class Language : std::uint8_t { nl, en };

/// One text in every language. `{}` is a place for a value, `{{` a brace.
class Words {
 public:
  // Not explicit: a table of texts reads as pairs.
  consteval Words(std::string_view nl, std::string_view en) : nl_(nl), en_(en) {
    if (nl.empty() || en.empty()) throw "a text lacks a language";
    if (places_in(nl) != places_in(en)) throw "the languages differ in their places for values";
  }
  [[nodiscard]] constexpr std::string_view in(Language language) const {
    return language == Language::nl ? nl_ : en_;
  }
  /// How many values belong in it.
  [[nodiscard]] consteval std::size_t places() const { return places_in(en_); }

 private:
  static consteval std::size_t places_in(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (text[at] != '{') continue;
      if (at + 1 < text.size() && text[at + 1] == '{')
        ++at;
      else
        ++count;
    }
    return count;
  }
  std::string_view nl_, en_;
};

}  // namespace report
