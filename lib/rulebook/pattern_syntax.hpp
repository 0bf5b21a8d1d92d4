// SPDX-License-Identifier: EUPL-1.2
// The expressions of rule files as a tree, so that what every match of a rule must begin with or
// hold can be derived from the rule itself. Only the syntax that rule files use is known.
#pragma once

#include <bitset>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace report {

/// Code points a part can match: each of ASCII by itself, all others as one.
using Symbols = std::bitset<129>;
constexpr std::size_t beyond_ascii = 128;

struct PatternNode {
  enum class Kind : unsigned char {
    symbols,       // one code point of `symbols`
    sequence,      // every part, in order; of no parts: matches the empty text
    alternatives,  // one of the parts
    repeat,        // the only part, `least` to `most` times
    look,          // the only part is asked for ahead or behind, and not consumed
  };
  Kind kind = Kind::sequence;
  Symbols symbols;
  std::vector<PatternNode> parts;
  std::size_t least = 1, most = 1;
  bool behind = false;
  bool negated = false;
};

/// "No upper bound" of a repeat.
constexpr std::size_t endless = 1'000'000;

/// The tree of a pattern (PCRE2 with free spacing); nothing when it uses what is not known here.
/// Word limits and the like stand as empty sequences: the tree matches at least what PCRE2 does.
std::optional<PatternNode> parse_pattern(std::string_view pattern);

/// Every symbol that a match can begin with.
Symbols first_symbols(const PatternNode& node);

}  // namespace report
