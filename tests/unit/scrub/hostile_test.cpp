// SPDX-License-Identifier: EUPL-1.2
// No note makes scrub() fail, and nothing of a note is lost but what findings cover.
#include "unit/text/hostile.hpp"

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "scrub/scrub.hpp"

using namespace report;

namespace {

/// What is wrong with the scrubbed note; empty when nothing is.
std::string fault_of(const std::string& note, const Rulebook& rulebook) {
  Scrubbed done = [&] {
    try {
      return scrub({"n", note}, rulebook);
    } catch (const Error& error) {
      if (error.code() != "empty") throw;
      return scrub({"n", "leeg"}, rulebook);
    }
  }();
  if (done.findings.empty() && done.text.text() == "leeg") return "";
  std::size_t last = 0;
  for (const Removal& finding : done.findings) {
    if (finding.start < last || finding.end <= finding.start) return "findings out of order";
    last = finding.end;
  }
  // Labels and what stayed between them come from rising places of the note; what stayed is there
  // letter for letter, so the clean text without what findings cover is the scrubbed one without
  // labels.
  const std::vector<Span> labels = done.text.labels();
  if (labels.size() != done.findings.size()) return "labels and findings differ in number";
  const std::string clean_text = clean(note).text;
  std::string rest;
  std::size_t at = 0;
  for (const Span& label : labels) {
    rest += done.text.text().substr(at, label.begin - at);
    at = label.end;
  }
  rest += done.text.text().substr(at);
  std::size_t found = 0;
  for (std::size_t i = 0; i < clean_text.size() && found < rest.size(); ++i)
    if (clean_text[i] == rest[found]) ++found;
  if (found < rest.size()) return "the scrubbed text holds what the note does not";
  std::size_t covered = 0;
  const DerivedText derived = clean(note);
  CodePointCounter points(note);
  std::vector<std::size_t> point_of(derived.text.size());
  for (std::size_t i = 0; i < point_of.size(); ++i) point_of[i] = points(derived.origin[i]);
  for (std::size_t i = 0; i < point_of.size(); ++i)
    for (const Removal& finding : done.findings)
      if (point_of[i] >= finding.start && point_of[i] < finding.end) {
        ++covered;
        break;
      }
  return rest.size() + covered == clean_text.size() ? ""
                                                    : "something is lost that no finding covers";
}

}  // namespace

TEST_CASE("scrub: hostile notes lose nothing but what findings cover") {
  const Rulebook rulebook = builtin_rulebook();
  HostileTexts hostile(31);
  for (int i = 0; i < 1500; ++i) {
    const std::string note = hostile.next(60);
    if (const std::string fault = fault_of(note, rulebook); !fault.empty())
      FAIL_CHECK(fault << ":\n" << note);
  }
}

TEST_CASE("scrub: veiled examples and endless pieces lose nothing but what findings cover") {
  const Rulebook rulebook = builtin_rulebook();
  HostileTexts hostile(37);
  std::size_t number = 0;
  for (const FindRule& rule : rulebook.find.rules)
    for (const Example& example : rule.match) {
      std::string note =
          hostile.veiled("Gebeld door Jan de Vries. " + unmark(example).text + "\nEinde.");
      if (++number % 20 == 0) note += hostile.repeated(600);
      if (const std::string fault = fault_of(note, rulebook); !fault.empty())
        FAIL_CHECK(fault << ":\n" << note);
    }
}
