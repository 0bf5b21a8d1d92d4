// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "find/rules.hpp"
#include "unit/text/hostile.hpp"

using namespace report;

namespace {

std::string shown(const RuleHits& hits) {
  std::vector<std::string> lines;
  for (const Finding& finding : hits.findings)
    lines.push_back(finding.rule + ' ' + std::to_string(finding.span.begin) + '-' +
                    std::to_string(finding.span.end) + ' ' + std::to_string(finding.certainty));
  for (const Trace& trace : hits.traces)
    lines.push_back(trace.rule + ' ' + std::to_string(trace.span.begin) + '-' +
                    std::to_string(trace.span.end));
  std::sort(lines.begin(), lines.end());
  std::string all;
  for (const std::string& line : lines) all += line + '\n';
  return all;
}

/// Gates derived from a pattern change nothing, ever. A gate its author declared ("a number among
/// the next seven tokens") must change nothing in real text; of made-up text it may refuse some.
enum class Lifted { derived, all };

class Comparison {
 public:
  explicit Comparison(Lifted lifted) : usual_(builtin_rulebook()), ungated_(builtin_rulebook()) {
    for (FindRule& rule : ungated_.find.rules)
      if (lifted == Lifted::all || rule.need.kind != RuleNeed::Kind::number) rule.need = {};
  }

  void check(const std::string& note, const std::string& name) {
    if (note.find_first_not_of(" \n\t\r") == std::string::npos) return;
    Document document;
    try {
      document = read_document({name, note});
    } catch (const Error&) {
      return;
    }
    const LookedUp text = look_up(document, usual_.lexicon);
    const std::string fast = shown(apply_rules(text, usual_));
    const std::string full = shown(apply_rules(text, ungated_, Traces::treated, Filter::all));
    found_ += full.empty() ? 0U : 1U;
    if (fast != full)
      FAIL_CHECK(name << "\n--- by the filters\n" << fast << "--- by a full scan\n" << full);
  }
  [[nodiscard]] const FindRules& rules() const { return usual_.find; }
  [[nodiscard]] std::size_t found() const { return found_; }

 private:
  Rulebook usual_, ungated_;
  std::size_t found_ = 0;
};

}  // namespace

TEST_CASE("rules: the filters find exactly what a full scan finds in every example") {
  Comparison comparison(Lifted::all);
  for (const FindRule& rule : comparison.rules().rules)
    for (const auto* list : {&rule.match, &rule.no_match})
      for (const Example& example : *list)
        comparison.check(unmark(example).text, rule.id + ": " + example.text);
  CHECK(comparison.found() > comparison.rules().rules.size() / 2);
}

TEST_CASE("rules: the filters find exactly what a full scan finds where examples run together") {
  Comparison comparison(Lifted::derived);
  std::vector<std::string> texts;
  for (const FindRule& rule : comparison.rules().rules)
    for (const Example& example : rule.match) texts.push_back(unmark(example).text);
  REQUIRE_FALSE(texts.empty());
  HostileTexts hostile(3);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string& other = texts[(i * 7 + 3) % texts.size()];
    const std::string note = hostile.next(6) + texts[i].substr(0, texts[i].size() - i % 3) +
                             hostile.next(3) + other + hostile.next(6);
    comparison.check(note, note);
  }
}

TEST_CASE("rules: the filters find exactly what a full scan finds in hostile texts") {
  Comparison comparison(Lifted::derived);
  HostileTexts hostile(11);
  for (int i = 0; i < 1500; ++i) {
    const std::string note = hostile.next(40);
    comparison.check(note, note);
  }
}

TEST_CASE("rules: the filters find exactly what a full scan finds in veiled examples") {
  Comparison comparison(Lifted::derived);
  HostileTexts hostile(23);
  for (const FindRule& rule : comparison.rules().rules)
    for (const Example& example : rule.match) {
      const std::string note =
          hostile.veiled("Zo is het. " + unmark(example).text + " En dat was het.");
      comparison.check(note, note);
    }
  CHECK(comparison.found() > comparison.rules().rules.size() / 2);
}

TEST_CASE("rules: the filters find exactly what a full scan finds where one piece goes on and on") {
  Comparison comparison(Lifted::derived);
  HostileTexts hostile(29);
  for (int i = 0; i < 60; ++i) {
    const std::string note = hostile.next(6) + hostile.repeated(400) + hostile.next(6);
    comparison.check(note, note);
  }
}

TEST_CASE("rules: the filters find exactly what a full scan finds in the corpus") {
  const std::filesystem::path corpus =
      std::filesystem::path(REPORT_SOURCE_DIR) / ".." / "shared" / "corpus" / "tune.jsonl";
  if (!std::filesystem::exists(corpus)) {
    MESSAGE("no corpus beside the repository: skipped");
    return;
  }
  Comparison comparison(Lifted::all);
  std::ifstream file(corpus);
  for (std::string line; std::getline(file, line);) {
    const auto note = nlohmann::json::parse(line);
    comparison.check(note.at("text").get<std::string>(), note.at("id").get<std::string>());
  }
  CHECK(comparison.found() > 100);
}

TEST_CASE("rules: without traces the findings are the same") {
  const Rulebook rulebook = builtin_rulebook();
  const std::string note =
      "Als enige vrouw van de ploeg mailde ik a.b@voorbeeld.nl en 06-12345678.";
  const Document document = read_document({"n", note});
  const LookedUp text = look_up(document, rulebook.lexicon);
  const RuleHits both = apply_rules(text, rulebook);
  const RuleHits findings = apply_rules(text, rulebook, Traces::none);
  CHECK_FALSE(both.traces.empty());
  CHECK(findings.traces.empty());
  CHECK(findings.findings.size() == both.findings.size());
}
