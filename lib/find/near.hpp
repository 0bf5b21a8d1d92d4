// SPDX-License-Identifier: EUPL-1.2
// What stands around a match.
#pragma once

#include <string_view>

#include "rulebook/find_rules.hpp"
#include "text/utf8.hpp"

namespace report {

/// Do the words of `near` stand in the neighbourhood of a match that it looks at? Bytes of `text`;
/// never across a blank line. Throws Error{input} as Pattern::search does.
bool holds_near(const Near& near, std::string_view text, Span match);

}  // namespace report
