// SPDX-License-Identifier: EUPL-1.2
// Ctrl-C: what is under way is ended and written, nothing more is begun, and the program then dies
// of the signal, as a shell expects. A second one ends it at once.
#pragma once

namespace report {

/// Takes SIGINT and SIGTERM while it lives.
class InterruptGuard {
 public:
  InterruptGuard();
  InterruptGuard(const InterruptGuard&) = delete;
  InterruptGuard& operator=(const InterruptGuard&) = delete;
  ~InterruptGuard();
};

[[nodiscard]] bool interrupted();

/// Ends the program by the signal that came.
[[noreturn]] void die_interrupted();

}  // namespace report
