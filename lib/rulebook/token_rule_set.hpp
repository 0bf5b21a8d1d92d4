// SPDX-License-Identifier: EUPL-1.2
// Which of many token patterns can begin at a token, by its word and classes (TokenPattern::start).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "rulebook/token_pattern.hpp"

namespace report {

class TokenRuleSet {
 public:
  TokenRuleSet() = default;
  /// A null pattern keeps its number and never matches.
  explicit TokenRuleSet(std::span<const TokenPattern* const> patterns);

  /// Calls `take(index)` for every pattern that may match at the token; for some twice.
  template <typename Take>
  void candidates(const LookedUp& text, std::size_t token, Take take) const {
    for (std::uint32_t shapes = text.shapes[token] & any_shape_; shapes != 0; shapes &= shapes - 1)
      for (const std::uint16_t index : by_shape_[static_cast<std::size_t>(__builtin_ctz(shapes))])
        take(index);
    Classes classes = text.all_classes(token);
    for (classes &= any_class_; classes != 0; classes &= classes - 1)
      for (const std::uint16_t index :
           by_class_[static_cast<std::size_t>(__builtin_ctzll(classes))])
        take(index);
    const auto [first, last] = words_of(text.hashes[token]);
    for (std::size_t i = first; i < last; ++i) take(by_word_[i].second);
  }

 private:
  [[nodiscard]] std::pair<std::size_t, std::size_t> words_of(std::uint64_t hash) const;

  std::array<std::vector<std::uint16_t>, shape::count> by_shape_;
  Shapes any_shape_ = 0;
  std::array<std::vector<std::uint16_t>, 64> by_class_;
  Classes any_class_ = 0;
  std::vector<std::pair<std::uint64_t, std::uint16_t>> by_word_;  // hash, pattern; sorted
  std::vector<bool> filter_;
};

}  // namespace report
