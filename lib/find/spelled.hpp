// SPDX-License-Identifier: EUPL-1.2
// What is dictated ("nul zes twaalf", "de P van Pieter") or misread by a scanner ("O6-l8",
// "Hul5hof"), written as it was meant.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "rulebook/find_rules.hpp"
#include "rulebook/token_pattern.hpp"

namespace report {

/// A passage and what it means.
struct SpelledPiece {
  std::size_t begin = 0, end = 0;  // tokens
  std::string text;
  bool dictated = false;  // so much is spelled that it is an identifier, known to a rule or not
  bool letters = false;   // and holds no digit
};

/// In the order of the text, none overlapping. Single number words only where others are, or behind
/// a word that introduces a number.
std::vector<SpelledPiece> spelled_pieces(const LookedUp& text, const SpelledWords& words);

/// The sentences that hold pieces and those beside them, the pieces written out.
struct WrittenOut {
  std::string text;
  std::vector<std::uint32_t> view;  // for each byte of text, and the end, the byte of the view
  std::vector<Span> pieces;         // bytes of text, one for each piece
};
WrittenOut write_out(const LookedUp& text, const std::vector<SpelledPiece>& pieces);

}  // namespace report
