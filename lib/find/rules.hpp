// SPDX-License-Identifier: EUPL-1.2
// The rules of rules/find and rules/trace over a document.
#pragma once

#include <string>
#include <vector>

#include "find/finding.hpp"
#include "rulebook/rulebook.hpp"
#include "rulebook/token_pattern.hpp"

namespace report {

/// Everything the pattern and token rules find, overlaps and all; in the order of the text.
/// `filtered` false tries every rule at every token, as a check on the filter.
struct RuleHits {
  std::vector<Finding> findings;
  std::vector<Trace> traces;
};
RuleHits apply_rules(const LookedUp& text, const Rulebook& rulebook, bool filtered = true);

}  // namespace report
