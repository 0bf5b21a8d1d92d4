// SPDX-License-Identifier: EUPL-1.2
// For rules/classify/train alone: what there is to learn from in a note, one JSON line each: the
// hits of the cues, and the word features with how often they stand there. usage: note_features
// RULES < {"id", "text", "scrubbed"?} lines; a text that is scrubbed already, labels written in it,
// is read as it is
#include <map>

#include "classify/reading.hpp"
#include "classify/word_features.hpp"
#include "document/written_labels.hpp"
#include "rulebook/training_lines.hpp"

namespace {

report::Reading read(const nlohmann::json& note, const report::Rulebook& rulebook) {
  const std::string text = note.at("text");
  if (note.value("scrubbed", false))
    return report::read_cues_in(text, report::written_labels(text), rulebook);
  return report::read_cues_in(report::scrub({note.at("id"), text}, rulebook).text, rulebook);
}

nlohmann::json tell(const nlohmann::json& note, const report::Rulebook& rulebook) {
  const report::Reading reading = read(note, rulebook);
  nlohmann::json hits = nlohmann::json::array();
  for (const report::CueHit& hit : reading.hits) {
    const auto& document = *reading.document;
    const std::size_t begin = document.tokens[hit.begin].begin;
    const std::size_t end = document.tokens[hit.end - 1].end;
    hits.push_back({{"cue", rulebook.classify.cues.cues[hit.cue].id},
                    {"negated", hit.negated},
                    {"at", hit.begin},
                    {"words", document.view.text.substr(begin, end - begin)}});
  }
  std::map<std::string, std::size_t, std::less<>> words;
  report::for_each_word_feature(
      reading.text, rulebook.classify.alike,
      [&](std::string_view name, std::uint32_t, std::uint32_t) { ++words[std::string(name)]; });
  return {{"hits", hits}, {"words", words}};
}

}  // namespace

int main(int count, char** arguments) {
  return report::tell_each_line(count, arguments, "note_features", tell);
}
