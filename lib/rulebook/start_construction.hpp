// SPDX-License-Identifier: EUPL-1.2
// From the syntax of a pattern to the non-deterministic automaton of its beginnings.
#pragma once

#include <cstdint>
#include <vector>

#include "rulebook/pattern_syntax.hpp"

namespace report {

/// Can any word, or nearly any letter, begin a match of the part?
bool begins_anyhow(const PatternNode& node);

/// A state of the non-deterministic automaton: waits for a symbol, or goes on at once.
struct Spot {
  enum class Kind : std::uint8_t { symbols, split, accept } kind = Kind::accept;
  std::uint16_t pattern = 0;
  Symbols symbols;
  std::uint32_t next = 0, other = 0;
  // Of a pattern that begins with looks ahead: which of them it belongs to, or the pattern itself.
  std::uint8_t part = 0;
  bool held = false;  // the part is over and holds; the spot waits for the others
};

/// Lays the automaton of a pattern among the spots; its first one. By Thompson's construction
/// (K. Thompson, CACM 11-6, 1968). A pattern that begins with looks ahead gives a first one for
/// itself and for each of them: it matches where all of these do.
std::vector<std::uint32_t> lay_pattern(const PatternNode& whole, std::uint16_t pattern,
                                       std::vector<Spot>& spots);

}  // namespace report
