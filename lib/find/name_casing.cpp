// SPDX-License-Identifier: EUPL-1.2
#include "find/name_casing.hpp"

namespace report {
namespace {

/// For each token, the next one at which a name can begin: a capital, a tussenvoegsel, 't, or any
/// word where capitals say nothing.
std::vector<std::uint32_t> next_beginnings(const LookedUp& text, const NameClasses& c,
                                           Casing casing) {
  std::vector<std::uint32_t> next(text.size());
  const bool usual = casing == Casing::usual;
  for (std::size_t begin = 0; begin < text.size();) {
    const SentenceCasing sentence = casing_of_sentence(text, begin);
    const bool any = !usual || sentence.shouted || sentence.bare;
    for (std::size_t i = begin; i < sentence.end; ++i) {
      const Token& token = text.tokens()[i];
      const bool mark = token.kind == TokenKind::mark;
      const bool may = any || token.capital || text.is(i, c.particle) ||
                       may_be_introduced(text, i, c) ||
                       (mark && text.document->view.text[token.begin] == '\'');
      next[i] = may ? 1U : 0U;
    }
    begin = sentence.end;
  }
  auto found = static_cast<std::uint32_t>(-1);
  for (std::size_t i = text.size(); i-- > 0;) {
    if (next[i] != 0) found = static_cast<std::uint32_t>(i);
    next[i] = found;
  }
  return next;
}

}  // namespace

bool may_be_introduced(const LookedUp& text, std::size_t i, const NameClasses& c) {
  constexpr std::size_t shortest = 4;
  const Token& token = text.tokens()[i];
  return token.is_word() && !token.capital && text.classes[i] == 0 &&
         token.end - token.begin >= shortest && (text.by_ending[i] & c.function_word) == 0;
}

SentenceCasing casing_of_sentence(const LookedUp& text, std::size_t begin) {
  SentenceCasing sentence;
  std::size_t words = 0;
  std::size_t capitals = 0;
  std::size_t uppers = 0;
  std::size_t end = begin;
  for (; end < text.size() && text.sentence[end] == text.sentence[begin]; ++end) {
    const Token& token = text.tokens()[end];
    if (!token.is_word() || token.end - token.begin < 2) continue;
    ++words;
    capitals += token.capital && !token.upper ? 1U : 0U;
    uppers += token.upper ? 1U : 0U;
  }
  constexpr std::size_t enough = 4;
  sentence.end = end;
  sentence.shouted = words > enough && uppers * 10 >= words * 8;
  sentence.bare = words >= enough && capitals == 0 && uppers * 4 < words;
  return sentence;
}

ContextEnds::ContextEnds(const LookedUp& text, const FindRules& rules, const NameClasses& classes,
                         Casing casing) {
  const std::vector<std::uint32_t> next = next_beginnings(text, classes, casing);
  TokenWalk walk(rules.names_before, text);
  for (std::size_t i = 0; i + 1 < text.size(); ++i)
    for (const std::uint16_t number : walk.candidates(i)) {
      const NameContext& context = rules.names.contexts[number];
      if (next[i + 1] > i + context.longest_before) continue;
      const auto match = context.before->match_at(text, i);
      if (match && match->end < text.size() && text.sentence[match->end] == text.sentence[i])
        ends_.emplace_back(static_cast<std::uint32_t>(match->end), number);
    }
  std::sort(ends_.begin(), ends_.end());
  ends_.erase(std::unique(ends_.begin(), ends_.end()), ends_.end());
}

Casing casing_of(const LookedUp& text) {
  std::size_t starts = 0;
  std::size_t capital_starts = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!text.sentence_start[i] || !text.tokens()[i].is_word()) continue;
    ++starts;
    capital_starts += text.tokens()[i].capital ? 1U : 0U;
  }
  std::size_t words = 0;
  std::size_t capitals = 0;
  std::size_t uppers = 0;
  for (const Token& token : text.tokens()) {
    if (!token.is_word() || token.end - token.begin < 2) continue;
    ++words;
    capitals += token.capital ? 1U : 0U;
    uppers += token.upper ? 1U : 0U;
  }
  constexpr double lower_share = 0.015;
  constexpr double upper_share = 0.6;
  const auto share = [&](std::size_t part) {
    return words == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(words);
  };
  constexpr std::size_t enough_words = 4;
  if (words >= enough_words && share(uppers) > upper_share) return Casing::upper;
  constexpr std::size_t lower_words = 12;
  if (words >= lower_words && share(capitals) < lower_share) return Casing::lower;
  // Sentences without their capital: those words that have one have it on purpose.
  constexpr double few_capitals = 0.1;
  if (starts >= 3 && capital_starts * 4 < starts && share(capitals) < few_capitals)
    return Casing::lower;
  return Casing::usual;
}

}  // namespace report
