// SPDX-License-Identifier: EUPL-1.2
// What a pattern cannot match without: a digit, an @ ... and how far in it stands at the latest.
// Derived from the expression, so that a rule is tried only where a match is possible.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace report {

/// Every match of the pattern holds the character `a` ('0' stands for any digit) among its first
/// `within` code points.
struct PatternNeed {
  char a = 0;
  std::size_t within = 0;
};

/// The need that keeps a pattern (PCRE2, free spacing) from the most places; none when it has none,
/// or uses what this reading does not know: then the pattern is tried everywhere.
std::optional<PatternNeed> need_of(std::string_view pattern);

/// The characters a need can be, rarest in prose first.
constexpr std::string_view needable = "@_#/:(0.-";

}  // namespace report
