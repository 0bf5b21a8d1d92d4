// SPDX-License-Identifier: EUPL-1.2
// rules/route/organisations.yaml: how people name public bodies.
#pragma once

#include <string>
#include <vector>

#include "rulebook/route_rules.hpp"

namespace report {

/// The folded words of a phrase, hyphens and full stops parting them as they do in a text.
std::vector<std::string> folded_words(const std::string& phrase);

/// Adds kinds, forms and word lists to the rules; the faults of a kind go to the reading.
void read_organisations(const yaml::Value& file, const RuleReading& reading, const Lexicon& lexicon,
                        RouteRules& rules);

}  // namespace report
