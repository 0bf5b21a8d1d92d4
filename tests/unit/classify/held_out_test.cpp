// SPDX-License-Identifier: EUPL-1.2
// What the scores are worth on notes that nothing was learnt from, and that they do not turn on
// gender.
#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "classify/classify.hpp"
#include "classify/reading.hpp"
#include "document/written_labels.hpp"
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

/// What a word is made of, over ASCII by whole bytes: "collega's" is one, and so is what a hyphen
/// holds together.
bool in_word(char byte) {
  return std::isalpha(static_cast<unsigned char>(byte)) != 0 ||
         (static_cast<unsigned char>(byte) & 0x80U) != 0 || byte == '\'' || byte == '-';
}

/// `text` with every word of `flips` made the other, but the second half of one that a line breaks;
/// a capital stays one.
std::string flipped(const std::string& text, const std::map<std::string, std::string>& flips) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && in_word(text[end])) ++end;
    std::string word = text.substr(at, std::max<std::size_t>(end - at, 1));
    const bool capital = std::isupper(static_cast<unsigned char>(word[0])) != 0;
    if (capital) word[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(word[0])));
    const bool broken_off = at >= 2 && text.compare(at - 2, 2, "-\n") == 0;
    if (const auto flip = flips.find(word); flip != flips.end() && !broken_off) word = flip->second;
    if (capital) word[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(word[0])));
    out += word;
    at = std::max(end, at + 1);
  }
  return out;
}

/// The words of rules/classify/alike.yaml that count as another, one way (to what they count as) or
/// the other, with the pronouns that mean one thing only. A word that is alike for another reason
/// than gender is changed, too: it must not matter either.
std::map<std::string, std::string> gender_flips(bool back) {
  std::map<std::string, std::string> flips;
  if (back) flips = {{"hij", "zij"}, {"hem", "haar"}, {"meneer", "mevrouw"}, {"dhr", "mevr"}};
  if (!back) flips = {{"mevrouw", "meneer"}, {"mevr", "dhr"}, {"zijzelf", "hijzelf"}};
  for (const auto& [word, as] : rules().classify.alike.same)
    if (!as.empty()) flips.emplace(back ? as : word, back ? word : as);
  return flips;
}

}  // namespace

TEST_CASE("held out: a score says how often it is right, on notes that nothing was learnt from") {
  struct Band {
    double least, most;
    int notes = 0, right = 0;
  };
  std::array bands{Band{0, 0.45}, Band{0.45, 0.65}, Band{0.65, 0.85}, Band{0.85, 1.01}};
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
    CHECK(band.notes > 30);  // fewer say nothing
    CHECK(share >= before);
    CHECK(share >= band.least);
    before = share;
  }
}

TEST_CASE("held out: the gender of the accused changes no category, score or route") {
  const std::map<std::string, std::string> there = gender_flips(false), back = gender_flips(true);
  REQUIRE(there.size() > 50);
  REQUIRE(back.size() > 40);
  std::size_t changed = 0;
  for (const auto* const flips : {&there, &back})
    for (const auto& note : notes(".jsonl")) {
      const Scrubbed one = scrub({"", note.at("text"), std::nullopt}, rules());
      // How long a line is tells where a paragraph ends, and a flipped word has another length. Its
      // end ends a sentence, or a chat would be one.
      std::string text = one.text.text();
      for (std::size_t i = 1; i < text.size(); ++i)
        if (text[i] == '\n' && text[i - 1] != '-')
          text[i] = i + 1 < text.size() && text[i + 1] == '\n' ? '.' : ' ';
      const std::string other = flipped(text, *flips);
      if (other == text) continue;
      ++changed;
      CAPTURE(note.at("id").get<std::string>());
      const Reading first = read_cues_in(text, written_labels(text), rules());
      const Reading second = read_cues_in(other, written_labels(other), rules());
      REQUIRE(first.scores.size() == second.scores.size());
      for (std::size_t i = 0; i < first.scores.size(); ++i)
        CHECK(first.scores[i] == doctest::Approx(second.scores[i]).epsilon(1e-6));
      for (const char* kind : {"category", "scope", "route"})
        CHECK(first.likeliest(rules().classify, kind) == second.likeliest(rules().classify, kind));
    }
  CHECK(changed > 100);
}
