// SPDX-License-Identifier: EUPL-1.2
// How the program ends; the table stands in every man page.
#pragma once

#include <algorithm>

#include "base/error.hpp"

namespace report {

enum class ExitCode : int {
  done = 0,
  no = 1,      // found, held, referred, not verified
  usage = 2,   // the call, the settings or the rules are wrong
  unread = 3,  // a document could not be read or written, the others were done
  fault = 70,  // a fault of the program itself
};

constexpr ExitCode exit_code(Fault fault) {
  switch (fault) {
    case Fault::usage:
    case Fault::rules:
      return ExitCode::usage;
    case Fault::input:
      return ExitCode::unread;
    case Fault::refused:
      return ExitCode::no;
    case Fault::internal:
      break;
  }
  return ExitCode::fault;
}

/// What a run over several documents ends with: its gravest answer.
constexpr ExitCode graver(ExitCode a, ExitCode b) { return std::max(a, b); }

}  // namespace report
