// SPDX-License-Identifier: EUPL-1.2
// For rules/find/train alone: the words of notes that the rules leave, with the features they are
// weighed by, one JSON line a note; places in code points of the note. usage: leftover_words RULES,
// with {"id", "text"} lines on standard input
#include "find/leftovers.hpp"
#include "rulebook/training_lines.hpp"

namespace {

nlohmann::json tell(const nlohmann::json& note, const report::Rulebook& rulebook) {
  const report::Document document = report::read_document({note.at("id"), note.at("text")});
  report::FindOptions options;
  options.leftovers = false;
  const report::Found found = report::find(document, rulebook, options);
  const report::LookedUp text = report::look_up(document, rulebook.lexicon);
  report::NotePlaces places(document);
  nlohmann::json words = nlohmann::json::array();
  for (const report::LeftoverWord& word : report::leftover_words(text, found, rulebook)) {
    const report::Token& token = document.tokens[word.token];
    words.push_back(places.features_at({token.begin, token.end}, word.features));
  }
  return {{"words", words}};
}

}  // namespace

int main(int count, char** arguments) {
  return report::tell_each_line(count, arguments, "leftover_words", tell);
}
