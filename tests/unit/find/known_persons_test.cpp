// SPDX-License-Identifier: EUPL-1.2
#include "find/known_persons.hpp"

#include <doctest/doctest.h>

#include "document/document.hpp"

using namespace report;

TEST_CASE("known persons: by any word of the name, small words aside, and new ones from then on") {
  const Lexicon lexicon = Lexicon::build({"stopword"}, {{"van", 0}});
  const Document document = read_document({"", "Jan van Acker belde"});
  const LookedUp text = look_up(document, lexicon);
  Finding finding;
  finding.span = {0, 13};
  finding.person = 4;
  KnownPersons persons(text, {finding});
  CHECK(persons.number("ACKER") == 4);
  CHECK(persons.number("van Loon") == 5);
  CHECK(persons.number("Piet") == 6);
  CHECK(persons.number("loon, jr.") == 5);
}
