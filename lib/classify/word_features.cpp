// SPDX-License-Identifier: EUPL-1.2
#include "classify/word_features.hpp"

#include <algorithm>
#include <string>

#include "base/among.hpp"

namespace report {
namespace {

constexpr std::size_t shortest_affix = 4, longest_affix = 7;  // letters
constexpr std::size_t long_number = 4;                        // digits
constexpr std::size_t negated_letters = 6, negated_least = 4;
constexpr std::uint32_t negation_reach = 4;  // words

bool plain_ascii(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char letter) { return static_cast<unsigned char>(letter) < 0x80U; });
}

/// "[PERSOON 1]" as "PERSOON".
std::string_view kind_of_label(std::string_view label) {
  label.remove_prefix(1);
  return label.substr(0, label.find_first_of(" ]"));
}

/// A word as the learner sees it.
struct Word {
  std::string_view text;
  std::uint32_t token = 0;
  bool spelled = false;  // letters that can be parted into affixes
};

std::vector<Word> words_of(const LookedUp& text, const AlikeWords& alike) {
  std::vector<Word> words;
  for (std::uint32_t at = 0; at < text.size(); ++at) {
    const Token& token = text.tokens()[at];
    const std::string_view folded = text.folded[at];
    if (token.kind == TokenKind::number) {
      words.push_back({folded.size() < long_number ? "0" : "0000", at, false});
    } else if (token.kind == TokenKind::label) {
      words.push_back({kind_of_label(folded), at, false});
    } else if (token.kind == TokenKind::word && !folded.empty()) {
      // A word that counts as another does so whatever lists it is on: 'tante' like 'oom'.
      const bool listed = alike.same.contains(folded);
      if (!listed && text.is(at, alike.left_out) && !text.is(at, alike.kept)) continue;
      const std::string_view word = alike.of(folded);
      if (!word.empty()) words.push_back({word, at, plain_ascii(word)});
    }
  }
  return words;
}

}  // namespace

void for_each_word_feature(
    const LookedUp& text, const AlikeWords& alike,
    const std::function<void(std::string_view, std::uint32_t, std::uint32_t)>& take) {
  const std::vector<Word> words = words_of(text, alike);
  std::string name;
  const auto give = [&](std::string_view kind, std::string_view word, const Word& from) {
    name = kind;
    name += word;
    take(name, from.token, from.token + 1);
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    give("w:", word.text, word);
    for (std::size_t letters = shortest_affix; word.spelled && letters <= longest_affix;
         ++letters) {
      if (word.text.size() > letters) give("p:", word.text.substr(0, letters), word);
      if (word.text.size() > letters + 1)
        give("s:", word.text.substr(word.text.size() - letters), word);
    }
    if (i + 1 < words.size()) {
      name = "b:";
      name += word.text;
      name += ' ';
      name += words[i + 1].text;
      take(name, word.token, words[i + 1].token + 1);
    }
    if (!among(alike.negations, word.text)) continue;
    for (std::size_t far = i + 1; far < words.size() && far <= i + negation_reach; ++far) {
      if (among(alike.turns, words[far].text) ||
          text.sentence[words[far].token] != text.sentence[word.token])
        break;
      if (words[far].spelled && words[far].text.size() >= negated_least)
        give("n:", words[far].text.substr(0, negated_letters), words[far]);
    }
  }
}

}  // namespace report
