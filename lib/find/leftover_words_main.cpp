// SPDX-License-Identifier: EUPL-1.2
// For rules/find/train alone: the words of notes that the rules leave, with the features they are
// weighed by, one JSON line a note; places in code points of the note. usage: leftover_words RULES
// <
// {"id", "text"} lines
#include <iostream>

#include <nlohmann/json.hpp>

#include "find/leftovers.hpp"
#include "rulebook/rulebook.hpp"

int main(int count, char** arguments) try {
  if (count != 2) return 2;
  const report::Rulebook rulebook = report::read_rulebook(arguments[1]);
  std::string line;
  while (std::getline(std::cin, line)) {
    const auto note = nlohmann::json::parse(line);
    const report::Document document =
        report::read_document({note.at("id"), note.at("text"), std::nullopt});
    report::FindOptions options;
    options.leftovers = false;
    const report::Found found = report::find(document, rulebook, options);
    const report::LookedUp text = report::look_up(document, rulebook.lexicon);
    report::CodePointCounter points(document.note.text);
    nlohmann::json words = nlohmann::json::array();
    for (const report::LeftoverWord& word : report::leftover_words(text, found, rulebook)) {
      const report::Token& token = document.tokens[word.token];
      const report::Span source =
          document.clean.to_source(document.view.to_source({token.begin, token.end}));
      const auto begin = points(source.begin);
      words.push_back({{"start", begin}, {"end", points(source.end)}, {"features", word.features}});
    }
    std::cout << nlohmann::json{{"id", note.at("id")}, {"words", words}}.dump() << '\n';
  }
  return 0;
} catch (const std::exception& error) {
  std::cerr << "leftover_words: " << error.what() << '\n';
  return 2;
}
