// SPDX-License-Identifier: EUPL-1.2
// The places of a text where a cue stands.
#pragma once

#include <cstdint>
#include <vector>

#include "rulebook/classify_rules.hpp"
#include "rulebook/token_pattern.hpp"

namespace report {

struct CueHit {
  std::uint32_t cue = 0;
  std::uint32_t begin = 0,
                end = 0;     // tokens; of a term with several parts from the first to the last
  std::uint32_t anchor = 0;  // token its first part begins at
  bool negated = false;
};

/// All hits in the order of their sentences; a cue may stand at one place by several terms. Linear
/// in the text. Safe from many threads.
std::vector<CueHit> find_cues(const LookedUp& text, const ClassifyRules& rules);

}  // namespace report
