// SPDX-License-Identifier: EUPL-1.2
// Labels as they stand in scrubbed text: "[PERSOON 1]".
#pragma once

#include <string_view>
#include <vector>

#include "text/utf8.hpp"

namespace report {

/// True for "[PERSOON 1]" and "[BETROKKENE 1]", also when cut off behind the word.
bool is_person_label(std::string_view label);

/// What looks like a label in a text that was scrubbed elsewhere: examples of rules, notes to learn
/// from. Bytes. Never for a note: callers can write brackets too.
std::vector<Span> written_labels(std::string_view text);

}  // namespace report
