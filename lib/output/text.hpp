// SPDX-License-Identifier: EUPL-1.2
// What people read of an answer. No value of a note is in it.
#pragma once

#include <string>

#include "base/words.hpp"
#include "classify/classify.hpp"
#include "route/route.hpp"

namespace report {

/// A line a category, best first; one line for another scope. `explain` = with the cues that voted.
std::string classification_text(const Classification& classification, const Rulebook& rulebook,
                                bool explain, Language language);

/// A short reasoned advice: where it goes and why, what holds it and what to ask, whom to call.
std::string decision_text(const Decision& decision, const Rulebook& rulebook, Language language);

}  // namespace report
