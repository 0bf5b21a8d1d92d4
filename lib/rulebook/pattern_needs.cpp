// SPDX-License-Identifier: EUPL-1.2
#include "rulebook/pattern_needs.hpp"

#include <algorithm>
#include <array>

#include "rulebook/pattern_syntax.hpp"

namespace report {
namespace {

constexpr std::size_t never = endless;

/// Of a part of the expression: how long a match of it can be, and for each needable character by
/// which code point at the latest it has stood (never = a match may do without).
struct Extent {
  std::size_t most = 0;
  std::array<std::size_t, needable.size()> latest{};
  Extent() { latest.fill(never); }
};

std::size_t capped(std::size_t length) { return std::min(length, endless); }

/// Needs a character when it can match nothing else; any digit is as good as another.
Extent of_symbols(const Symbols& symbols) {
  Extent one;
  one.most = 1;
  std::size_t digits = 0;
  for (std::size_t digit = '0'; digit <= '9'; ++digit) digits += symbols.test(digit) ? 1U : 0U;
  for (std::size_t i = 0; i < needable.size(); ++i) {
    const auto byte = static_cast<unsigned char>(needable[i]);
    const std::size_t of_this = needable[i] == '0' ? digits : symbols.test(byte) ? 1U : 0U;
    if (of_this > 0 && of_this == symbols.count()) one.latest.at(i) = 1;
  }
  return one;
}

Extent sequence(const Extent& first, const Extent& second) {
  Extent both;
  both.most = capped(first.most + second.most);
  for (std::size_t i = 0; i < needable.size(); ++i) {
    const std::size_t in_second = second.latest.at(i);
    both.latest.at(i) =
        std::min(first.latest.at(i), in_second == never ? never : capped(first.most + in_second));
  }
  return both;
}

Extent either(const Extent& one, const Extent& other) {
  Extent both;
  both.most = std::max(one.most, other.most);
  for (std::size_t i = 0; i < needable.size(); ++i)
    both.latest.at(i) = std::max(one.latest.at(i), other.latest.at(i));
  return both;
}

Extent repeated(const Extent& one, std::size_t least, std::size_t most) {
  Extent all = one;
  all.most = most >= endless || one.most >= endless ? endless : capped(one.most * most);
  if (least == 0) all.latest.fill(never);
  return all;
}

Extent extent_of(const PatternNode& node) {
  Extent all;
  switch (node.kind) {
    case PatternNode::Kind::symbols:
      return of_symbols(node.symbols);
    case PatternNode::Kind::sequence:
      for (const PatternNode& part : node.parts) all = sequence(all, extent_of(part));
      return all;
    case PatternNode::Kind::alternatives:
      all = extent_of(node.parts.front());
      for (std::size_t i = 1; i < node.parts.size(); ++i)
        all = either(all, extent_of(node.parts[i]));
      return all;
    case PatternNode::Kind::repeat:
      return repeated(extent_of(node.parts.front()), node.least, node.most);
    case PatternNode::Kind::look:
      break;
  }
  return all;
}

}  // namespace

std::optional<PatternNeed> need_of(std::string_view pattern) {
  const auto tree = parse_pattern(pattern);
  if (!tree) return std::nullopt;
  const Extent extent = extent_of(*tree);
  // Beyond this a digit or dot nearly always stands within reach.
  constexpr std::size_t useful = 160;
  for (std::size_t i = 0; i < needable.size(); ++i)
    if (extent.latest.at(i) <= useful) return PatternNeed{needable[i], extent.latest.at(i)};
  return std::nullopt;
}

}  // namespace report
