// SPDX-License-Identifier: EUPL-1.2
#include "route/gates.hpp"

#include <algorithm>
#include <string_view>

#include "document/written_labels.hpp"

namespace report {
namespace {

const Message& question(const Rulebook& rulebook, const std::string& id) {
  return rulebook.route.questions.at(id);  // the reader faults on a missing one
}

bool found(const Matter& matter, const Rulebook& rulebook, std::string_view cue) {
  const auto index = rulebook.classify.cues.find(cue);
  return index && matter.reading->values[*index] > 0;
}

}  // namespace

std::vector<Hold> concrete_holds(const Matter& matter, const Rulebook& rulebook) {
  std::vector<Hold> holds;
  const auto hold = [&](const std::string& part) {
    holds.push_back(
        {"concrete", question(rulebook, "concrete-" + part), std::nullopt, std::nullopt});
  };
  const Document& document = *matter.reading->document;
  const bool person =
      std::any_of(document.tokens.begin(), document.tokens.end(), [&](const Token& token) {
        return token.kind == TokenKind::label && is_person_label(document.word(token));
      });
  if (!person && matter.accused == nullptr) hold("who");
  const auto& categories = matter.classification->categories;
  if (categories.empty() || categories.front().evidence.empty()) hold("what");
  if (!matter.organisation_known) hold("where");
  if (!found(matter, rulebook, "gate-when") && !found(matter, rulebook, "gate-how-known"))
    hold("when");
  return holds;
}

std::vector<Hold> safe_holds(const Matter& matter, const Rulebook& rulebook) {
  std::vector<Hold> holds;
  for (const Removal& unsure : matter.scrubbed->unsure)
    holds.push_back({"safe", question(rulebook, "safe-unsure"), unsure.start, unsure.end});
  // Whether a passage gives its caller away only a person can judge, whatever its class.
  for (const TraceView& trace : matter.scrubbed->traces)
    holds.push_back({"safe", question(rulebook, "safe-trace"), trace.start, trace.end});
  return holds;
}

std::vector<Hold> conflict_holds(const Matter& matter, const Addressee& addressee,
                                 const Rulebook& rulebook) {
  const std::string cue = "office:" + addressee.office;
  for (const CueHit& hit : matter.reading->hits) {
    if (rulebook.classify.cues.cues[hit.cue].id != cue) continue;
    const Span span = to_note(matter.scrubbed->text, *matter.reading->document, hit.begin, hit.end);
    return {{"conflict", question(rulebook, "conflict"), span.begin, span.end}};
  }
  return {};
}

}  // namespace report
