// SPDX-License-Identifier: EUPL-1.2
// From what the trace rules found to the sentences that give the reporter away. A trace is told as
// the sentence it stands in: that is what a person has to write anew.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "find/finding.hpp"
#include "rulebook/token_pattern.hpp"
#include "rulebook/trace_weights.hpp"

namespace report {

/// A sentence in which trace rules found something.
struct TraceSentence {
  std::size_t begin = 0, end = 0;     // tokens
  std::vector<std::size_t> hits;      // indices of the traces in it
  std::vector<std::uint64_t> keys;    // its features that count, each once: see TraceWeights
  std::vector<std::string> features;  // their names, "word verlof", when asked for
};

/// In the order of the text. `traces` are in that order, too. Without names only
/// features that the weights may know.
std::vector<TraceSentence> trace_sentences(const LookedUp& text, const std::vector<Trace>& traces,
                                           const TraceWeights& weights, bool named = false);

/// The traces of the sentences whose weights come to the threshold: each class once in a sentence,
/// its span the sentence, its rule the most certain one, among those the one that weighs most.
/// Where only weak rules found something the class is the likeliest by the features of the
/// sentence, and the rule one of that class, else the least certain. All as they are when there are
/// no weights.
std::vector<Trace> weigh_traces(const LookedUp& text, std::vector<Trace> traces,
                                const TraceWeights& weights);

}  // namespace report
