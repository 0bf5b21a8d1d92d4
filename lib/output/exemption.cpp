// SPDX-License-Identifier: EUPL-1.2
#include "output/exemption.hpp"

#include <algorithm>

namespace report {
namespace {

constexpr std::string_view sign = "report:allow";
constexpr std::string_view for_file = "-file";

bool is_id_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || c == '.';
}

/// Ids parted by commas or blanks up to the colon; `rest` becomes what stands behind it.
std::vector<std::string> ids_of(std::string_view& rest) {
  std::vector<std::string> ids;
  while (!rest.empty() && rest.front() != ':') {
    std::size_t end = 0;
    while (end < rest.size() && is_id_byte(rest[end])) ++end;
    if (end > 0)
      ids.emplace_back(rest.substr(0, end));
    else if (rest.front() == ' ' || rest.front() == ',')
      end = 1;
    else
      return {};
    rest.remove_prefix(end);
  }
  if (rest.empty()) return ids;
  rest.remove_prefix(1);
  return ids;
}

bool holds_letter(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const bool mark = c == '-' || c == '_' || c == '.';
    return (static_cast<unsigned char>(c) & 0x80U) != 0 || (is_id_byte(c) && !mark);
  });
}

/// Whether nothing but the signs of a comment stands before the exemption.
bool stands_alone(std::string_view before) {
  return before.find_first_not_of(" \t#/<!*-;%") == std::string_view::npos;
}

Exemption exemption_of(std::string_view line, std::size_t at, std::size_t number) {
  std::string_view rest = line.substr(at + sign.size());
  Exemption out{.line = number, .covers = number, .rules = {}};
  if (rest.starts_with(for_file)) {
    rest.remove_prefix(for_file.size());
    out.covers = 0;
  } else if (stands_alone(line.substr(0, at))) {
    out.covers = number + 1;
  }
  out.rules = ids_of(rest);
  if (const auto close = rest.rfind("--"); close != std::string_view::npos)
    rest = rest.substr(0, close);
  out.reasoned = holds_letter(rest);
  return out;
}

bool covers(const Exemption& exemption, const Spotted& spotted) {
  if (!exemption.reasoned) return false;
  if (exemption.covers != 0 && exemption.covers != spotted.line) return false;
  return std::any_of(exemption.rules.begin(), exemption.rules.end(), [&](const std::string& id) {
    return id == spotted.rule || id == spotted.type;
  });
}

}  // namespace

std::vector<Exemption> exemptions_in(std::string_view note) {
  std::vector<Exemption> out;
  std::size_t number = 1, counted = 0;
  for (std::size_t at = note.find(sign); at != std::string_view::npos;
       at = note.find(sign, at + sign.size())) {
    number +=
        static_cast<std::size_t>(std::count(note.begin() + static_cast<std::ptrdiff_t>(counted),
                                            note.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    counted = at;
    const std::size_t begin = at == 0 ? 0 : note.rfind('\n', at - 1) + 1;
    const std::size_t end = std::min(note.find('\n', at), note.size());
    Exemption one = exemption_of(note.substr(begin, end - begin), at - begin, number);
    if (!one.rules.empty()) out.push_back(std::move(one));
  }
  return out;
}

void apply_exemptions(std::vector<Exemption>& exemptions, std::vector<Spotted>& spotted) {
  if (exemptions.empty()) return;
  std::erase_if(spotted, [&](const Spotted& one) {
    bool allowed = false;
    for (Exemption& exemption : exemptions) {
      if (!covers(exemption, one)) continue;
      exemption.used = allowed = true;
    }
    return allowed;
  });
}

}  // namespace report
