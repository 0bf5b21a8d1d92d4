// SPDX-License-Identifier: EUPL-1.2
// Whose name the accused has changes nothing: over the annotated notes, with names of five origins.
// None has the initials of an office: those of a name go with it, and RR would be the
// Rijksrecherche.
#include <array>
#include <filesystem>
#include <fstream>
#include <set>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "classify/classify.hpp"
#include "route/route.hpp"

using namespace report;

namespace {

using Json = nlohmann::json;

struct Name {
  std::string given, surname;
};

/// `text` with the names of the accused made another: all of a name, or its last word.
std::string named(const Json& note, const Name& name) {
  const std::string text = note.at("text");
  std::vector<std::size_t> byte_of;  // of each code point
  for (std::size_t at = 0; at < text.size(); ++at)
    if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U) byte_of.push_back(at);
  byte_of.push_back(text.size());
  std::string out;
  std::size_t from = 0;
  for (const Json& span : note.at("spans")) {
    if (span.at("type") != "PER" || span.at("role") != "subject") continue;
    const std::size_t begin = byte_of[span.at("start").get<std::size_t>()];
    const std::size_t end = byte_of[span.at("end").get<std::size_t>()];
    if (begin < from) continue;
    const bool whole = text.substr(begin, end - begin).find(' ') != std::string::npos;
    out += text.substr(from, begin - from) + (whole ? name.given + " " : "") + name.surname;
    from = end;
  }
  return out + text.substr(from);
}

}  // namespace

TEST_CASE("names: an accused of another origin is no other case") {
  const std::array<Name, 5> origins{{{"Willem", "Jansen"},
                                     {"Mohamed", "Bouzid"},
                                     {"Mehmet", "Yılmaz"},
                                     {"Sherida", "Biharie"},
                                     {"Krzysztof", "Kowalski"}}};
  const Rulebook rules = builtin_rulebook();
  std::size_t notes = 0, other = 0;
  for (const auto& file : std::filesystem::directory_iterator(
           std::filesystem::path(REPORT_SOURCE_DIR) / "tests/corpus")) {
    const std::string name = file.path().filename();
    if (!name.starts_with("hand-") || name.size() != std::string("hand-x.jsonl").size()) continue;
    std::ifstream lines(file.path());
    for (std::string line; std::getline(lines, line);) {
      const Json note = Json::parse(line);
      if (named(note, origins[0]) == note.at("text")) continue;
      std::set<std::string> said;
      for (const Name& origin : origins) {
        const Scrubbed scrubbed = scrub({"", named(note, origin), std::nullopt}, rules);
        const Reading reading = read_cues_in(scrubbed.text, rules);
        const Classification classification = classify(scrubbed.text, reading, rules);
        const Decision decision = route(scrubbed, reading, classification, rules);
        said.insert(classification.scope + " " +
                    (classification.categories.empty() ? "" : classification.categories[0].id) +
                    " " + decision.route + " " + decision.rule);
      }
      ++notes;
      if (said.size() == 1) continue;
      ++other;
      MESSAGE(note.at("id").get<std::string>() << ": " << said.size() << " answers");
    }
  }
  REQUIRE(notes > 300);
  MESSAGE(notes << " notes, " << other << " that change with the name");
  CHECK(other == 0);
}
