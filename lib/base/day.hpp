// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>

namespace report {

/// The day it is in UTC; no time zone of the machine gets into a package or the journal.
inline std::chrono::sys_days today() {
  return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
}

}  // namespace report
