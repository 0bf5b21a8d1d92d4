// SPDX-License-Identifier: EUPL-1.2
#include "base/deadline.hpp"

#include "base/error.hpp"

namespace report {
namespace {

using Clock = std::chrono::steady_clock;

// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables): each thread has its own
thread_local std::optional<Clock::time_point> deadline;

}  // namespace

Deadline::Deadline(std::optional<std::chrono::milliseconds> time) {
  if (time) deadline = Clock::now() + *time;
}

Deadline::~Deadline() { deadline.reset(); }

void look_at_the_clock() {
  if (!deadline || Clock::now() < *deadline) return;
  throw Error(
      Fault::input,
      say({"het document kostte meer tijd dan het mag", "the document took longer than its time"}),
      {say({"geef meer tijd met --time-limit", "give it more with --time-limit"})})
      .with_code("time_limit");
}

}  // namespace report
