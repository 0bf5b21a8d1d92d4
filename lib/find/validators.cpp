// SPDX-License-Identifier: EUPL-1.2
#include "find/validators.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>

#include "base/error.hpp"
#include "find/check_digits.hpp"

namespace report {
namespace {

/// 2 for a code of three digits (0xx), 3 for one of four, 0 for none; without the first 0.
std::size_t area_code_length(std::string_view national) {
  static constexpr std::array<std::string_view, 30> three{
      "10", "13", "15", "20", "23", "24", "26", "30", "33", "35", "36", "38", "40", "43", "45",
      "46", "50", "53", "55", "58", "70", "71", "72", "73", "74", "75", "76", "77", "78", "79"};
  // Four digits: the last digits that each beginning has.
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 20> four{{
      {"11", "134578"},  {"16", "1245678"},  {"17", "24"},        {"18", "0123467"},
      {"22", "2346789"}, {"25", "125"},      {"29", "479"},       {"31", "345678"},
      {"32", "01"},      {"34", "12345678"}, {"41", "12368"},     {"47", "58"},
      {"48", "15678"},   {"49", "23579"},    {"51", "123456789"}, {"52", "12345789"},
      {"54", "1345678"}, {"56", "126"},      {"57", "0123578"},   {"59", "123456789"},
  }};
  if (national.size() < 3) return 0;
  const std::string_view two = national.substr(0, 2);
  if (std::find(three.begin(), three.end(), two) != three.end()) return 2;
  for (const auto& [start, lasts] : four)
    if (two == start && lasts.find(national[2]) != std::string_view::npos) return 3;
  return 0;
}

/// A number of the Dutch plan without its first 0.
bool national_phone(std::string_view number) {
  if (number.empty()) return false;
  if (number[0] == '6') return number.size() == 9 && number[1] != '0' && number[1] != '7';
  const std::string_view two = number.substr(0, 2);
  if (two == "97") return number.size() == 9 || number.size() == 11;
  for (const std::string_view service : {"82", "84", "85", "87", "88", "91"})
    if (two == service) return number.size() == 9;
  return number.size() == 9 && area_code_length(number) > 0;
}

bool phone(std::string_view value) {
  std::string digits = digits_of(value);
  const bool plus = value.find('+') != std::string_view::npos;
  const bool abroad = plus || digits.starts_with("00");
  if (digits.starts_with("00")) digits.erase(0, 2);
  if (abroad && digits.starts_with("31")) {
    std::string national = digits.substr(2);
    if (national.starts_with('0')) national.erase(0, 1);  // +31 (0)6
    return national_phone(national);
  }
  if (abroad) return digits.size() >= 8 && digits.size() <= 15 && digits[0] != '0';
  if (digits.starts_with("31") && digits.size() == 11)
    return national_phone(std::string_view(digits).substr(2));
  return digits.starts_with('0') && national_phone(std::string_view(digits).substr(1));
}

bool postcode_letters(std::string_view value) {
  std::string letters;
  for (const char c : value)
    if (is_ascii_letter(c)) letters += c;
  if (letters.size() < 2) return false;
  letters = letters.substr(letters.size() - 2);
  const bool shouted = letters[0] == upper(letters[0]) && letters[1] == upper(letters[1]);
  for (char& c : letters) c = upper(c);
  for (const std::string_view never : {"SA", "SD", "SS"})
    if (letters == never) return false;
  if (shouted) {
    for (const std::string_view unit : {"EU", "UU", "KM", "CM", "MM", "KG"})
      if (letters == unit) return false;
    return true;
  }
  static constexpr std::array<std::string_view, 47> words{
      "AL", "AF", "BV", "CA", "CM", "DE", "DD", "DM", "EN", "ER", "EU", "GE",
      "HA", "HE", "HR", "IE", "IK", "IN", "IS", "JA", "JE", "KG", "KM", "KN",
      "KW", "ME", "ML", "MM", "MW", "NA", "NL", "NR", "NU", "OF", "OM", "OP",
      "PC", "PK", "PM", "PP", "ST", "TE", "TM", "TO", "UU", "WE", "ZE"};
  return std::find(words.begin(), words.end(), letters) == words.end();
}

/// Letters of sidecode 4 and later: no vowels, no C and Q, no pairs that name something else.
bool plate_letters(std::string_view group) {
  constexpr std::string_view never = "AEIOUCQ";
  if (group.find_first_of(never) != std::string_view::npos) return false;
  for (const std::string_view word :
       {"GVD", "KKK", "NSB", "PKK", "PSV", "TBS", "PVV", "SGP", "VVD", "KVT", "LPF", "SS", "SD"})
    if (group == word) return false;
  return true;
}

bool plate(std::string_view value) {
  const std::string text = compact(value);
  if (text.size() != 6) return false;
  std::string shape;  // "XX9999"
  for (const char c : text) shape += is_digit(c) ? '9' : 'X';
  // Sidecodes 1 to 3 may have vowels: army, diplomats (CD, CDJ) and the royal house (AA) too.
  for (const std::string_view old : {"XX9999", "9999XX", "99XX99"})
    if (shape == old) return true;
  static constexpr std::array<std::string_view, 11> later{"XX99XX", "XXXX99", "99XXXX", "99XXX9",
                                                          "9XXX99", "XX999X", "X999XX", "XXX99X",
                                                          "X99XXX", "9XX999", "999XX9"};
  if (std::find(later.begin(), later.end(), shape) == later.end()) return false;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && shape[end] == shape[at]) ++end;
    if (shape[at] == 'X') {
      // XXXX99 and 99XXXX are two pairs.
      for (std::size_t pair = at; pair < end; pair += end - at == 4 ? 2 : end - at)
        if (!plate_letters(std::string_view(text).substr(pair, end - at == 4 ? 2 : end - at)))
          return false;
    }
    at = end;
  }
  return true;
}

