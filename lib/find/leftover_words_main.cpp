// SPDX-License-Identifier: EUPL-1.2
// For rules/find/train alone: the words of notes that the rules leave, with the features they are
// weighed by and the numbers of the words beside each (-1: none), one JSON line a note; places in
// code points of the note. usage: leftover_words RULES, with {"id", "text"} lines on standard input
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
  const auto weighed = report::leftover_words(text, found, rulebook);
  std::vector<int> numbers(document.tokens.size(), -1);  // of the word of each token, -1: none
  for (std::size_t i = 0; i < weighed.size(); ++i) numbers[weighed[i].token] = static_cast<int>(i);
  for (const report::LeftoverWord& word : weighed) {
    const report::Token& token = document.tokens[word.token];
    words.push_back(places.features_at({token.begin, token.end}, word.features));
    for (const auto& other : word.beside)
      words.back()["beside"].push_back(other ? numbers[*other] : -1);
  }
  return {{"words", words}};
}

}  // namespace

int main(int count, char** arguments) {
  return report::tell_each_line(count, arguments, "leftover_words", tell);
}
