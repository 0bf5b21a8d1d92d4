// SPDX-License-Identifier: EUPL-1.2
// For rules/trace/train alone: the sentences of notes in which trace rules found something, with
// what the weights are about, one JSON line a note; places in code points of the note. usage:
// trace_hits RULES, with {"id", "text"} lines on standard input
#include "find/rules.hpp"
#include "find/trace_sentences.hpp"
#include "rulebook/training_lines.hpp"

namespace {

nlohmann::json tell(const nlohmann::json& note, const report::Rulebook& rulebook) {
  const report::Document document = report::read_document({note.at("id"), note.at("text")});
  const report::LookedUp text = report::look_up(document, rulebook.lexicon);
  std::vector<report::Trace> traces = report::apply_rules(text, rulebook).traces;
  std::erase_if(traces, [](const report::Trace& trace) { return trace.cut; });
  std::stable_sort(traces.begin(), traces.end(),
                   [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; });
  report::NotePlaces places(document);
  nlohmann::json sentences = nlohmann::json::array();
  for (const report::TraceSentence& sentence :
       report::trace_sentences(text, traces, rulebook.find.trace_weights, true))
    sentences.push_back(places.features_at(
        {document.tokens[sentence.begin].begin, document.tokens[sentence.end - 1].end},
        sentence.features));
  return {{"sentences", sentences}};
}

}  // namespace

int main(int count, char** arguments) {
  return report::tell_each_line(count, arguments, "trace_hits", tell);
}
