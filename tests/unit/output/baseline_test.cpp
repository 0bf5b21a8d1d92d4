// SPDX-License-Identifier: EUPL-1.2
#include "output/baseline.hpp"

#include <doctest/doctest.h>

#include "base/error.hpp"

using namespace report;

namespace {
const std::string key = "0123456789abcdef";
}

TEST_CASE("baseline: how a value is written makes no difference, rule and key do") {
  const Baseline baseline(key);
  const std::string entry = baseline.entry("r", "Zoë  Jansen");
  CHECK(entry == baseline.entry("r", "ZOE jansen"));
  CHECK(entry == baseline.entry("r", "zoë\njansen"));
  CHECK(entry != baseline.entry("s", "Zoë Jansen"));
  CHECK(entry != baseline.entry("r", "Zoë Janssen"));
  CHECK(entry != Baseline("0123456789abcdeg").entry("r", "Zoë Jansen"));
  CHECK(entry.find("Jansen") == std::string::npos);
}

TEST_CASE("baseline: what was written is read, in any order and more than once") {
  Baseline written(key);
  written.add(written.entry("b", "1"));
  written.add(written.entry("a", "2"));
  const std::string text = written.text();
  Baseline read(key);
  read.read("f", text + "\n# by hand\r\n" + text);
  CHECK(read.size() == 2);
  CHECK(read.holds(read.entry("a", "2")));
  CHECK(read.text() == text);
}

TEST_CASE("baseline: another key, conflict marks and a missing head are faults") {
  const std::string text = Baseline(key).text();
  CHECK_THROWS_AS(Baseline("0123456789abcdeg").read("f", text), Error);
  CHECK_THROWS_AS(Baseline(key).read("f", text + "<<<<<<< HEAD\n"), Error);
  CHECK_THROWS_AS(Baseline(key).read("f", "a 0123456789abcdef0123456789abcdef\n"), Error);
  CHECK_THROWS_AS(Baseline("short"), Error);
}
