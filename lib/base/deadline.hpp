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

/// To be called in every loop over a document. Throws Error{input}, code "time_limit", behind the
/// deadline; looks at the clock only now and then.
void check_deadline();

}  // namespace report
