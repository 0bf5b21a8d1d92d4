// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace report {

/// How certain a sum of weights makes a finding: 0.2 where it is `shown`, 0.5 where it is
/// `removed`, straight lines between and 0.99 at most. `shown` is less than `removed`.
double certainty_of(double score, double shown, double removed);

}  // namespace report
