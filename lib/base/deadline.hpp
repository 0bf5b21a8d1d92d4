// SPDX-License-Identifier: EUPL-1.2
// A limit on the time one document may take, for the thread that sets it.
#pragma once

#include <chrono>
#include <optional>

namespace report {

/// Holds while it lives. No time, no limit.
class Deadline {
 public:
  explicit Deadline(std::optional<std::chrono::milliseconds> time);
  Deadline(const Deadline&) = delete;
  Deadline& operator=(const Deadline&) = delete;
  ~Deadline();
};

/// For check_deadline() only.
// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables): each thread has its own
inline constinit thread_local unsigned deadline_checks = 0;
void look_at_the_clock();

/// To be called in every loop over a document. Throws Error{input}, code "time_limit", behind the
/// deadline; looks at the clock only now and then.
inline void check_deadline() {
  constexpr unsigned seldom = 256;
  if (++deadline_checks % seldom == 0) look_at_the_clock();
}

}  // namespace report
