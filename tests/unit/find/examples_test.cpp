// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include <doctest/doctest.h>

#include "document/written_labels.hpp"
#include "find/find.hpp"
#include "find/rules.hpp"

using namespace report;

namespace {

std::vector<Span> hits_of(const FindRule& rule, const Rulebook& rulebook, const std::string& note,
                          double least) {
  const Document document = read_document({"", note}, written_labels(note));
  const RuleHits hits = apply_rules(look_up(document, rulebook.lexicon), rulebook);
  std::vector<Span> spans;
  for (const Finding& finding : hits.findings)
    if (finding.rule == rule.id && finding.certainty >= least)
      spans.push_back(document.clean.to_source(document.view.to_source(finding.span)));
  for (const Trace& trace : hits.traces)
    if (trace.rule == rule.id)
      spans.push_back(document.clean.to_source(document.view.to_source(trace.span)));
  return spans;
}

std::string place_of(const Place& place) { return place.file + ':' + std::to_string(place.line); }

bool is_placeholder(const std::string& text) { return text.size() <= std::string("«x»").size(); }

}  // namespace

TEST_CASE("rules: every rule finds its examples, where they are marked") {
  const Rulebook rulebook = builtin_rulebook();
  REQUIRE(rulebook.find.rules.size() > 10);
  for (const FindRule& rule : rulebook.find.rules)
    for (const Example& example : rule.match) {
      CAPTURE(rule.id);
      CAPTURE(place_of(example.place));
      CAPTURE(example.text);
      const auto [note, marked] = unmark(example);
      const std::vector<Span> spans = hits_of(rule, rulebook, note, FindOptions().unsure);
      CHECK_FALSE(spans.empty());
      if (marked) CHECK(std::find(spans.begin(), spans.end(), *marked) != spans.end());
    }
}

TEST_CASE("rules: no rule reports its counter-examples") {
  const Rulebook rulebook = builtin_rulebook();
  const FindOptions options;
  for (const FindRule& rule : rulebook.find.rules) {
    const double least = std::clamp(rule.certainty, options.unsure, options.threshold);
    for (const Example& example : rule.no_match) {
      CAPTURE(rule.id);
      CAPTURE(place_of(example.place));
      CAPTURE(example.text);
      CHECK(hits_of(rule, rulebook, unmark(example).text, least).empty());
    }
  }
}

TEST_CASE("name contexts: the marked name of every example is found as a person") {
  const Rulebook rulebook = builtin_rulebook();
  for (const NameContext& context : rulebook.find.names.contexts)
    for (const Example& example : context.match) {
      const auto [note, marked] = unmark(example);
      if (is_placeholder(example.text) || !marked || context.weight <= 0) continue;
      CAPTURE(context.id);
      CAPTURE(place_of(example.place));
      CAPTURE(example.text);
      const Document document = read_document({"", note});
      bool found = false;
      for (const Finding& finding : find(document, rulebook).removed) {
        const Span span = document.clean.to_source(document.view.to_source(finding.span));
        found = found || (finding.type == "person" && span.contains(*marked));
      }
      CHECK(found);
    }
}

TEST_CASE("name contexts: no context makes a person of its counter-examples") {
  const Rulebook rulebook = builtin_rulebook();
  for (const NameContext& context : rulebook.find.names.contexts)
    for (const Example& example : context.no_match) {
      if (is_placeholder(example.text)) continue;
      CAPTURE(context.id);
      CAPTURE(place_of(example.place));
      CAPTURE(example.text);
      const Document document = read_document({"", unmark(example).text});
      for (const Finding& finding : find(document, rulebook).removed)
        CHECK(finding.rule != context.id);
    }
}
