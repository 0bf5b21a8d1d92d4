// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "rulebook/folder.hpp"
#include "rulebook/lexicon.hpp"

namespace report {

struct ClassifyRules {
  template <typename Archive>
  void serialize(Archive&) {}
};

ClassifyRules read_classify_rules(const RuleReading& reading, const Lexicon& lexicon);

}  // namespace report
