// SPDX-License-Identifier: EUPL-1.2
#include "in_order.hpp"

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <vector>

#include <doctest/doctest.h>

using namespace report;

namespace {

std::function<std::optional<int>()> numbers(int count) {
  return
      [count, next = 0]() mutable { return next < count ? std::optional(next++) : std::nullopt; };
}

}  // namespace

TEST_CASE("in order: results come out in the order of the tasks whatever the jobs") {
  for (const unsigned jobs : {1U, 2U, 5U}) {
    std::vector<int> written;
    InOrder<int, int>(
        numbers(500),
        [](int task) {
          if (task % 50 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));
          return 2 * task;
        },
        [&](int result) { written.push_back(result); })
        .run(jobs);
    REQUIRE(written.size() == 500);
    for (int i = 0; i < 500; ++i) CHECK(written[static_cast<std::size_t>(i)] == 2 * i);
  }
}

TEST_CASE("in order: no more tasks are under way than four for each job") {
  std::atomic<int> begun = 0;
  std::atomic<int> most = 0;
  int written = 0;
  InOrder<int, int>(
      [&, next = numbers(400)]() mutable {
        ++begun;
        return next();
      },
      [](int task) { return task; },
      [&](int) {
        most = std::max(most.load(), begun.load() - written);
        ++written;
      })
      .run(2);
  CHECK(most <= 4 * 2 + 1);
}

TEST_CASE("in order: an exception of a task, of the source or of the writer ends the run") {
  const auto fail_at = [](int at) {
    return [at](int task) {
      if (task == at) throw std::runtime_error("no");
      return task;
    };
  };
  for (const unsigned jobs : {1U, 3U}) {
    CHECK_THROWS_AS((InOrder<int, int>(numbers(200), fail_at(77), [](int) {}).run(jobs)),
                    std::runtime_error);
    CHECK_THROWS_AS((InOrder<int, int>(
                         numbers(200), [](int task) { return task; },
                         [](int result) {
                           if (result == 20) throw std::runtime_error("no");
                         })
                         .run(jobs)),
                    std::runtime_error);
    CHECK_THROWS_AS(
        (InOrder<int, int>([]() -> std::optional<int> { throw std::runtime_error("no"); },
                           [](int task) { return task; }, [](int) {})
             .run(jobs)),
        std::runtime_error);
  }
}
