// SPDX-License-Identifier: EUPL-1.2
// Parts of one identifier with words between them become one.
#pragma once

#include <vector>

#include "find/finding.hpp"
#include "find/name_words.hpp"
#include "rulebook/find_rules.hpp"
#include "rulebook/token_pattern.hpp"

namespace report {

/// Two findings of one type in a sentence, one of them a leftover, with nothing but a few small
/// words and marks between them, become one: "Achter de [..]", "het [..] met de [..]". It is that
/// of the rule, if one is of a rule. So do two of persons with nothing but tussenvoegsels between
/// them, unless the second begins with a given name: "[kevin] de [graauw]".
void close_gaps(const LookedUp& text, const NameClasses& classes, std::vector<Finding>& findings);

/// The parts of a number that somebody reads aloud, with remarks between them ("nul zes, even
/// denken, twaalf", "06 druk 4 sorry 06 20"), become one, and so do digits that follow with such a
/// remark ("en de laatste is een 4"). Types that are `dictated` in rules/types.yaml, no more
/// together than a number has, also over the end of a sentence and over what another speaker says
/// between. Small words may stand between, too. `findings` are in the order of the text, none
/// overlapping, and stay so.
void close_number_gaps(const LookedUp& text, const FindRules& rules, const NameClasses& classes,
                       std::vector<Finding>& findings);

}  // namespace report
