// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "find/name_runs.hpp"

namespace report {

/// Marks the mentions of the person complained of: every way of writing in `names` (whole, and its
/// surname and given name by themselves), as runs of role "subject" that no weight can refuse.
void mark_subjects(const LookedUp& text, const std::vector<std::string>& names,
                   std::vector<NameRun>& runs, const NameModel& model);

}  // namespace report
