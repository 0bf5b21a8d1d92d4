// SPDX-License-Identifier: EUPL-1.2
#include "classify/classify.hpp"

#include <algorithm>

#include "classify/reading.hpp"

namespace report {
namespace {

/// Weight under which a cue is not worth showing.
constexpr double smallest_shown = 0.2;

/// The hits that spoke for an output, in the order of the note.
std::vector<Evidence> evidence_for(const Output& output, const Reading& reading,
                                   const ScrubbedText& text, const ClassifyRules& rules) {
  std::vector<Evidence> evidence;
  for (const CueHit& hit : reading.hits) {
    if (hit.negated) continue;
    const auto at = std::find_if(output.weights.begin(), output.weights.end(),
                                 [&](const auto& vote) { return vote.first == hit.cue; });
    if (at == output.weights.end() || at->second < smallest_shown) continue;
    const Span span = to_note(text, *reading.document, hit.begin, hit.end);
    const Evidence found{span.begin, span.end, rules.cues.cues[hit.cue].id, at->second};
    const auto same = [&](const Evidence& other) {
      return other.start == found.start && other.rule == found.rule;
    };
    if (std::none_of(evidence.begin(), evidence.end(), same)) evidence.push_back(found);
  }
  std::stable_sort(evidence.begin(), evidence.end(),
                   [](const Evidence& a, const Evidence& b) { return a.start < b.start; });
  return evidence;
}

}  // namespace

Classification classify(const ScrubbedText& text, const Rulebook& rulebook) {
  const ClassifyRules& rules = rulebook.classify;
  const Reading reading = read_cues_in(text, rulebook);
  Classification classification;
  std::size_t best = rules.outputs.size();
  double categories = 0;
  for (std::size_t i = 0; i < rules.outputs.size(); ++i) {
    if (rules.outputs[i].kind == "sign") continue;
    if (best == rules.outputs.size() || reading.scores[i] > reading.scores[best]) best = i;
    if (rules.outputs[i].kind == "category") categories += reading.scores[i];
  }
  if (best == rules.outputs.size() || rules.outputs[best].kind == "scope") {
    classification.scope = best == rules.outputs.size() ? "other" : rules.outputs[best].id;
    if (best < rules.outputs.size()) {
      classification.scope_score = reading.scores[best];
      classification.scope_evidence = evidence_for(rules.outputs[best], reading, text, rules);
    }
    return classification;
  }
  classification.scope = "integrity";
  classification.scope_score = categories;
  for (std::size_t i = 0; i < rules.outputs.size(); ++i)
    if (rules.outputs[i].kind == "category" && (i == best || reading.scores[i] >= rules.holds))
      classification.categories.push_back({rules.outputs[i].id, reading.scores[i],
                                           evidence_for(rules.outputs[i], reading, text, rules)});
  std::stable_sort(classification.categories.begin(), classification.categories.end(),
                   [](const auto& a, const auto& b) { return a.score > b.score; });
  return classification;
}

}  // namespace report
