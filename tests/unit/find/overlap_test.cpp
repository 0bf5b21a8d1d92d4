// SPDX-License-Identifier: EUPL-1.2
#include "find/overlap.hpp"

#include <random>

#include <doctest/doctest.h>

using report::Action;
using report::Finding;
using report::resolve_overlaps;
using report::Span;

namespace {

constexpr double threshold = 0.5;

Finding finding(std::size_t begin, std::size_t end, double certainty, const char* rule = "r",
                Action action = Action::remove) {
  Finding made;
  made.span = {begin, end};
  made.type = "t";
  made.rule = rule;
  made.certainty = certainty;
  made.action = action;
  return made;
}

}  // namespace

TEST_CASE("overlap: the more certain stays") {
  const auto kept =
      resolve_overlaps({finding(0, 5, 0.4, "weak"), finding(0, 5, 0.9, "strong")}, threshold);
  REQUIRE(kept.size() == 1);
  CHECK(kept[0].rule == "strong");
}

TEST_CASE("overlap: of equals the longer stays, then the earlier") {
  const auto longer =
      resolve_overlaps({finding(0, 5, 0.4, "short"), finding(0, 9, 0.4, "long")}, threshold);
  REQUIRE(longer.size() == 1);
  CHECK(longer[0].rule == "long");
  const auto earlier =
      resolve_overlaps({finding(3, 8, 0.4, "late"), finding(0, 5, 0.4, "early")}, threshold);
  REQUIRE(earlier.size() == 1);
  CHECK(earlier[0].rule == "early");
}

TEST_CASE("overlap: what stands free of others stays, in the order of the text") {
  const auto kept =
      resolve_overlaps({finding(10, 15, 0.3, "b"), finding(5, 10, 0.9, "a")}, threshold);
  REQUIRE(kept.size() == 2);
  CHECK(kept[0].rule == "a");
  CHECK(kept[1].rule == "b");
}

TEST_CASE("overlap: no half of a certain identifier stays behind") {
  const auto kept =
      resolve_overlaps({finding(0, 10, 0.8, "wide"), finding(3, 5, 0.9, "inner")}, threshold);
  REQUIRE(kept.size() == 1);
  CHECK(kept[0].span == Span{0, 10});
  CHECK(kept[0].rule == "inner");

  Finding other = finding(3, 5, 0.9, "inner");
  other.type = "address";
  const auto apart = resolve_overlaps({finding(0, 10, 0.8, "wide"), other}, threshold);
  REQUIRE(apart.size() == 3);
  CHECK(apart[0].span == Span{0, 3});
  CHECK(apart[1].span == Span{3, 5});
  CHECK(apart[2].span == Span{5, 10});
  CHECK(apart[0].rule == "wide");
}

TEST_CASE("overlap: a loser that was not certain enough goes whole") {
  const auto kept =
      resolve_overlaps({finding(0, 10, 0.4, "wide"), finding(3, 5, 0.9, "inner")}, threshold);
  REQUIRE(kept.size() == 1);
  CHECK(kept[0].rule == "inner");
}

TEST_CASE("overlap: a keep finding beats the less certain and is dropped itself") {
  CHECK(resolve_overlaps({finding(0, 9, 0.9, "keep", Action::keep), finding(0, 9, 0.8)}, threshold)
            .empty());
  const auto kept = resolve_overlaps(
      {finding(0, 9, 0.7, "keep", Action::keep), finding(0, 9, 0.8, "r")}, threshold);
  REQUIRE(kept.size() == 1);
  CHECK(kept[0].rule == "r");
}

TEST_CASE(
    "overlap: what is left never overlaps and covers all that was certain, over random findings") {
  std::mt19937 random(5);
  for (int round = 0; round < 3000; ++round) {
    std::vector<Finding> findings;
    for (unsigned i = random() % 9; i > 0; --i) {
      const std::size_t begin = random() % 40;
      findings.push_back(finding(begin, begin + 1 + random() % 12, (random() % 11) / 10.0, "r",
                                 random() % 5 == 0 ? Action::flag : Action::remove));
    }
    const auto kept = resolve_overlaps(findings, threshold);
    for (std::size_t i = 1; i < kept.size(); ++i)
      REQUIRE(kept[i - 1].span.end <= kept[i].span.begin);
    for (const Finding& one : findings) {
      if (one.action != Action::remove || one.certainty < threshold) continue;
      for (std::size_t at = one.span.begin; at < one.span.end; ++at) {
        bool covered = false;
        for (const Finding& other : kept) covered = covered || other.span.contains({at, at + 1});
        REQUIRE(covered);
      }
    }
  }
}
