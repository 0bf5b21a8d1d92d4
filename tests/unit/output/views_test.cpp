// SPDX-License-Identifier: EUPL-1.2
#include <doctest/doctest.h>

#include "output/json.hpp"
#include "output/severity.hpp"
#include "output/text.hpp"

using namespace report;

namespace {

constexpr std::string_view note = "één é\nzoë Ján.";

/// Only scrub() makes a scrubbed text; what it found is then set by hand.
Scrubbed some_findings() {
  static const Rulebook rules = read_rulebook(REPORT_SOURCE_DIR "/tests/cli/rules");
  Scrubbed scrubbed = scrub({.id = "é", .text = std::string(note)}, rules);
  scrubbed.findings = {{.start = 10,
                        .end = 13,
                        .type = "person",
                        .role = Role::third,
                        .rule = "r",
                        .certainty = 0.876,
                        .label = "[PERSOON 1]"}};
  scrubbed.unsure = {
      {.start = 3, .end = 5, .type = "phone", .rule = "s", .certainty = 0.3, .label = {}}};
  scrubbed.traces = {{.start = 7, .end = 8, .trace_class = "quote", .rule = "t", .treatment = {}}};
  return scrubbed;
}

}  // namespace

TEST_CASE("severity: all that was spotted stands in the order of the note with its place") {
  const auto spotted = spotted_in(some_findings(), note);
  REQUIRE(spotted.size() == 3);
  CHECK(spotted[0].severity == Severity::unsure);
  CHECK(spotted[0].line == 1);
  CHECK(spotted[0].column == 4);
  CHECK(spotted[1].severity == Severity::trace);
  CHECK(spotted[1].line == 2);
  CHECK(spotted[1].column == 2);
  CHECK(spotted[2].severity == Severity::identifier);
  CHECK(spotted[2].column == 5);
}

TEST_CASE("json: scrub has the keys of INTERFACE in their order, and no value") {
  CHECK(
      dump(scrub_json(some_findings(), note, Values::hidden)) ==
      R"({"id":"é","text":"één é\nzoë Ján.","findings":[{"start":10,"end":13,"type":"person","role":"third",)"
      R"("rule":"r","certainty":0.88,"label":"[PERSOON 1]"}],"unsure":[{"start":3,"end":5,)"
      R"("type":"phone","rule":"s","certainty":0.3}],)"
      R"("traces":[{"start":7,"end":8,"class":"quote","rule":"t"}]})");
}

TEST_CASE("json: values stand in it only when asked for") {
  const Json json = scrub_json(some_findings(), note, Values::shown);
  CHECK(json["findings"][0]["value"] == "Ján");
  CHECK(json["unsure"][0]["value"] == " é");
}

TEST_CASE("json: a decision has null for what is not known and ready without holds") {
  Decision decision;
  decision.route = "hold";
  CHECK(dump(route_json("a", decision)) ==
        R"({"id":"a","route":"hold","organisation":null,"accused":{"office":null},)"
        R"("addressee":null,"release":"ready","holds":[],"rule":"","grounds":[]})");
  decision.holds.push_back({"safe", say({"waarom", "why"}), 1, 2});
  decision.addressee = Addressee{"burgemeester", "gemeente Zeist"};
  const Json json = route_json("a", decision);
  CHECK(json["release"] == "hold");
  CHECK(json["holds"][0]["reason"] == "why");
  CHECK(json["holds"][0]["end"] == 2);
  CHECK(json["addressee"]["organisation"] == "gemeente Zeist");
}

TEST_CASE("json: outside integrity a classification has no categories") {
  Classification classification;
  classification.scope = "threat";
  CHECK(dump(classify_json("a", classification)) ==
        R"({"id":"a","scope":"threat","categories":[]})");
}

TEST_CASE("json: a fault names its line and has no line where there is none") {
  const Error error = Error(Fault::input, say({"wat", "what"})).with_code("empty");
  CHECK(dump(fault_json(std::nullopt, 7, error)) ==
        R"({"id":null,"line":7,"error":{"code":"empty","message":"what"}})");
  CHECK(dump(fault_json("a", 0, error)) ==
        R"({"id":"a","error":{"code":"empty","message":"what"}})");
}

TEST_CASE("text: a decision names the titles of the rules in the language asked for") {
  const Rulebook rulebook = builtin_rulebook();
  Decision decision;
  decision.route = "refer:mma";
  const std::string text = decision_text(decision, rulebook, Language::nl);
  CHECK(text.find("0800-7000") != std::string::npos);
  CHECK(text.find("Besluit:") == 0);
  CHECK(decision_text(decision, rulebook, Language::en).find("Decision:") == 0);
}
