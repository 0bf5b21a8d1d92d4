// SPDX-License-Identifier: EUPL-1.2
// For the programs that training scripts call: notes come in, one JSON line each, and what there is
// to learn from goes out.
#pragma once

#include <exception>
#include <iostream>
#include <string>

#include <nlohmann/json.hpp>

#include "document/document.hpp"
#include "rulebook/rulebook.hpp"

namespace report {

/// The main() of such a program; its argument is a folder of rules. For every line {"id", "text",
/// ...} prints {"id"} and what `tell(line, rulebook)` says, an object. 2 for any error, said after
/// `name`.
template <typename Tell>
int tell_each_line(int count, char** arguments, const char* name, Tell tell) try {
  if (count != 2) return 2;
  const Rulebook rulebook = read_rulebook(arguments[1]);
  std::string line;
  while (std::getline(std::cin, line)) {
    const auto note = nlohmann::json::parse(line);
    nlohmann::json told = tell(note, rulebook);
    told["id"] = note.at("id");
    std::cout << told.dump() << '\n';
  }
  return 0;
} catch (const std::exception& error) {
  std::cerr << name << ": " << error.what() << '\n';
  return 2;
}

/// Tells where passages of a document's view stand in its note, in code points, in their order.
class NotePlaces {
 public:
  explicit NotePlaces(const Document& document)
      : document_(document), points_(document.note.text) {}

  /// {"start", "end", "features"}
  template <typename Features>
  nlohmann::json features_at(Span view, const Features& features) {
    const Span source = document_.clean.to_source(document_.view.to_source(view));
    const auto begin = points_(source.begin);
    return {{"start", begin}, {"end", points_(source.end)}, {"features", features}};
  }

 private:
  const Document& document_;
  CodePointCounter points_;
};

}  // namespace report
