// SPDX-License-Identifier: EUPL-1.2
// The compiled form of a token pattern; for token_pattern.cpp only.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "rulebook/token_pattern.hpp"

namespace report {

struct TokenPattern::Program {
  enum class Kind : std::uint8_t {
    item,
    split,  // try the next step, else go to `to`
    jump,
    report_begin,
    report_end,
    sentence_start,
    accept,
  };
  struct Item {
    Classes classes = 0;
    Classes ending_classes = 0;  // *<class>: the word ends in an entry of the class
    std::vector<std::pair<std::uint64_t, std::string>> words;  // with the low half of their hash; sorted
    std::vector<std::string> beginnings, endings;
    Shapes shapes = 0;
    bool negated = false;
  };
  struct Step {
    Kind kind = Kind::accept;
    std::size_t to = 0;
    Item item;
  };
  std::vector<Step> steps;
};

/// Throws Error{rules} without a place.
TokenPattern::Program compile_token_program(const std::string& source, const Lexicon& lexicon);

}  // namespace report
