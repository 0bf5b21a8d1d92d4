// SPDX-License-Identifier: EUPL-1.2
// The neighbourhood of a finding without anything that could be a value: for logs that many read.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "output/severity.hpp"
#include "rulebook/lexicon.hpp"

namespace report {

/// The words that may stand as they are: small words and verbs of the lexicon that no name list
/// has. Made once for a lexicon, which must outlive it; safe from several threads.
class PlainWords {
 public:
  explicit PlainWords(const Lexicon& lexicon);
  [[nodiscard]] bool holds(std::string_view word) const;

 private:
  const Lexicon& lexicon_;
  Classes shown_, refused_;
};

/// The contexts of one note's findings. `note`, `all` and `words` must outlive it.
class MaskedContexts {
 public:
  /// `all` is everything spotted in the note, in order.
  MaskedContexts(std::string_view note, std::span<const Spotted> all, const PlainWords& words);
  /// The finding's line, some words to both sides: identifiers as their labels, unsure ones as
  /// [type?], a trace as its class, and all else hidden but for PlainWords. What the rules missed
  /// is therefore hidden too. Its cost does not grow with the note.
  [[nodiscard]] std::string of(const Spotted& finding) const;

 private:
  struct Cover {
    const Spotted* spotted;
    std::size_t furthest;  // where this one and all before it end at most
  };
  [[nodiscard]] std::vector<const Spotted*> beside(const Spotted& finding, Span window) const;
  std::string_view note_;
  const PlainWords& words_;
  std::vector<Cover> covers_;  // no traces
};

}  // namespace report
