// SPDX-License-Identifier: EUPL-1.2
// Which misconduct a scrubbed note speaks of, with the evidence.
#pragma once

#include <string>
#include <vector>

#include "classify/reading.hpp"
#include "rulebook/rulebook.hpp"
#include "scrub/scrub.hpp"

namespace report {

/// One cue that voted: code points of the note, and the rule.
struct Evidence {
  std::size_t start = 0, end = 0;
  std::string rule;
  double weight = 0;
};

struct CategoryScore {
  std::string id;    // theft, fraud, information, ...
  double score = 0;  // 0 to 1
  std::vector<Evidence> evidence;
};

struct Classification {
  std::string scope;  // integrity, threat, extortion, mma, other
  double scope_score = 0;
  std::vector<Evidence> scope_evidence;
  std::vector<CategoryScore> categories;  // best first; empty unless the scope is integrity
};

/// `reading` is that of the text: read_cues_in(text, rulebook).
Classification classify(const ScrubbedText& text, const Reading& reading, const Rulebook& rulebook);
/// Reads the text first, for who needs its reading for nothing else.
Classification classify(const ScrubbedText& text, const Rulebook& rulebook);

}  // namespace report
