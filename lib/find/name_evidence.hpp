// SPDX-License-Identifier: EUPL-1.2
// What speaks for and against one run of the person model.
#pragma once

#include <vector>

#include "find/name_runs.hpp"
#include "find/name_signs.hpp"

namespace report {

class Scoring : NameSigns {
 public:
  Scoring(const LookedUp& text, const Rulebook& rulebook, const NameClasses& classes,
          const Capitals& capitals, const ContextEnds& before);

  /// Sets score, rule and role of the run.
  void score(NameRun& run);

 private:
  using E = NameEvidence;
  void words(const NameRun& run);
  void word(const NameRun& run, std::size_t i, bool several);
  bool named(std::size_t i, bool several, bool start);
  void unlisted(std::size_t i, bool start, bool expected, bool beside_surname);
  std::size_t phrase(const NameRun& run, std::size_t i);
  void harmless(Classes classes, bool given);
  [[nodiscard]] bool abbreviated(const NameRun& run) const;
  [[nodiscard]] bool firm_follows(const NameRun& run) const;
  [[nodiscard]] bool surname_elsewhere(const NameRun& run, std::size_t i) const;
  void contexts(const NameRun& run);
  [[nodiscard]] bool beside_surname(const NameRun& run, std::size_t i) const;
  void add(E evidence);
  void add(double weight, const std::string& rule);

  const ContextEnds& before_;
  TokenWalk after_;  // over what speaks for a name before it
  // Of the run being scored.
  double sum_ = 0;
  double best_ = 0;
  std::size_t unknown_words_ = 0;
  std::string rule_;
  std::string role_;
  bool after_body_ = false;
  bool listed_body_ = false;
  bool spoken_for_ = false;
};

}  // namespace report
