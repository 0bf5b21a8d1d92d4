// SPDX-License-Identifier: EUPL-1.2
#include "find/misread.hpp"

#include <array>
#include <utility>

namespace report {

std::optional<std::string> misread(std::string_view seen) {
  static constexpr std::array<std::pair<char, char>, 6> as_digit{
      {{'O', '0'}, {'o', '0'}, {'I', '1'}, {'l', '1'}, {'S', '5'}, {'B', '8'}}};
  static constexpr std::array<std::pair<char, char>, 3> as_letter{
      {{'0', 'o'}, {'1', 'l'}, {'5', 's'}}};
  const auto meant = [](const auto& table, char c) -> char {
    for (const auto& [from, to] : table)
      if (from == c) return to;
    return '\0';
  };
  std::string digits;
  std::string letters;
  std::size_t letter_count = 0;
  for (std::size_t at = 0; at < seen.size(); ++at) {
    const char c = seen[at];
    const bool digit = c >= '0' && c <= '9';
    const char as_number = digit ? c : meant(as_digit, c);
    if (as_number != '\0') digits += as_number;
    letter_count += digit ? 0U : 1U;
    char as_word = digit ? meant(as_letter, c) : c;
    if (digit && as_word != '\0' && at == 0) as_word = static_cast<char>(as_word - 'a' + 'A');
    if (as_word != '\0') letters += as_word;
  }
  const bool number = digits.size() == seen.size();
  constexpr std::size_t shortest_word = 4;
  const bool name = letters.size() == seen.size() && letter_count * 3 >= seen.size() * 2 &&
                    seen.size() >= shortest_word &&
                    letters.find_first_of("aeiouyAEIOUY") != std::string::npos;
  if (!number && !name) return std::nullopt;
  return number ? digits : letters;
}

}  // namespace report
