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

TEST_CASE("persons: an article or a place behind a name is no tussenvoegsel") {
  const Rulebook rulebook = builtin_rulebook();
  CHECK(covered("toen heeft mohamed het koper verkocht", rulebook) == "mohamed|");
  CHECK(covered("Daar werkt Nnamdi in het Rijkslaboratorium als analist.", rulebook) == "Nnamdi|");
  CHECK(covered("Zijn neef Piet van der Veld hielp.", rulebook) == "Piet van der Veld|");
}

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

TEST_CASE(
    "persons: one letter and a full stop is who of the note begins so, once nobody else does") {
  const Rulebook rulebook = builtin_rulebook();
  CHECK(covered("m is met claudia smit op pad. ze ging met c. op vakantie", rulebook) ==
        "claudia smit|c|");
  CHECK(covered("Collega Van Hoorn tekende. Toen zei Van H. dat het mocht.", rulebook) ==
        "Van Hoorn|Van H|");
  // Nobody begins so; a letter that stands for a word; a numbered point.
  CHECK(covered("m is met claudia smit op pad. ze ging met k. op vakantie", rulebook) ==
        "claudia smit|");
  CHECK(covered("collega martijn smit tekende. daarna zei m. dat het mocht", rulebook) ==
        "martijn smit|");
  CHECK(covered("collega claudia smit tekende. zie punt c. 3 van de brief", rulebook) ==
        "claudia smit|");
}

TEST_CASE("persons: a long word that a scanner read with rn for m is the word") {
  const Rulebook rulebook = builtin_rulebook();
  const Document document = read_document({"", "de penningrneester en Starn"});
  const LookedUp text = look_up(document, rulebook.lexicon);
  CHECK(text.is(1, *rulebook.lexicon.class_bit("ordinary")));
  CHECK_FALSE(text.is(3, *rulebook.lexicon.class_bit("ordinary")));
}
