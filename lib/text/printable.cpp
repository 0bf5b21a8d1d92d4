// SPDX-License-Identifier: EUPL-1.2
#include "text/printable.hpp"

#include "text/letters.hpp"
#include "text/utf8.hpp"

namespace report {
namespace {

/// What cannot be seen or turns the direction of writing, and what ends a line or leaps.
bool unprintable(char32_t point) {
  return is_invisible(point) || point == U'\t' || point == U'\n' || point == 0x2028U ||
         point == 0x2029U;
}

void replace_unprintable(std::string_view valid, std::string& out) {
  for (std::size_t at = 0; at < valid.size();) {
    const std::size_t begin = at;
    if (unprintable(decode(valid, at)))
      out += '?';
    else
      out += valid.substr(begin, at - begin);
  }
}

}  // namespace

std::string printable(std::string_view name) {
  std::string out;
  out.reserve(name.size());
  while (!name.empty()) {
    const std::size_t valid = first_fault(name).value_or(name.size());
    replace_unprintable(name.substr(0, valid), out);
    name.remove_prefix(valid);
    if (name.empty()) break;
    out += '?';
    name.remove_prefix(1);
  }
  return out;
}

}  // namespace report
