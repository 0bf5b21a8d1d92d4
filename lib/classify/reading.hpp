// SPDX-License-Identifier: EUPL-1.2
// A scrubbed text read for its cues: what classify and route both look at.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "classify/cue_hits.hpp"
#include "document/document.hpp"
#include "rulebook/rulebook.hpp"
#include "scrub/scrub.hpp"

namespace report {

/// A word feature of the weights that stands in the text.
struct WordHit {
  std::uint32_t feature = 0;
  std::uint32_t begin = 0, end = 0;  // tokens
  float share = 0;                   // what it counts before its weights
};

/// Not to be copied: the tokens' words point into the document.
struct Reading {
  std::unique_ptr<Document> document;  // of ScrubbedText::text(); its labels are tokens
  LookedUp text;
  std::vector<CueHit> hits;
  std::vector<WordHit> words;  // in the order of the text
  std::vector<double> values;  // of each cue: 0 without a hit that counts
  std::vector<double> scores;  // of each output: categories and scopes add up to 1, and routes do

  [[nodiscard]] double score(const ClassifyRules& rules, std::string_view output) const;
  /// The likeliest output among those of a kind; null when there is none.
  [[nodiscard]] const Output* likeliest(const ClassifyRules& rules, std::string_view kind) const;
};

/// Throws Error{input} as read_document does.
/// `labels` are the byte ranges of `text` that a scrub put there.
Reading read_cues_in(const std::string& text, const std::vector<Span>& labels,
                     const Rulebook& rulebook);
inline Reading read_cues_in(const ScrubbedText& text, const Rulebook& rulebook) {
  return read_cues_in(text.text(), text.labels(), rulebook);
}

/// Code points of the note that a range of tokens came from.
Span to_note(const ScrubbedText& text, const Document& document, std::uint32_t begin,
             std::uint32_t end);

}  // namespace report
