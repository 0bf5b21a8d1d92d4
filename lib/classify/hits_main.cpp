// SPDX-License-Identifier: EUPL-1.2
// For rules/classify/train alone: the cues of scrubbed notes, one JSON line each.
// usage: cue_hits RULES < {"id", "text"} lines
#include <iostream>
#include <nlohmann/json.hpp>

#include "classify/cue_hits.hpp"
#include "rulebook/rulebook.hpp"

int main(int count, char** arguments) try {
  if (count != 2) return 2;
  const report::Rulebook rulebook = report::read_rulebook(arguments[1]);
  std::string line;
  while (std::getline(std::cin, line)) {
    const auto note = nlohmann::json::parse(line);
    const report::Document document =
        report::read_document({note.at("id"), note.at("text"), std::nullopt},
                              report::written_labels(note.at("text").get<std::string>()));
    const report::LookedUp text = report::look_up(document, rulebook.lexicon);
    nlohmann::json hits = nlohmann::json::array();
    for (const report::CueHit& hit : report::find_cues(text, rulebook.classify.cues)) {
      const auto& tokens = document.tokens;
      const std::size_t begin = tokens[hit.begin].begin;
      hits.push_back({{"cue", rulebook.classify.cues.cues[hit.cue].id},
                      {"negated", hit.negated},
                      {"at", hit.begin},
                      {"words", document.view.text.substr(begin, tokens[hit.end - 1].end - begin)}});
    }
    std::cout << nlohmann::json{{"id", note.at("id")}, {"hits", hits}}.dump() << '\n';
  }
  return 0;
} catch (const std::exception& error) {
  std::cerr << "cue_hits: " << error.what() << '\n';
  return 2;
}
