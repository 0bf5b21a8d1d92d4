// SPDX-License-Identifier: EUPL-1.2
// Which words of a note count as capitalised, also where its own capitals say nothing.
#pragma once

#include <vector>

#include "find/name_casing.hpp"

namespace report {

/// For each token: does it count as capitalised? As written in a note of usual casing; else where
/// words, lists and contexts say so. Lines in upper case within a usual note are treated as upper.
struct Capitals {
  std::vector<bool> capital;
  std::vector<bool> ours;  // set by us, not written so
};
Capitals capitals_of(const LookedUp& text, const NameClasses& classes, const NameModel& model,
                     const ContextEnds& before, Casing casing);

/// What all that tells the names of one text has at hand. Everything must outlive it.
class NameReader {
 public:
  NameReader(const LookedUp& text, const NameModel& model, const NameClasses& classes,
             const Capitals& capitals)
      : text_(text), model_(model), c_(classes), capitals_(capitals) {}

 protected:
  const LookedUp& text_;
  const NameModel& model_;
  const NameClasses& c_;
  const Capitals& capitals_;
};

}  // namespace report
