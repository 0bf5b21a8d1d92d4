// SPDX-License-Identifier: EUPL-1.2
// Check digits of citizen, account and card numbers; validators.hpp has their sources.
#pragma once

#include <string>
#include <string_view>

namespace report {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

/// Letters and digits only, letters upper case.
std::string compact(std::string_view value);

/// Digits only; O, l and I as scans read 0 and 1.
std::string digits_of(std::string_view value);

bool is_bsn(std::string_view value);
bool is_old_account(std::string_view value);
bool passes_luhn(std::string_view value);
bool is_iban(std::string_view value);

}  // namespace report
