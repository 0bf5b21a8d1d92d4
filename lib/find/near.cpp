// SPDX-License-Identifier: EUPL-1.2
#include "find/near.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace report {

bool holds_near(const Near& near, std::string_view text, Span match) {
  std::size_t begin = match.begin - std::min(match.begin, near.before);
  std::size_t end = std::min(text.size(), match.end + near.after);
  const std::string_view before = text.substr(begin, match.begin - begin);
  if (const auto gap = before.rfind("\n\n"); gap != std::string_view::npos) begin += gap + 2;
  const std::string_view behind = text.substr(match.end, end - match.end);
  if (const auto gap = behind.find("\n\n"); gap != std::string_view::npos) end = match.end + gap;
  const auto inside = [&](std::size_t& at, int step) {
    // Never cut a character in two.
    while (at > 0 && at < text.size() && is_continuation(text[at]))
      at = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(at) + step);
  };
  inside(begin, -1);
  inside(end, 1);
  return (near.before > 0 && near.words.search(text.substr(begin, match.begin - begin))) ||
         (near.after > 0 && near.words.search(text.substr(match.end, end - match.end)));
}

}  // namespace report
