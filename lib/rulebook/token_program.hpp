// SPDX-License-Identifier: EUPL-1.2
// The compiled form of a token pattern; for token_pattern.cpp and the automaton
// over many patterns only.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "rulebook/token_pattern.hpp"

namespace report {

/// The steps of a backward pattern stand in the order in which it takes tokens: the last one first.
struct TokenPattern::Program {
  enum class Kind : std::uint8_t {
    item,
    split,  // try the next step, else go to `to`
    jump,
    unless,  // goes on at `to` when the steps behind this one, up to an accept, do not match
    glued,   // no blank between the token before and the one behind
    report_begin,
    report_end,
    sentence_start,
    accept,
  };
  struct Item {
    Classes classes = 0;
    std::vector<std::pair<std::uint64_t, std::string>>
        words;  // with the low half of their hash; sorted
    std::vector<std::string> beginnings, endings;
    Shapes shapes = 0;
    std::uint8_t least_digits = 0, most_digits = 0;  // a number of so many digits
    bool negated = false;
    std::vector<Item> also;  // what the same token must be besides
  };
  struct Step {
    Kind kind = Kind::accept;
    std::size_t to = 0;
    // Shared: a group that may come several times stands in the program as often.
    std::shared_ptr<const Item> item;  // of a step of kind item
  };
  std::vector<Step> steps;
  Direction direction = Direction::forward;
};

/// Is the token what the item says? Entries of several words aside.
bool holds(const TokenPattern::Program::Item& item, const LookedUp& text, std::size_t token);
/// Can the item take an entry of several words as a whole?
bool takes_entry(const TokenPattern::Program::Item& item, const Lexicon::Phrase& entry);

/// Throws Error{rules} without a place.
TokenPattern::Program compile_token_program(const std::string& source, const Lexicon& lexicon,
                                            Direction direction);

}  // namespace report
