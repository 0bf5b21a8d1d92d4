// SPDX-License-Identifier: EUPL-1.2
// For rules/trace/train alone: the sentences of notes in which trace rules found something, with
// what the weights are about, one JSON line a note; places in code points of the note. usage:
// trace_hits RULES < {"id", "text"} lines
#include <iostream>

#include <nlohmann/json.hpp>

#include "find/rules.hpp"
#include "find/trace_sentences.hpp"
#include "rulebook/rulebook.hpp"

int main(int count, char** arguments) try {
  if (count != 2) return 2;
  const report::Rulebook rulebook = report::read_rulebook(arguments[1]);
  std::string line;
  while (std::getline(std::cin, line)) {
    const auto note = nlohmann::json::parse(line);
    const report::Document document =
        report::read_document({note.at("id"), note.at("text"), std::nullopt});
    const report::LookedUp text = report::look_up(document, rulebook.lexicon);
    std::vector<report::Trace> traces = report::apply_rules(text, rulebook).traces;
    std::erase_if(traces, [](const report::Trace& trace) { return trace.cut; });
    std::stable_sort(traces.begin(), traces.end(),
                     [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; });
    nlohmann::json sentences = nlohmann::json::array();
    for (const report::TraceSentence& sentence : report::trace_sentences(text, traces, true)) {
      const report::Span view{document.tokens[sentence.begin].begin,
                              document.tokens[sentence.end - 1].end};
      const report::Span source = document.clean.to_source(document.view.to_source(view));
      report::CodePointCounter points(document.note.text);
      const auto begin = points(source.begin);
      sentences.push_back(
          {{"start", begin}, {"end", points(source.end)}, {"features", sentence.features}});
    }
    std::cout << nlohmann::json{{"id", note.at("id")}, {"sentences", sentences}}.dump() << '\n';
  }
  return 0;
} catch (const std::exception& error) {
  std::cerr << "trace_hits: " << error.what() << '\n';
  return 2;
}
