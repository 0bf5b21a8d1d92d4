// SPDX-License-Identifier: EUPL-1.2
#include "find/room.hpp"

#include <algorithm>

namespace report {

std::vector<bool> held_by(const LookedUp& text, const std::vector<Span>& spans) {
  std::vector<bool> held(text.size(), false);
  for (const Span& span : spans)
    for (std::size_t i = token_at(text.tokens(), span.begin);
         i < text.size() && text.tokens()[i].begin < span.end; ++i)
      held[i] = true;
  return held;
}

Room::Room(const std::vector<Token>& tokens, const std::vector<Finding>& findings, std::size_t i)
    : first(token_at(tokens, findings[i].span.begin)),
      end(token_at(tokens, findings[i].span.end)),
      low(i > 0 ? token_at(tokens, findings[i - 1].span.end) : 0),
      high(i + 1 < findings.size() ? token_at(tokens, findings[i + 1].span.begin) : tokens.size()) {
}

Span between_neighbours(Span wide, const std::vector<Finding>& findings, std::size_t i) {
  if (i > 0) wide.begin = std::max(wide.begin, findings[i - 1].span.end);
  if (i + 1 < findings.size()) wide.end = std::min(wide.end, findings[i + 1].span.begin);
  return wide;
}

}  // namespace report
