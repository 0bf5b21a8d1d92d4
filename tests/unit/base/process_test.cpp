// SPDX-License-Identifier: EUPL-1.2
#include "base/process.hpp"

#include <doctest/doctest.h>

#include "base/deadline.hpp"
#include "base/error.hpp"

using namespace report;
using namespace std::chrono_literals;

TEST_CASE("process: bytes go in and out, also when there are many") {
  const std::string much(3U << 20U, 'x');
  const ProcessResult result = run_process({"cat"}, much);
  CHECK(result.status == 0);
  CHECK(result.output == much);
}

TEST_CASE(
    "process: one that reads nothing, that fails, that dies, that says too much, that stays") {
  const std::string much(1U << 20U, 'x');
  CHECK(run_process({"true"}, much).status == 0);
  CHECK(run_process({"sh", "-c", "exit 7"}, "").status == 7);
  CHECK(run_process({"sh", "-c", "kill -9 $$"}, "").status == 137);
  CHECK(run_process({"cat"}, much, {.limit = 1000}).out_of_room);
  CHECK(run_process({"sleep", "1000"}, "", {.time = 20ms}).out_of_time);
  CHECK_THROWS_AS(run_process({"no-such-program-at-all"}, ""), Error);
}

TEST_CASE("deadline: throws behind it, and not without one") {
  const auto many = [] {
    for (int i = 0; i < 2000; ++i) check_deadline();
  };
  many();
  {
    const Deadline over(0ms);
    CHECK_THROWS_AS(many(), Error);
  }
  const Deadline far(1h);
  many();
}
