// SPDX-License-Identifier: EUPL-1.2
#include "find/check_digits.hpp"

#include <algorithm>
#include <array>

namespace report {
namespace {

/// Sum of the digits by weights that fall from `first`.
int weighted(std::string_view digits, int first) {
  int sum = 0;
  for (const char c : digits) sum += (c - '0') * first--;
  return sum;
}

/// Length of an IBAN by country; 0 for one not listed (SWIFT IBAN Registry, release 97).
std::size_t iban_length(std::string_view country) {
  struct Length {
    std::string_view country;
    std::size_t length;
  };
  static constexpr std::array<Length, 44> lengths{{
      {"NL", 18}, {"BE", 16}, {"DE", 22}, {"FR", 27}, {"LU", 20}, {"GB", 22}, {"IE", 22},
      {"ES", 24}, {"PT", 25}, {"IT", 27}, {"CH", 21}, {"AT", 20}, {"DK", 18}, {"NO", 15},
      {"SE", 24}, {"FI", 18}, {"EE", 20}, {"LV", 21}, {"LT", 20}, {"PL", 28}, {"CZ", 24},
      {"SK", 24}, {"HU", 28}, {"RO", 24}, {"BG", 22}, {"GR", 27}, {"CY", 28}, {"MT", 31},
      {"HR", 21}, {"SI", 19}, {"RS", 22}, {"BA", 20}, {"MK", 19}, {"AL", 28}, {"XK", 20},
      {"TR", 26}, {"UA", 29}, {"MD", 24}, {"TN", 24}, {"IL", 23}, {"AE", 23}, {"SA", 24},
      {"IS", 26}, {"LI", 21},
  }};
  const auto* hit = std::find_if(lengths.begin(), lengths.end(),
                                 [&](const Length& one) { return one.country == country; });
  return hit == lengths.end() ? 0 : hit->length;
}

}  // namespace

std::string compact(std::string_view value) {
  std::string out;
  for (const char c : value)
    if (is_digit(c) || is_ascii_letter(c)) out += upper(c);
  return out;
}

std::string digits_of(std::string_view value) {
  std::string out;
  for (const char c : value) {
    if (is_digit(c))
      out += c;
    else if (c == 'O' || c == 'o')
      out += '0';
    else if (c == 'l' || c == 'I')
      out += '1';
  }
  return out;
}

bool is_bsn(std::string_view value) {
  std::string digits = digits_of(value);
  if (digits.size() == 8) digits.insert(digits.begin(), '0');
  if (digits.size() != 9 || digits == "000000000") return false;
  const int sum = weighted(std::string_view(digits).substr(0, 8), 9) - (digits[8] - '0');
  return sum % 11 == 0;
}

bool is_old_account(std::string_view value) {
  const std::string digits = digits_of(value);
  if (digits.size() != 9 && digits.size() != 10) return false;
  return weighted(digits, static_cast<int>(digits.size())) % 11 == 0;
}

bool passes_luhn(std::string_view value) {
  const std::string digits = digits_of(value);
  if (digits.size() < 12 || digits.size() > 19) return false;
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    int digit = digits[digits.size() - 1 - i] - '0';
    if (i % 2 == 1) digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return sum % 10 == 0;
}

bool is_iban(std::string_view value) {
  const std::string text = compact(value);
  constexpr std::size_t shortest = 15;
  if (text.size() < shortest || text.size() != iban_length(text.substr(0, 2))) return false;
  if (!is_digit(text[2]) || !is_digit(text[3])) return false;
  int rest = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[(i + 4) % text.size()];
    rest = is_digit(c) ? (rest * 10 + (c - '0')) % 97 : (rest * 100 + (c - 'A' + 10)) % 97;
  }
  return rest == 1;
}

}  // namespace report
