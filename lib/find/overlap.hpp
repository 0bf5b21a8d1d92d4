// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "find/finding.hpp"

namespace report {

/// Of findings that overlap, the more certain stays, then the longer, then the earlier. A keep
/// finding beats what is less certain than it and is then dropped itself; what a winner leaves
/// uncovered of a loser at its edges is kept when the loser was certain enough by itself, so that
/// no half of an identifier stays behind: a winner of its type takes it in. In the order of the
/// text, none overlapping.
/// `threshold` is the certainty from which a finding is removed.
std::vector<Finding> resolve_overlaps(std::vector<Finding> findings, double threshold);

}  // namespace report
