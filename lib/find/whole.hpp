// SPDX-License-Identifier: EUPL-1.2
// What was found in part becomes whole.
#pragma once

#include <vector>

#include "find/finding.hpp"
#include "rulebook/find_rules.hpp"
#include "rulebook/token_pattern.hpp"

namespace report {

/// Findings of types that are `whole` in rules/types.yaml take in what hangs on them without a
/// blank: the "/p" of 3301-7/p, the "\iredan" of GRT\iredan. `findings` are in the order of the
/// text, none overlapping, and stay so. Never over what is in `kept`.
void take_what_hangs_on(const LookedUp& text, const FindRules& rules, const std::vector<Span>& kept,
                        std::vector<Finding>& findings);

/// Findings of leftovers that begin or end with digits take in the groups of digits beside them
/// that a mark joins, and the capitals before: "44 71" of "CZ 44 71 (0)". `findings` and `kept` as
/// above.
void take_groups(const LookedUp& text, const std::vector<Span>& kept,
                 std::vector<Finding>& findings);

/// Persons of leftovers take in the article before them: "de Kale". `findings` as above.
void take_articles(const LookedUp& text, const LeftoverRules& rules,
                   std::vector<Finding>& findings);

}  // namespace report
