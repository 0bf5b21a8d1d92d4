// SPDX-License-Identifier: EUPL-1.2
// Patterns over tokens, for rules that speak of words and word lists. Items stand apart by blanks:
//   woon|woonde       one of these words, compared by fold(); 'v.d.' is written v '.' d '.'
//   woon*  *straat    a word that begins or ends so
//   <place|street>    a word, or several, of one of these lexicon classes
//   *<street_suffix>  a word that ends in an entry of the class, three letters or more before it
//   {cap} {lower} {upper} {word} {number} {mixed} {any} {label}   a kind of token
//   {label:ADRES}     the label of what was removed; seen when a text is looked over once more
//   {unknown}         a word that no list has         {start}  no token: the start of a sentence
//   {numbered}        a digit first, then letters, too: 12b
//   {letter}          a word of one letter            {digits:4} {digits:1-3}  a number of so many
//   ~                 no token: the words on both sides have no blank between them
//   !( a b | c )      no token: what follows is none of these
//   ',' ':' '"'       a mark
//   !item             one token that is not that
//   {cap}&<place>     one token that is both; {number}|<place> one that is either: < > and { } can
//   be
//                     joined so
//   item? item* item+ item{2,4}   how often, longest first; * and + mean at most 8 (a word takes
//                     these in a group, since woon* is a beginning)
//   ( a b | c )       a group, its ways apart by |
//   [ ... ]           what is reported, once in a pattern; without it the whole match
// A match never crosses a sentence end. A pattern has no search of its own: it is tried at a token.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "rulebook/lexicon.hpp"
#include "rulebook/pattern.hpp"
#include "rulebook/yaml.hpp"

namespace report {

/// A set of kinds of token, as bits.
using Shapes = std::uint16_t;
namespace shape {
constexpr Shapes any = 1U << 0U;
constexpr Shapes word = 1U << 1U;
constexpr Shapes cap = 1U << 2U;    // a word with a capital
constexpr Shapes lower = 1U << 3U;  // a word without
constexpr Shapes upper = 1U << 4U;  // a word all in capitals
constexpr Shapes number = 1U << 5U;
constexpr Shapes mixed = 1U << 6U;
constexpr Shapes label = 1U << 7U;
constexpr Shapes unknown = 1U << 8U;    // a word of no list
constexpr Shapes letter = 1U << 9U;     // a word of one letter
constexpr Shapes numbered = 1U << 10U;  // letters and digits, a digit first: 12b
}  // namespace shape

constexpr Lexicon::Phrase no_phrase{};

/// All that an item of a token pattern can ask of a token by itself, beginnings and endings aside.
struct TokenTraits {
  Classes classes = 0;     // of the single word, by its ending too
  Classes phrase = 0;      // of an entry of several words that begins here
  std::uint64_t hash = 0;  // of the word
  std::uint32_t shapes = 0;
  // Beside its shapes, what else is asked of it.
  static constexpr std::uint32_t glued = 1U << 16U;  // no blank before it
  static constexpr std::uint32_t sentence_start = 1U << 17U;
  static constexpr unsigned digits_at = 24;  // how many digits a number has
  static constexpr std::uint32_t most_digits = 0xFFU;
};

/// A document's tokens with what the lexicon says of each; indices are those of document.tokens.
struct LookedUp {
  const Document* document = nullptr;
  const Lexicon* lexicon = nullptr;
  std::vector<std::string_view> folded;  // fold() of each token
  std::vector<std::uint64_t> hashes;     // the low half of Lexicon::hash_of() of each
  std::vector<Classes> classes;          // of the single word
  std::vector<Classes> by_ending;        // what it has by its ending: no list has the word itself
  std::vector<Shapes> shapes;
  std::vector<std::uint32_t> sentence;  // of each token, counting from 0
  std::vector<bool> sentence_start;     // first word of its sentence, marks and bullets passed over
  std::string arena;                    // owns the folded words
  // The longest entry of several words that begins at a token, or that ends with it: 0 for none,
  // else 1 + an index into phrases.
  std::vector<std::uint16_t> phrase_at, phrase_to;
  std::vector<Lexicon::Phrase> phrases;
  std::vector<TokenTraits> traits;  // the above once more, side by side

  [[nodiscard]] const std::vector<Token>& tokens() const { return document->tokens; }
  [[nodiscard]] std::size_t size() const { return document->tokens.size(); }
  /// Words are tokens here; of no words when no entry begins at the token.
  [[nodiscard]] const Lexicon::Phrase& phrase(std::size_t token) const {
    return phrase_at[token] == 0 ? no_phrase : phrases[phrase_at[token] - 1U];
  }
  /// Every class that the token, or an entry that begins with it, has in any way.
  [[nodiscard]] Classes all_classes(std::size_t token) const {
    return classes[token] | by_ending[token] | phrase(token).classes;
  }
  [[nodiscard]] bool is(std::size_t token, Classes wanted) const {
    return (classes[token] & wanted) != 0;
  }
};

/// Looks every token up once.
LookedUp look_up(const Document& document, const Lexicon& lexicon);

/// Which way a pattern reads: what begins at a token, or what ends directly before it.
enum class Direction : std::uint8_t { forward, backward };

class TokenPattern {
 public:
  struct Match {
    std::size_t begin = 0, end = 0;                // tokens
    std::size_t report_begin = 0, report_end = 0;  // tokens within [ ... ]
  };

  /// Every match holds a word of these classes among its first `within` tokens.
  struct Need {
    Classes classes = 0;
    std::size_t within = 0;
  };

  TokenPattern() = default;
  /// Throws Error{rules} without a place; the reader of the rule file adds it. In a backward
  /// pattern [ alone says where the report begins: it then goes on to whatever the pattern ends
  /// before.
  TokenPattern(const std::string& source, const Lexicon& lexicon,
               Direction direction = Direction::forward);

  /// The match that begins at this token (of a backward pattern: ends directly before it, in the
  /// same sentence, and may be of no tokens), if there is one. Bounded: throws Error{input}, code
  /// "rule_limit", as Pattern does.
  [[nodiscard]] std::optional<Match> match_at(const LookedUp& text, std::size_t token) const;

  /// The most tokens a match can have.
  [[nodiscard]] std::size_t longest() const;
  /// The need of the fewest tokens, `common` classes aside, which help no filter.
  [[nodiscard]] std::optional<Need> need(Classes common) const;
  [[nodiscard]] const std::string& source() const { return source_; }
  [[nodiscard]] bool empty() const { return program_ == nullptr; }

  struct Program;  // private to token_pattern.cpp and the automaton over many patterns
  [[nodiscard]] const std::shared_ptr<const Program>& program() const { return program_; }

 private:
  std::string source_;
  std::shared_ptr<const Program> program_;
};

/// The token pattern in a YAML value, its parts put in; its faults get the value's place.
TokenPattern read_token_pattern(const yaml::Value& value, const Lexicon& lexicon,
                                Direction direction = Direction::forward,
                                const PatternParts& parts = {});

}  // namespace report
