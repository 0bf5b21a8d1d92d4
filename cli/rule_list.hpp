// SPDX-License-Identifier: EUPL-1.2
// All rules of a rulebook in one list, whatever stage they are for.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/words.hpp"
#include "rulebook/rulebook.hpp"

namespace report {

struct RuleCard {
  std::string id;
  std::string stage;    // find, trace, names, classify, route, table
  std::string what;     // its type, its categories, its route
  double strength = 0;  // certainty or weight; of a cue the greatest of its weights
  std::string form;     // pattern, tokens or words as the rule file has them
  std::string why_nl, why_en;
  std::string source;
  std::vector<Example> match, no_match;
  Place place;
  std::vector<std::pair<std::string, double>> weights;  // of a cue: output, learnt weight
};

/// What findings and traces name as their rule.
std::vector<RuleCard> list_find_rules(const FindRules& rules);
std::vector<RuleCard> list_rules(const Rulebook& rulebook);

/// Cues that no learnt weight knows, offices apart: they count for nothing until the weights are
/// learnt again.
std::vector<const Cue*> untaught_cues(const Rulebook& rulebook);

/// What an example shows of a rule that it should not; with the place of the example.
struct RuleFault {
  std::string rule;
  Place place;
  Words message;
};

/// Runs every rule over its examples with the stage's own code.
std::vector<RuleFault> test_rules(const Rulebook& rulebook);

}  // namespace report
