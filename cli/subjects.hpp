// SPDX-License-Identifier: EUPL-1.2
// The name of the person complained of. Never on the command line, which every user of the machine
// can read.
#pragma once

#include <string>
#include <vector>

#include "console.hpp"

namespace report {

/// The lines of a file, or asked on the terminal for "-"; none for an empty `from`. Throws
/// Error{usage} when there is no terminal, Error{input} when the file cannot be read.
std::vector<std::string> read_subjects(const std::string& from, const Console& console);

}  // namespace report
