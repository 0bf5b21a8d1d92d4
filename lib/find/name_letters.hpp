// SPDX-License-Identifier: EUPL-1.2
// Somebody of the note by the first letters of his name.
#pragma once

#include <vector>

#include "find/name_runs.hpp"

namespace report {

/// "MLA" of Marie-Louise Abspoel, "JdV" of Jan de Vries: the first letters of a name as a word.
/// Where all is in capitals only those that stand in brackets behind the name.
void find_initials(const LookedUp& text, const NameClasses& classes, const NameModel& model,
                   const std::vector<NameRun>& runs, const std::vector<bool>& taken,
                   bool only_declared, std::vector<NameRun>& found);

/// "met c. op vakantie", "Van H. zei": somebody of the note by one letter and a full stop.
void find_single_letters(const LookedUp& text, const NameClasses& classes, const NameModel& model,
                         const std::vector<NameRun>& runs, const std::vector<bool>& taken,
                         std::vector<NameRun>& found);

}  // namespace report
