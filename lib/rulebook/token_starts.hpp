// SPDX-License-Identifier: EUPL-1.2
// Items at which token patterns begin, by what a token must be for them; for token_states.cpp only.
#pragma once

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "rulebook/token_program.hpp"

namespace report {

class TokenStarts {
 public:
  using Item = TokenPattern::Program::Item;

  void add(const Item& item, std::uint32_t number);
  /// Called once, behind the last add().
  void done();

  /// Calls `take(number)` for every item that may hold at the token or take an entry of several
  /// words that begins there; for some more than once.
  template <typename Take>
  void candidates(const LookedUp& text, std::size_t token, Take take) const {
    for (const std::uint32_t number : unguarded_) take(number);
    for (std::uint32_t shapes = text.shapes[token]; shapes != 0; shapes &= shapes - 1)
      for (const std::uint32_t number : by_shape_[static_cast<std::size_t>(__builtin_ctz(shapes))])
        take(number);
    for (Classes classes = text.all_classes(token); classes != 0; classes &= classes - 1)
      for (const std::uint32_t number :
           by_class_[static_cast<std::size_t>(__builtin_ctzll(classes))])
        take(number);
    const auto [first, last] = words_of(text.hashes[token]);
    for (std::size_t i = first; i < last; ++i) take(by_word_[i].second);
  }

 private:
  [[nodiscard]] std::pair<std::size_t, std::size_t> words_of(std::uint64_t hash) const;

  std::array<std::vector<std::uint32_t>, 16> by_shape_;
  std::array<std::vector<std::uint32_t>, 64> by_class_;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> by_word_;  // sorted
  std::vector<std::uint32_t> unguarded_;
};

}  // namespace report
