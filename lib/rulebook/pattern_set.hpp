// SPDX-License-Identifier: EUPL-1.2
// Which of many patterns can begin a match at a place, by the first three bytes there. Derived from
// the patterns themselves (Pattern::prefixes), never written by hand: it may name a pattern that
// does not match, it never leaves out one that does (matches of nothing aside: no rule reports them).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "rulebook/pattern.hpp"

namespace report {

class PatternSet {
 public:
  PatternSet() = default;
  explicit PatternSet(std::span<const Pattern* const> patterns);

  /// Calls `take(index)` for every pattern that may match at byte `at`; in no order, and for some
  /// twice.
  template <typename Take>
  void candidates(std::string_view text, std::size_t at, Take take) const {
    const Key key = key_at(text, at);
    for (const std::uint16_t list : {by_one_[key.one], by_two_[key.two], by_three_[key.three]})
      for (std::uint32_t i = starts_[list]; i < starts_[list + 1U]; ++i) take(members_[i]);
  }

  template <typename Archive>
  void serialize(Archive& archive) {
    archive(by_one_, by_two_, by_three_, starts_, members_);
  }

 private:
  static constexpr std::size_t slots = 16384;
  struct Key {
    std::size_t one, two, three;
  };
  static Key key_at(std::string_view text, std::size_t at);

  // Each names a list of patterns; list 0 is empty. Hash slots may hold patterns of other keys.
  std::vector<std::uint16_t> by_one_ = std::vector<std::uint16_t>(256);
  std::vector<std::uint16_t> by_two_ = std::vector<std::uint16_t>(slots + 1);
  std::vector<std::uint16_t> by_three_ = std::vector<std::uint16_t>(slots + 1);
  std::vector<std::uint32_t> starts_{0, 0};
  std::vector<std::uint16_t> members_;
};

}  // namespace report
