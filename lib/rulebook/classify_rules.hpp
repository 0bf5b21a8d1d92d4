// SPDX-License-Identifier: EUPL-1.2
// What rules/classify/ says: outputs, cues, and the weight of each cue for each output.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "rulebook/cue_set.hpp"
#include "rulebook/lexicon.hpp"

namespace report {

/// One thing a note can be: a category of the FAQ or another scope, with what people are told.
struct Output {
  std::string id;        // theft, threat, ...
  std::string kind;      // category, scope, sign
  std::string title_nl, title_en;
  double bias = 0;
  std::vector<std::pair<std::uint32_t, double>> weights;  // cue, weight

  template <typename Archive>
  void serialize(Archive& archive) {
    archive(id, kind, title_nl, title_en, bias, weights);
  }
};

struct ClassifyRules {
  CueSet cues;
  std::vector<Output> outputs;  // categories and scopes vie with each other, signs stand alone
  double holds = 0.15;          // a category with at least this score holds

  [[nodiscard]] const Output* output(std::string_view id) const {
    for (const Output& each : outputs)
      if (each.id == id) return &each;
    return nullptr;
  }

  template <typename Archive>
  void serialize(Archive& archive) {
    archive(cues, outputs, holds);
  }
};

/// Throws Error{rules}, or hands faults to the reading.
ClassifyRules read_classify_rules(const RuleReading& reading, const Lexicon& lexicon);

}  // namespace report
