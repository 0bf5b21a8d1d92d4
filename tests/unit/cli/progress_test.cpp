// SPDX-License-Identifier: EUPL-1.2
#include "progress.hpp"

#include <doctest/doctest.h>

#include "ignore.hpp"

using namespace report;

TEST_CASE("progress: a bar when the end is known, else counts") {
  CHECK(Progress::line(0.5, 7, 2, Language::en) ==
        "[###############...............]  50 %  7 notes, 2 failed");
  CHECK(Progress::line(2.0, 1, 0, Language::nl) ==
        "[##############################] 100 %  1 notities, 0 mislukt");
  CHECK(Progress::line({}, 3, 1, Language::en) == "3 notes, 1 failed");
}

TEST_CASE("ignore: many stars cost no more than the path is long") {
  IgnorePatterns patterns;
  patterns.add("**/a/**/a/**/a/**/a/**/a/**/a/**/a/**/a/**/b", "");
  std::string path;
  for (int i = 0; i < 24; ++i) path += "a/";
  CHECK_FALSE(patterns.ignored(path + "c", IgnorePatterns::Kind::file));
  CHECK(patterns.ignored(path + "b", IgnorePatterns::Kind::file));
}
