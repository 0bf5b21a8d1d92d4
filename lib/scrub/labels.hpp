// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "find/finding.hpp"
#include "rulebook/rulebook.hpp"

namespace report {

/// The label of each removed finding, in the same order: [TELEFOON], or with a number by first
/// mention for numbered types. Mentions of the person complained of, as --subject-from named them,
/// are [BETROKKENE 1].
std::vector<std::string> labels_for(const std::vector<Finding>& removed, const FindRules& rules);

}  // namespace report
