// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "rulebook/folder.hpp"
#include "rulebook/lexicon.hpp"

namespace report {

struct RouteRules {
  template <typename Archive>
  void serialize(Archive&) {}
};

RouteRules read_route_rules(const RuleReading& reading, const Lexicon& lexicon);

}  // namespace report
