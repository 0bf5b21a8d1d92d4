// SPDX-License-Identifier: EUPL-1.2
// What rules/classify/ says: outputs, cues, and the weight of each cue for each output.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rulebook/cue_set.hpp"
#include "rulebook/lexicon.hpp"
#include "rulebook/word_weights.hpp"

namespace report {

/// One thing a note can be: a category of the FAQ or another scope, with what people are told; a
/// way it can go; a sign made from ways.
struct Output {
  std::string id;    // theft, threat, refer:mma, grave, ...
  std::string kind;  // category, scope, route, sign
  std::string title_nl, title_en;
  std::vector<std::string> of, among;  // of a sign: the share of these routes in
                                       // those; with no `of`, the greatest among
  double bias = 0;
  std::vector<std::pair<std::uint32_t, double>> weights;  // cue, weight: all learnt

  template <typename Archive>
  void serialize(Archive& archive) {
    archive(id, kind, title_nl, title_en, of, among, bias, weights);
  }
};

/// Words that count as another, or not at all, when a note is read for its words.
struct AlikeWords {
  /// Folded word -> what it counts as; empty = left out.
  std::map<std::string, std::string, std::less<>> same;
  Classes left_out = 0, kept = 0;  // words of these are left out; kept wins
  std::vector<std::string> negations, turns;

  /// What a folded word counts as: itself, another word, or nothing.
  [[nodiscard]] std::string_view of(std::string_view folded) const {
    const auto found = same.find(folded);
    return found == same.end() ? folded : std::string_view(found->second);
  }
  template <typename Archive>
  void serialize(Archive& archive) {
    archive(same, left_out, kept, negations, turns);
  }
};

struct ClassifyRules {
  CueSet cues;
  AlikeWords alike;
  WordWeights words;
  std::vector<Output> outputs;  // categories and scopes vie with each other, and routes do
  double holds = 0.15;          // a category with at least this score holds

  [[nodiscard]] const Output* output(std::string_view id) const {
    for (const Output& each : outputs)
      if (each.id == id) return &each;
    return nullptr;
  }

  /// The words' weights lie elsewhere in the compiled table.
  template <typename Archive>
  void serialize(Archive& archive) {
    archive(cues, alike, outputs, holds);
  }
};

/// Throws Error{rules}, or hands faults to the reading.
ClassifyRules read_classify_rules(const RuleReading& reading, const Lexicon& lexicon);

/// The classes that a list under `key` names; none without it. Throws Error{rules} on one that the
/// lexicon does not have.
Classes classes_in(yaml::Map& map, std::string_view key, const Lexicon& lexicon);

}  // namespace report
