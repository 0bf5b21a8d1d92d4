// SPDX-License-Identifier: EUPL-1.2
#include "document/reader/lines.hpp"

#include <algorithm>
#include <vector>

#include "text/lines.hpp"

namespace report {
namespace {

void add_block(const std::vector<std::string_view>& lines, std::string& out) {
  std::size_t width = 0;
  for (const std::string_view line : lines) width = std::max(width, characters(line));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    out += lines[i];
    const bool wrapped = i + 1 < lines.size() && room_wanted(lines[i], lines[i + 1]) > width;
    out += wrapped ? ' ' : '\n';
  }
}

}  // namespace

std::string unwrapped(std::string_view page) {
  std::string out;
  std::vector<std::string_view> block;
  while (!page.empty()) {
    const std::size_t end = std::min(page.find_first_of("\n\f"), page.size());
    std::string_view line = page.substr(0, end);
    page.remove_prefix(std::min(end + 1, page.size()));
    while (line.ends_with(' ')) line.remove_suffix(1);
    if (!line.empty()) {
      block.push_back(line);
      continue;
    }
    add_block(block, out);
    block.clear();
    if (!out.empty() && !out.ends_with("\n\n")) out += '\n';
  }
  add_block(block, out);
  return out;
}

}  // namespace report
