// SPDX-License-Identifier: EUPL-1.2
#include "unit/find/person_sentences.hpp"

#include <set>

#include <doctest/doctest.h>

#include "find/find.hpp"

using namespace report;

namespace {

/// The letters of the note that removed persons cover.
std::string covered(const std::string& note, const Rulebook& rulebook) {
  const Document document = read_document({"", note});
  std::string out;
  for (const Finding& finding : find(document, rulebook).removed) {
    if (finding.type != "person") continue;
    out += std::string(document.view.text).substr(finding.span.begin, finding.span.size()) + '|';
  }
  return out;
}

}  // namespace

TEST_CASE("persons: names of many origins are removed, whole") {
  const Rulebook rulebook = builtin_rulebook();
  std::set<std::string> failures;
  for (const std::string sentence : with_names) {
    const auto [note, marked] = unmark({sentence, {}});
    REQUIRE(marked);
    const Document document = read_document({"", note});
    bool found = false;
    for (const Finding& finding : find(document, rulebook).removed)
      found = found || (finding.type == "person" && finding.span.contains(*marked));
    if (found) continue;
    failures.insert(sentence);
    if (!missed_today.contains(sentence)) FAIL_CHECK(sentence << " -> " << covered(note, rulebook));
  }
  CHECK(failures == missed_today);
}

TEST_CASE("persons: ordinary words with capitals, places, bodies and brands stay") {
  const Rulebook rulebook = builtin_rulebook();
  std::set<std::string> failures;
  for (const std::string sentence : without_names) {
    const std::string taken = covered(sentence, rulebook);
    if (taken.empty()) continue;
    failures.insert(sentence);
    if (!taken_today.contains(sentence)) FAIL_CHECK(sentence << " -> " << taken);
  }
  CHECK(failures == taken_today);
}
