// SPDX-License-Identifier: EUPL-1.2
#include "find/persons.hpp"

#include <doctest/doctest.h>

#include "find/certainty.hpp"
#include "find/name_runs.hpp"

using namespace report;

namespace {

/// Numbers of the runs given as token ranges; words of one letter are initials, others the name.
std::vector<std::uint32_t> numbers(const std::string& text,
                                   const std::vector<std::pair<std::size_t, std::size_t>>& ranges) {
  static const Lexicon lexicon = Lexicon::build({"tussenvoegsel"}, {{"van", 0}, {"de", 0}});
  const Document document = read_document({"", text});
  const LookedUp looked = look_up(document, lexicon);
  std::vector<NameRun> runs;
  for (const auto& [begin, end] : ranges) {
    NameRun run;
    run.begin = begin;
    run.end = end;
    for (std::size_t i = begin; i < end; ++i) {
      const Token& token = document.tokens[i];
      if (!token.is_word() || !token.capital) continue;
      (token.end - token.begin == 1 ? run.initials : run.core).push_back(i);
    }
    runs.push_back(run);
  }
  return number_persons(looked, runs);
}

using Numbers = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("persons: numbers rise by first mention, the same for the same name") {
  CHECK(numbers("Piet Smit en Jan Bos en Piet Smit", {{0, 2}, {3, 5}, {6, 8}}) == Numbers{1, 2, 1});
}

TEST_CASE("persons: a shorter name joins the one longer name it fits") {
  CHECK(numbers("Piet Smit en Jan Bos en Smit en Jan", {{0, 2}, {3, 5}, {6, 7}, {8, 9}}) ==
        Numbers{1, 2, 1, 2});
  CHECK(numbers("Smit en Piet Smit", {{0, 1}, {2, 4}}) == Numbers{1, 1});
}

TEST_CASE("persons: a bare surname that two share is neither of them") {
  CHECK(numbers("Piet Smit en Jan Smit en Smit", {{0, 2}, {3, 5}, {6, 7}}) == Numbers{1, 2, 3});
}

TEST_CASE("persons: initials fit the given name they begin") {
  CHECK(numbers("Piet Smit en P. Smit", {{0, 2}, {3, 6}}) == Numbers{1, 1});
  CHECK(numbers("Piet Smit en J. Smit", {{0, 2}, {3, 6}}) == Numbers{1, 2});
}

TEST_CASE("persons: a genitive is the same person") {
  CHECK(numbers("Piet Smit en Smits auto", {{0, 2}, {3, 4}}) == Numbers{1, 1});
}

TEST_CASE("persons: diacritics and capitals do not part a person") {
  CHECK(numbers("René Çelik en RENE CELIK", {{0, 2}, {3, 5}}) == Numbers{1, 1});
}

TEST_CASE("persons: nobody has no number") { CHECK(numbers("Niemand", {}).empty()); }

TEST_CASE("certainty: one half at the threshold, never falling with the score") {
  NameModel model;
  model.threshold = 1.5;
  model.unsure = -1;
  CHECK(certainty_of(1.5, model.unsure, model.threshold) == doctest::Approx(0.5));
  CHECK(certainty_of(-1, model.unsure, model.threshold) == doctest::Approx(0.2));
  double before = -1;
  for (double score = -8; score < 12; score += 0.05) {
    const double now = certainty_of(score, model.unsure, model.threshold);
    CHECK(now >= before);
    CHECK(now >= 0);
    CHECK(now <= 1);
    before = now;
  }
}
