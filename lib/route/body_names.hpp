// SPDX-License-Identifier: EUPL-1.2
// Where the name of a body ends.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "rulebook/route_rules.hpp"
#include "rulebook/token_pattern.hpp"

namespace report {

/// Reads names in one note; all positions are tokens. The note's text and the rules must outlive
/// it.
class BodyNames {
 public:
  BodyNames(const LookedUp& text, const RouteRules& rules);

  /// The token behind the name that begins at `first`; `first` when there is none. `listed` are the
  /// classes of names that count in small letters, too.
  [[nodiscard]] std::size_t end(std::size_t first, Classes listed) const;
  /// The same for a list of names: "Onderwijs, Cultuur en Wetenschap".
  [[nodiscard]] std::size_t end_of_list(std::size_t first, Classes listed) const;
  /// The token behind a name of these classes, whatever its case.
  [[nodiscard]] std::size_t listed_end(std::size_t first, Classes listed) const;

  /// A word that can belong to a name: by its capital, or a label that stands for a place.
  [[nodiscard]] bool name_word(std::size_t token) const;
  /// A small word within names: "aan", "den".
  [[nodiscard]] bool join(std::size_t token) const;
  [[nodiscard]] bool part(std::size_t token) const;
  [[nodiscard]] bool is_mark(std::size_t token, std::string_view marks) const;
  /// Capitals say nothing in the note.
  [[nodiscard]] bool one_case() const { return one_case_; }
  /// The same, or there are none in the token's sentence.
  [[nodiscard]] bool one_case(std::size_t token) const {
    return one_case_ || small_sentence_[text_.sentence[token]];
  }
  /// A small word by the list, whatever its case.
  [[nodiscard]] bool small(std::size_t token) const { return text_.is(token, small_); }
  /// A word of the language, whatever else it may be.
  [[nodiscard]] bool plain(std::size_t token) const { return text_.is(token, plain_); }

 private:
  void read_cases();
  [[nodiscard]] std::size_t capitals_end(std::size_t first) const;
  [[nodiscard]] bool may_begin(std::size_t first, std::size_t at) const;
  [[nodiscard]] std::size_t small_end(std::size_t first) const;
  [[nodiscard]] std::size_t more(std::size_t at, std::uint32_t sentence) const;
  [[nodiscard]] bool closes(std::size_t token) const;

  const LookedUp& text_;
  const Document& document_;
  const RouteRules& rules_;
  Classes plain_ = 0, small_ = 0, verb_ = 0, function_ = 0, town_ = 0;
  bool one_case_ = false, upper_ = false;
  std::vector<bool> small_sentence_;  // no capital in it
};

}  // namespace report
