// SPDX-License-Identifier: EUPL-1.2
// What single words, letters and numbers of a dictated passage stand for, and what may stand
// between.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rulebook/spelled_words.hpp"
#include "rulebook/token_pattern.hpp"

namespace report {

class SpelledUnits {
 public:
  /// A letter, digit or number that is spelled or typed.
  struct Unit {
    std::size_t end = 0;  // token
    std::string text;
    bool spoken = false;  // rather than typed
    bool letter = false;
  };

  SpelledUnits(const LookedUp& text, const SpelledWords& words)
      : text_(text), words_(words), spelled_(text.size()) {
    for (std::size_t i = 0; i < text.size(); ++i)
      if (token(i).is_word()) spelled_[i] = words.find(text.hashes[i]);
  }

  [[nodiscard]] const Token& token(std::size_t i) const { return text_.tokens()[i]; }
  [[nodiscard]] std::string_view word(std::size_t i) const {
    return text_.document->word(token(i));
  }
  [[nodiscard]] const SpelledWord* spelled(std::size_t i) const {
    return i < spelled_.size() ? spelled_[i] : nullptr;
  }
  [[nodiscard]] bool letter_at(std::size_t i) const {
    return i < text_.size() && token(i).is_word() && (text_.shapes[i] & shape::letter) != 0;
  }
  [[nodiscard]] bool same_sentence(std::size_t a, std::size_t b) const {
    return b < text_.size() && text_.sentence[a] == text_.sentence[b];
  }
  /// Can nothing begin here? True of nearly all words.
  [[nodiscard]] bool ordinary(std::size_t i) const;
  /// "L van Lodewijk", "F als in Frits".
  [[nodiscard]] std::optional<Unit> letter_of_a_word(std::size_t i) const;
  [[nodiscard]] bool accented(std::size_t i) const;
  [[nodiscard]] bool spelled_digit(std::size_t i) const;
  /// Marks of a pause, and fillers beside them: "zes... een", "vier, ja, een".
  [[nodiscard]] bool pause(std::size_t i) const;
  [[nodiscard]] bool filler(std::size_t i) const {
    const SpelledWord* const here = spelled(i);
    return here != nullptr && here->kind == SpelledKind::filler;
  }
  /// A number word or filler, in the line of what stands before: figures may go on with it behind a
  /// full stop.
  [[nodiscard]] bool read_on(std::size_t i) const;
  static constexpr std::size_t longest_pause = 6;  // tokens
  /// The token behind a pause that begins at `i`, or `i`.
  [[nodiscard]] std::size_t over_pause(std::size_t i) const;
  /// The token before a pause that ends before `i`.
  [[nodiscard]] std::size_t before_pause(std::size_t i) const;
  /// "nul een vier": the article would have a noun behind it.
  [[nodiscard]] bool one_among_digits(std::size_t i, bool within) const;
  [[nodiscard]] std::string upper(std::size_t i) const;
  [[nodiscard]] std::optional<Unit> unit(std::size_t i, bool within) const;
  /// What may stand between units: adds what it means to `gap`. False when the passage ends here.
  bool passes(std::size_t i, std::string& gap) const;
  [[nodiscard]] char mark_at(std::size_t i) const;

 protected:
  const LookedUp& text_;
  const SpelledWords& words_;

 private:
  std::vector<const SpelledWord*> spelled_;  // of each token
};

}  // namespace report
