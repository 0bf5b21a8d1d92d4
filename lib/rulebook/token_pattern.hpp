// SPDX-License-Identifier: EUPL-1.2
// Patterns over tokens, for rules that speak of words and word lists. The language, one item a
// blank:
//   woont|woonde      one of these words, compared by fold()
//   woon*             a word that begins so          *straat  a word that ends so
//   <place>           a word or several of that lexicon class; <given_name|surname> either
//   {cap} {lower} {upper} {word} {number} {mixed} {any}   a kind of token; {unknown} a word of no list
//   '.' ','           a mark
//   [ ... ]           what is reported, once in a pattern; without it the whole match
//   ( a | b )         groups of items, alternatives apart by " | "
//   ? * + {2,4}       directly behind an item or a group: how often
//   !<class> !word    a token that is not that
// Items never cross a sentence end. A pattern has no search of its own: it is tried at a token.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "rulebook/lexicon.hpp"
#include "rulebook/yaml.hpp"

namespace report {

/// A document's tokens with what the lexicon says of each; indices are those of document.tokens.
struct LookedUp {
  const Document* document = nullptr;
  const Lexicon* lexicon = nullptr;
  std::vector<std::string_view> folded;  // fold() of each token
  std::vector<Classes> classes;          // of the single word
  std::vector<Lexicon::Phrase> phrases;  // the longest entry of several words that begins here
  std::string arena;                     // owns the folded words

  [[nodiscard]] const std::vector<Token>& tokens() const { return document->tokens; }
  [[nodiscard]] std::size_t size() const { return document->tokens.size(); }
};

/// Looks every token up once.
LookedUp look_up(const Document& document, const Lexicon& lexicon);

class TokenPattern {
 public:
  struct Match {
    std::size_t begin = 0, end = 0;              // tokens
    std::size_t report_begin = 0, report_end = 0;  // tokens within [ ... ]
  };

  TokenPattern() = default;
  /// Throws Error{rules} without a place; the reader of the rule file adds it.
  TokenPattern(const std::string& source, const Lexicon& lexicon);

  [[nodiscard]] std::optional<Match> match_at(const LookedUp& text, std::size_t token) const;
  [[nodiscard]] const std::string& source() const { return source_; }

 private:
  struct Item;
  struct Program;
  std::string source_;
  std::shared_ptr<const Program> program_;
};

TokenPattern read_token_pattern(const yaml::Value& value, const Lexicon& lexicon);

}  // namespace report
