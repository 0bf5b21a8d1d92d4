// SPDX-License-Identifier: EUPL-1.2
// Comparisons that take capitals of ASCII for small letters: names of formats, endings of files.
#pragma once

#include <algorithm>
#include <string_view>

namespace report {

constexpr char ascii_lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

/// `lower` is in small letters.
constexpr bool ascii_same(std::string_view text, std::string_view lower) {
  return std::equal(text.begin(), text.end(), lower.begin(), lower.end(),
                    [](char a, char b) { return ascii_lower(a) == b; });
}
constexpr bool ascii_begins(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() && ascii_same(text.substr(0, lower.size()), lower);
}
constexpr bool ascii_ends(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() && ascii_same(text.substr(text.size() - lower.size()), lower);
}

}  // namespace report
