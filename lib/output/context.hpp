// SPDX-License-Identifier: EUPL-1.2
// The neighbourhood of a finding without anything that could be a value: for logs that many read.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "output/severity.hpp"
#include "rulebook/lexicon.hpp"

namespace report {

/// The finding's line, some words to both sides: identifiers as their labels, unsure ones as
/// [type?], a trace as its class, and of all else only small words and verbs of the lexicon that no
/// name list has. What the rules missed is therefore hidden too. `all` is everything spotted in the
/// note, in order.
std::string masked_context(std::string_view note, const Spotted& finding,
                           std::span<const Spotted> all, const Lexicon& lexicon);

}  // namespace report
