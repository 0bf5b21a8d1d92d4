// SPDX-License-Identifier: EUPL-1.2
// The rules of rules/find and rules/trace over a document.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "find/finding.hpp"
#include "rulebook/rulebook.hpp"
#include "rulebook/token_pattern.hpp"

namespace report {

struct RuleHits {
  std::vector<Finding> findings;
  std::vector<Trace> traces;
};

/// How rules are applied. `all` tries every rule at every token, as a check on the filters.
enum class Filter : std::uint8_t { usual, all };

/// Everything the pattern and token rules find, overlaps and all, in the order of the text.
RuleHits apply_rules(const LookedUp& text, const Rulebook& rulebook,
                     Traces traces = Traces::treated, Filter filter = Filter::usual);

}  // namespace report
