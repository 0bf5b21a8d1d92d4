// SPDX-License-Identifier: EUPL-1.2
// What is known of a sentence that may give the reporter away: see rulebook/trace_weights.hpp.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "find/trace_sentences.hpp"

namespace report {

/// A feature that many sentences share, with its key.
struct Named {
  TraceFeature kind;
  std::string name;
  std::uint64_t key;

  Named(TraceFeature of, std::string called)
      : kind(of), name(std::move(called)), key(TraceWeights::key(kind, name)) {}
};

/// What all sentences of a note share.
struct NoteFacts {
  std::vector<Named> facts;

  NoteFacts(const LookedUp& text, std::size_t with_hits);
};

/// The sentences with hits on both sides of one; null for none.
struct Beside {
  const TraceSentence *before, *behind;
};

/// Fills in what is known of a sentence; with names when `named`, else only what weights may know.
void add_features(const LookedUp& text, const std::vector<Trace>& traces, const NoteFacts& note,
                  const TraceWeights& weights, const Beside& beside, TraceSentence& sentence,
                  bool named);

}  // namespace report
