// SPDX-License-Identifier: EUPL-1.2
// Words and names that a line end broke become whole.
#pragma once

#include <vector>

#include "find/finding.hpp"
#include "find/name_words.hpp"
#include "rulebook/find_rules.hpp"
#include "rulebook/token_pattern.hpp"

namespace report {

/// A finding of a rule takes in the other half of its first or last word, broken by a hyphen at the
/// end of a line: not a half that is a word by itself, nor where both make an ordinary word, unless
/// the half found is no word or both make a name. A person's takes in a capital behind the hyphen,
/// too, an address a house addition: "118-" and "zwart". Any finding of a type that is `dictated`
/// in rules/types.yaml takes in the few digits with which its number goes on in the next line of
/// the note. `findings` are in the order of the text, none overlapping, and stay so. Never over
/// what is in `kept`.
void take_broken_words(const LookedUp& text, const NameClasses& classes, const FindRules& rules,
                       const std::vector<Span>& kept, std::vector<Finding>& findings);

}  // namespace report
