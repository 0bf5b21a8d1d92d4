// SPDX-License-Identifier: EUPL-1.2
#include "rulebook/spelled_words.hpp"

#include <doctest/doctest.h>

#include "rulebook/lexicon.hpp"
#include "rulebook/rulebook.hpp"

namespace report {
namespace {

const SpelledWord* word(std::string_view folded) {
  static const Rulebook rulebook = builtin_rulebook();
  return rulebook.find.spelled.find(Lexicon::hash_of(folded).low);
}

TEST_CASE("spelled: Dutch numbers are made of their parts") {
  for (const auto& [spoken, number] : {std::pair{"vier", "4"},
                                       {"veertien", "14"},
                                       {"vierenveertig", "44"},
                                       {"tweehonderdzes", "206"}}) {
    CAPTURE(spoken);
    REQUIRE(word(spoken) != nullptr);
    CHECK(word(spoken)->text == number);
  }
}

// Joined with one another, they would be hundreds of thousands of words to load before the first
// note.
TEST_CASE("spelled: numbers of other languages stand apart") {
  for (const auto& [spoken, number] :
       {std::pair{"deux", "2"}, {"zwanzig", "20"}, {"szesc", "6"}, {"seventeen", "17"}}) {
    CAPTURE(spoken);
    REQUIRE(word(spoken) != nullptr);
    CHECK(word(spoken)->text == number);
  }
  CHECK(word("deux")->kind == SpelledKind::digit);
  CHECK(word("zwanzig")->kind == SpelledKind::number);
  for (const char* joined : {"deuxentwintig", "vierenzwanzig", "deuxhonderd", "honderdzwanzig"}) {
    CAPTURE(joined);
    CHECK(word(joined) == nullptr);
  }
}

}  // namespace
}  // namespace report
