// SPDX-License-Identifier: EUPL-1.2
// Which mentions are the same person.
#pragma once

#include <vector>

#include "find/name_runs.hpp"

namespace report {

/// A number from 1 for each accepted run, the same for the same person; numbers rise by first
/// mention. A shorter name joins a longer one when every word and initial of it fits exactly one
/// longer name; a bare surname that two people share gets a number of its own, so that two people
/// are never joined in silence.
std::vector<std::uint32_t> number_persons(const LookedUp& text, const std::vector<NameRun>& runs);

}  // namespace report
