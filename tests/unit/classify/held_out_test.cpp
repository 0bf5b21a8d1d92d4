// SPDX-License-Identifier: EUPL-1.2
// What the scores are worth on notes that nothing was learnt from, and that they do not turn on
// gender.
#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "classify/classify.hpp"
#include "classify/reading.hpp"
#include "route/route.hpp"

using namespace report;

namespace {

const Rulebook& rules() {
  static const Rulebook rulebook = builtin_rulebook();
  return rulebook;
}

std::vector<nlohmann::json> notes(std::string_view ending) {
  std::vector<nlohmann::json> all;
  for (const auto& entry : std::filesystem::directory_iterator(REPORT_SOURCE_DIR "/tests/corpus")) {
    const std::string name = entry.path().filename();
    if (!name.starts_with("hand-") || !name.ends_with(ending)) continue;
    if (ending == ".jsonl" && name.ends_with("-aside.jsonl")) continue;
    std::ifstream lines(entry.path());
    for (std::string line; std::getline(lines, line);) all.push_back(nlohmann::json::parse(line));
  }
  return all;
}

/// The likeliest category or scope of a note, as the corpus writes it, and its score.
std::pair<std::string, double> said_of(const Classification& classification) {
  if (classification.scope != "integrity")
    return {"out:" + classification.scope, classification.scope_score};
  return {classification.categories.front().id, classification.categories.front().score};
}

/// `text` with every whole word `from` made `to`.
std::string with_word(std::string text, const std::string& from, const std::string& to) {
  const auto letter = [&](std::size_t at) {
    return at < text.size() && (std::isalpha(static_cast<unsigned char>(text[at])) != 0 ||
                                (static_cast<unsigned char>(text[at]) & 0x80U) != 0);
  };
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    if ((at > 0 && letter(at - 1)) || letter(at + from.size())) continue;
    text.replace(at, from.size(), to);
  }
  return text;
}

}  // namespace

TEST_CASE("held out: a score says how often it is right, on notes that nothing was learnt from") {
  struct Band {
    double least, most;
    int notes = 0, right = 0;
  };
  std::array bands{Band{0, 0.35}, Band{0.35, 0.55}, Band{0.55, 0.75}, Band{0.75, 1.01}};
  for (const auto& note : notes("-aside.jsonl")) {
    const Scrubbed scrubbed = scrub({"", note.at("text"), std::nullopt}, rules());
    const auto [said, score] = said_of(classify(scrubbed.text, rules()));
    const auto& own = note.at("categories");
    for (Band& band : bands) {
      if (score < band.least || score >= band.most) continue;
      ++band.notes;
      band.right += std::find(own.begin(), own.end(), said) != own.end() ? 1 : 0;
    }
  }
  double before = 0;
  for (const Band& band : bands) {
    const double share = static_cast<double>(band.right) / std::max(band.notes, 1);
    MESSAGE("score ", band.least, " to ", band.most, ": ", band.notes, " notes, ", share, " right");
    CHECK(band.notes > 10);
    CHECK(share >= before);
    CHECK(share >= band.least);
    before = share;
  }
}

TEST_CASE("held out: the gender of the accused changes no category, score or route") {
  const std::vector<std::pair<std::string, std::string>> flips{{"hij", "zij"},
                                                               {"Hij", "Zij"},
                                                               {"hem", "haar"},
                                                               {"zijn broer", "haar broer"},
                                                               {"agent", "agente"},
                                                               {"medewerker", "medewerkster"},
                                                               {"meneer", "mevrouw"},
                                                               {"teamleider", "teamleidster"},
                                                               {"directeur", "directrice"},
                                                               {"ambtenaar", "ambtenares"},
                                                               {"bewaarder", "bewaarster"}};
  std::size_t flipped = 0;
  for (const auto& note : notes(".jsonl")) {
    const Scrubbed scrubbed = scrub({"", note.at("text"), std::nullopt}, rules());
    const std::string text = scrubbed.text.text();
    std::string other = text;
    for (const auto& [from, to] : flips) other = with_word(other, from, to);
    if (other == text) continue;
    ++flipped;
    CAPTURE(note.at("id").get<std::string>());
    const Reading one = read_cues_in(text, written_labels(text), rules());
    const Reading two = read_cues_in(other, written_labels(other), rules());
    REQUIRE(one.scores.size() == two.scores.size());
    for (std::size_t i = 0; i < one.scores.size(); ++i)
      CHECK(one.scores[i] == doctest::Approx(two.scores[i]).epsilon(1e-6));
  }
  CHECK(flipped > 100);
}
