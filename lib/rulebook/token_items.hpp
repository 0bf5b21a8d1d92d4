// SPDX-License-Identifier: EUPL-1.2
// What a token pattern asks of one token: "<place>|{unknown}", "{digits:1-3}", "woon*|huis".
#pragma once

#include <cstddef>
#include <string_view>

#include "base/error.hpp"
#include "rulebook/token_program.hpp"

namespace report {

/// The item at the front of a word of the pattern; `used` becomes the bytes it takes, behind which
/// "&" or a repeat may stand. Throws Error{rules} without a place.
TokenPattern::Program::Item read_token_item(std::string_view word, const Lexicon& lexicon,
                                            std::size_t& used);

/// Throws Error{rules} without a place; the reader of the rule file adds it.
[[noreturn]] void fail_pattern(const Message& message);

}  // namespace report
