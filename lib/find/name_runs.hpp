// SPDX-License-Identifier: EUPL-1.2
// The person model: runs of capitalised words, initials and tussenvoegsels, each with what speaks
// for and against it. The sum of the weights decides; every part of it has a name.
#pragma once

#include <string>
#include <vector>

#include "find/capitals.hpp"

namespace report {

/// A candidate for a person's name: tokens begin .. end - 1.
struct NameRun {
  std::size_t begin = 0;
  std::size_t end = 0;
  double score = 0;
  std::string rule;  // the strongest thing that speaks for it: "person.given_alone", a context's id
  std::string role;  // as a context says
  bool after_body = false;            // stands behind "gemeente", "stichting": the name of a body
  bool spoken_for = false;            // some context beside it speaks for a person
  std::vector<std::size_t> core;      // tokens that are words of the name, not particles, initials
  std::vector<std::size_t> initials;  // tokens that are initials
  std::vector<std::size_t> surnames;  // words of the core that tussenvoegsels say are surnames
  bool capital_particle = false;      // NameTokens::capital_particle() holds for one of them
};

/// All runs of the document with their scores, in the order of the text, none overlapping.
/// Memory of other places of the document is not used yet.
std::vector<NameRun> score_runs(const LookedUp& text, const Rulebook& rulebook,
                                const NameClasses& classes);

/// Adds what the accepted runs teach: their words are names everywhere in the document.
void remember(const LookedUp& text, const Rulebook& rulebook, const NameClasses& classes,
              std::vector<NameRun>& runs);

}  // namespace report
