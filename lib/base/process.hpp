// SPDX-License-Identifier: EUPL-1.2
// Another program, run to its end with bytes in and bytes out over pipes: no file, no shell.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace report {

struct ProcessOptions {
  std::size_t limit = 1U << 30U;                       // most bytes it may say
  std::optional<std::chrono::milliseconds> time = {};  // after which it is killed
  bool talk = false;                                   // its standard error is ours; else nowhere
};

struct ProcessResult {
  int status = 0;  // exit code; 128 + n when ended by signal n
  bool out_of_time = false, out_of_room = false;
  std::string output;
};

/// Runs `words` (the program is looked for in PATH unless it has a slash) with `input` on its
/// standard input. Throws Error{input}, code "no_program", when it cannot be started.
ProcessResult run_process(const std::vector<std::string>& words, std::string_view input,
                          const ProcessOptions& options = {});

}  // namespace report
