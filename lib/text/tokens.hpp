// SPDX-License-Identifier: EUPL-1.2
// Words, numbers and marks of a matching view. Offsets are bytes of the view. Where sentences end
// depends on abbreviations and is known after look_up() (rulebook/token_pattern.hpp).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/utf8.hpp"

namespace report {

enum class TokenKind : std::uint8_t {
  word,    // letters, with inner apostrophes: "foto's", "d'Arc"; hyphens part words
  number,  // ASCII digits only
  mixed,   // letters and digits: "VRP3318", "3hoog", "A4"
  mark,    // one punctuation mark or symbol
  label,   // a whole [PERSOON 1] of an already scrubbed text
};

struct Token {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  TokenKind kind = TokenKind::mark;
  bool capital = false;       // begins with an upper case letter
  bool upper = false;         // two letters or more, all upper case
  bool line_start = false;    // first token of its line
  bool space_before = false;  // blank or line end directly before it, or the start of the text

  [[nodiscard]] bool is_word() const { return kind == TokenKind::word; }
};

/// The tokens of a view in order; nothing but blanks lies between them. `labels` are the ranges
/// of the view that are labels of an earlier scrub, in order. Linear in the text.
std::vector<Token> tokenise(std::string_view view, std::span<const Span> labels = {});

/// Index of the first token that begins at or after `byte`.
std::size_t token_at(const std::vector<Token>& tokens, std::size_t byte);

}  // namespace report
