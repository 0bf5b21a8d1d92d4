// SPDX-License-Identifier: EUPL-1.2
// The words of a text as features to learn from. Their kinds:
//   w:word       the word, by fold(); 0 a number, 0000 one of four digits or more; PERSOON a label
//   b:two words  a word and the next
//   p:dien s:auto  the first and the last 4 to 7 letters of a longer word, so that compounds and
//   stems
//                are known in words that were never met
//   n:geld       the first letters of a word at most four behind a negation ('no money')
// What would tell a person's gender or origin, and names, is no feature: rules/classify/alike.yaml
// says which words are left out or count as another ('agente' as 'agent').
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "rulebook/classify_rules.hpp"
#include "rulebook/token_pattern.hpp"

namespace report {

/// Calls `take` with the name of each feature and the tokens it stands at, in the order of the
/// text. Linear in the text. The name lives for the call only.
void for_each_word_feature(
    const LookedUp& text, const AlikeWords& alike,
    const std::function<void(std::string_view, std::uint32_t begin, std::uint32_t end)>& take);

}  // namespace report