std::optional<int> month_of(std::string word) {
  for (char& c : word) c = upper(c);
  static constexpr std::array<std::string_view, 12> months{
      "JAN", "FEB", "MRT", "APR", "MEI", "JUN", "JUL", "AUG", "SEP", "OKT", "NOV", "DEC"};
  static constexpr std::array<std::string_view, 12> romans{"I",   "II",   "III", "IV", "V",  "VI",
                                                           "VII", "VIII", "IX",  "X",  "XI", "XII"};
  for (std::size_t i = 0; i < months.size(); ++i)
    if (word.starts_with(months[i]) || word == romans[i]) return static_cast<int>(i) + 1;
  if (word.starts_with("MAA") || word.starts_with("MAR")) return 3;
  if (word.starts_with("MAY")) return 5;
  if (word.starts_with("OCT")) return 10;
  return std::nullopt;
}

constexpr int no_year = -1;

bool in_calendar(int day, int month, int year) {
  if (month < 1 || month > 12 || day < 1) return false;
  static constexpr std::array<int, 12> days{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (day > days[static_cast<std::size_t>(month - 1)]) return false;
  const bool leap = year < 100 || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
  return leap || month != 2 || day < 29;
}

int number_of(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

bool date(std::string_view value) {
  std::vector<std::string> parts;  // runs of digits and runs of letters
  std::optional<int> month;
  for (std::size_t at = 0; at < value.size();) {
    std::size_t end = at;
    const bool digits = is_digit(value[at]);
    if (!digits && !is_ascii_letter(value[at])) {
      ++at;
      continue;
    }
    while (end < value.size() && (digits ? is_digit(value[end]) : is_ascii_letter(value[end])))
      ++end;
    const std::string part(value.substr(at, end - at));
    if (digits)
      parts.push_back(part);
    else if (!month)
      month = month_of(part);
    at = end;
  }
  if (parts.size() == 1 && !month && (parts[0].size() == 6 || parts[0].size() == 8)) {
    const std::string run = parts[0];
    parts = {run.substr(0, 2), run.substr(2, 2), run.substr(4)};
  }
  if (month) {
    if (parts.empty() || parts[0].size() > 2) return false;
    const int year = parts.size() > 1 ? number_of(parts[1]) : no_year;
    return in_calendar(number_of(parts[0]), *month, year);
  }
  if (parts.size() < 2 || parts.size() > 3) return false;
  if (parts[0].size() == 4) std::swap(parts.front(), parts.back());
  if (parts[0].size() > 2 || parts[1].size() > 2) return false;
  const int year = parts.size() == 3 ? number_of(parts[2]) : no_year;
  return in_calendar(number_of(parts[0]), number_of(parts[1]), year);
}

bool ipv4(std::string_view value) {
  int groups = 0;
  while (true) {
    const auto dot = value.find('.');
    const std::string_view group = value.substr(0, dot);
    if (group.empty() || group.size() > 3 || !std::all_of(group.begin(), group.end(), is_digit) ||
        number_of(group) > 255)
      return false;
    ++groups;
    if (dot == std::string_view::npos) return groups == 4;
    value.remove_prefix(dot + 1);
  }
}

bool ipv6(std::string_view value) {
  const auto gap = value.find("::");
  if (gap != std::string_view::npos && value.find("::", gap + 1) != std::string_view::npos)
    return false;
  std::size_t groups = 0;
  for (std::size_t at = 0; at <= value.size();) {
    const auto end = std::min(value.find(':', at), value.size());
    const std::string_view group = value.substr(at, end - at);
    if (group.size() > 4) return groups > 0 && end == value.size() && ipv4(group);
    for (const char c : group)
      if (!is_digit(c) && !(upper(c) >= 'A' && upper(c) <= 'F')) return false;
    groups += group.empty() ? 0 : 1;
    at = end + 1;
  }
  return gap == std::string_view::npos ? groups == 8 : groups < 8;
}

bool ip(std::string_view value) {
  return value.find(':') == std::string_view::npos ? ipv4(value) : ipv6(value);
}

struct Validator {
  std::string_view name;
  bool (*holds)(std::string_view);
};

constexpr std::array<Validator, 9> validators{{
    {"account_elfproef", is_old_account},
    {"date", date},
    {"dutch_phone", phone},
    {"elfproef", is_bsn},
    {"ip", ip},
    {"luhn", passes_luhn},
    {"mod97", is_iban},
    {"plate_sidecode", plate},
    {"postcode_letters", postcode_letters},
}};

}  // namespace

bool valid(std::string_view validator, std::string_view value) {
  const auto* hit = std::find_if(validators.begin(), validators.end(),
                                 [&](const Validator& one) { return one.name == validator; });
  if (hit == validators.end())
    throw Error(Fault::internal,
                Message::as_is("a rule names a validator that the program does not have"),
                {say({"meld dit, met de versie en het kenmerk van de map met regels",
                      "report this, with the version and the rule folder's digest"})});
  return hit->holds(value);
}

const std::vector<std::string>& validator_names() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> out;
    out.reserve(validators.size());
    for (const Validator& one : validators) out.emplace_back(one.name);
    return out;
  }();
  return names;
}

}  // namespace report
