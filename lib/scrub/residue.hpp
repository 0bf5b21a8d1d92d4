// SPDX-License-Identifier: EUPL-1.2
// What is seen of a note only once labels stand in it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "find/find.hpp"
#include "scrub/draft.hpp"

namespace report {

/// What find() sees in the draft that it did not see before: bytes of the clean text, labels left
/// out. New persons are numbered on from `persons`.
std::vector<Finding> residue(const Draft& whole, std::string_view clean, const Rulebook& rulebook,
                             const FindOptions& options, std::uint32_t persons);

/// Removed and fresh findings together, by place. A fresh one that belongs to a removed one goes
/// with it: of the same type, with no more than blanks and marks between them; two that it joins
/// become one. "Jan, Piet" are two, and a full stop parts everything.
std::vector<Finding> joined(std::vector<Finding> removed, std::vector<Finding> fresh,
                            std::string_view clean);

}  // namespace report
