// SPDX-License-Identifier: EUPL-1.2
// Traces treated: sentences left out, dates and times made coarser.
#pragma once

#include <string>
#include <vector>

#include "find/finding.hpp"
#include "rulebook/find_rules.hpp"

namespace report {

/// What goes, in order and none overlapping, and what stands in its place.
struct Treated {
  std::vector<Finding> gone;
  std::vector<std::string> labels;
};

/// `removed` has `labels` already; all spans are of one text. What lies in a sentence that is left
/// out goes with it; a cut leaves nothing behind.
Treated treat(const std::vector<Trace>& traces, const std::vector<Trace>& cuts,
              const std::vector<Finding>& removed, const std::vector<std::string>& labels,
              const StrictRules& rules);

/// "removed", "generalised", or nothing.
std::string treatment_of(const Trace& trace, const StrictRules& rules);

}  // namespace report
