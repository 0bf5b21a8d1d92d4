// SPDX-License-Identifier: EUPL-1.2
#include <fstream>
#include <set>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "findings.hpp"
#include "rule_list.hpp"
#include "rulebook/rulebook.hpp"

namespace report {
namespace {

TEST_CASE("every rule that findings and traces of the test notes name says why, and can be shown") {
  const Rulebook rulebook = builtin_rulebook();
  std::set<std::string> listed;
  for (const RuleCard& card : list_find_rules(rulebook.find)) listed.insert(card.id);
  std::set<std::string> named;
  for (const char* hand : {"5", "j", "m", "q"}) {
    std::ifstream lines(std::string(REPORT_SOURCE_DIR "/tests/corpus/hand-") + hand + ".jsonl");
    for (std::string line; std::getline(lines, line);) {
      const auto note = nlohmann::json::parse(line);
      const Scrubbed scrubbed = scrub({note.at("id"), note.at("text")}, rulebook);
      for (const Removal& one : scrubbed.findings) named.insert(one.rule);
      for (const Removal& one : scrubbed.unsure) named.insert(one.rule);
      for (const TraceView& one : scrubbed.traces) named.insert(one.rule);
    }
  }
  REQUIRE(named.size() > 150);
  for (const Language language : {Language::nl, Language::en}) {
    const Reasons reasons(rulebook, language);
    for (const std::string& rule : named) {
      CAPTURE(rule);
      CHECK_FALSE(reasons.of(rule).empty());
      CHECK(listed.contains(rule));
    }
  }
}

}  // namespace
}  // namespace report
