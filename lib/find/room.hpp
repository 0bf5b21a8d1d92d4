// SPDX-License-Identifier: EUPL-1.2
// How far a finding may grow.
#pragma once

#include <cstddef>
#include <vector>

#include "find/finding.hpp"
#include "rulebook/token_pattern.hpp"

namespace report {

/// Of each token whether one of the spans holds it.
std::vector<bool> held_by(const LookedUp& text, const std::vector<Span>& spans);

/// The tokens of a finding, and how far it may grow: up to its neighbours.
struct Room {
  Room(const std::vector<Token>& tokens, const std::vector<Finding>& findings, std::size_t i);
  std::size_t first, end, low, high;
};

/// The span cut to what its neighbours leave of it: one may begin or end within a token.
Span between_neighbours(Span wide, const std::vector<Finding>& findings, std::size_t i);

}  // namespace report
