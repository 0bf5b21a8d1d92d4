// SPDX-License-Identifier: EUPL-1.2
// Words of which no rule removed anything, weighed by what they are and what they stand beside: an
// identifier that no rule knows still stands where identifiers stand. Weights are learnt, see
// rulebook/leftover_rules.hpp; that single words in their surroundings tell is the idea of a
// maximum entropy tagger (Ratnaparkhi 1996), here without the tags of the words around.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "find/find.hpp"
#include "rulebook/leftover_rules.hpp"
#include "rulebook/token_pattern.hpp"

namespace report {

/// The words beside a word whose odds count for it. Nothing where there is none, or none that is
/// weighed.
using WordsBeside = std::array<std::optional<std::size_t>, words_beside_count>;

/// A word that is weighed, and what it is weighed by: "before-1 tel". For rules/find/train.
struct LeftoverWord {
  std::size_t token = 0;
  std::vector<std::string> features;
  WordsBeside beside;
};

/// In the order of the text; `found` is what the rules say of it.
std::vector<LeftoverWord> leftover_words(const LookedUp& text, const Found& found,
                                         const Rulebook& rulebook);

/// The words and rows of words that are certain enough to be shown, none overlapping. Persons have
/// no number yet.
std::vector<Finding> leftover_findings(const LookedUp& text, const Found& found,
                                       const Rulebook& rulebook, const FindOptions& options);

/// Is it one of those, found by no rule?
bool is_leftover(const Finding& finding);

}  // namespace report
