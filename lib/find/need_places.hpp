// SPDX-License-Identifier: EUPL-1.2
// Where a text holds what rules need to be tried at all.
#pragma once

#include <cstdint>
#include <vector>

#include "rulebook/find_rules.hpp"
#include "rulebook/token_pattern.hpp"

namespace report {

/// Of one text; asked from its tokens in rising order.
class NeedPlaces {
 public:
  NeedPlaces(const LookedUp& text, const FindRules& rules, bool traces)
      : text_(text), rules_(rules), traces_(traces), needed_(rules.needs.size()) {
    find_characters();
    find_words();
    find_groups();
  }

  /// Does what the rule needs stand within its reach of the token?
  [[nodiscard]] bool within_reach(const RuleGate& gate, std::size_t token) {
    const std::uint32_t from = gate.by_points ? points_[token] : static_cast<std::uint32_t>(token);
    return gate.need == RuleGate::no_need || needed_[gate.need].stands_within(from, gate.reach);
  }

  /// Bits of FindRules::starts: the groups of patterns that begin or cease to be worth a try here.
  [[nodiscard]] std::uint32_t toggled(std::size_t token) const { return toggled_[token]; }

 private:
  /// Where something stands that rules need, in rising order. Asked from rising places only.
  struct Needed {
    std::vector<std::uint32_t> places;
    std::size_t passed = 0;

    [[nodiscard]] bool stands_within(std::uint32_t from, std::uint32_t reach) {
      while (passed < places.size() && places[passed] < from) ++passed;
      return passed < places.size() && places[passed] - from < reach;
    }
  };

  /// Of each needed character the code points where it stands, and of each token where it begins.
  void find_characters();
  /// Of the words that token patterns need, and of all that hold a digit, the tokens.
  void find_words();
  /// For each token, which groups of patterns open or close there: their needs begin or cease to
  /// stand within reach.
  void find_groups();

  const LookedUp& text_;
  const FindRules& rules_;
  bool traces_;
  std::vector<Needed> needed_;          // of FindRules::needs
  std::vector<std::uint32_t> toggled_;  // for each token
  std::vector<std::uint32_t> points_;   // code points before each token
};

}  // namespace report
