// SPDX-License-Identifier: EUPL-1.2
#include "route/body_names.hpp"

#include <algorithm>
#include <initializer_list>

#include "base/among.hpp"

namespace report {
namespace {

constexpr std::size_t longest_name = 6;  // words

}  // namespace

BodyNames::BodyNames(const LookedUp& text, const RouteRules& rules)
    : text_(text), document_(*text.document), rules_(rules) {
  const auto bits = [&](std::initializer_list<std::string_view> names) {
    Classes all = 0;
    for (const std::string_view name : names) all |= text.lexicon->class_bit(name).value_or(0);
    return all;
  };
  function_ = bits({"function"});
  town_ = bits({"municipality", "woonplaats", "province"});
  small_ = bits({"stopword"});
  verb_ = bits({"finite_verb", "speech_verb"});
  plain_ = small_ | function_ | bits({"ordinary", "common", "english"});
  read_cases();
}

void BodyNames::read_cases() {
  constexpr std::size_t fewest = 4;  // words that say how somebody writes
  std::size_t words = 0, capitals = 0, upper = 0;
  std::vector<std::size_t> sentence_words, sentence_capitals;
  for (std::size_t at = 0; at < text_.size(); ++at) {
    const std::size_t sentence = text_.sentence[at];
    if (sentence >= sentence_words.size()) {
      sentence_words.resize(sentence + 1);
      sentence_capitals.resize(sentence + 1);
    }
    const Token& token = document_.tokens[at];
    if (token.kind != TokenKind::word) continue;
    ++words;
    capitals += token.capital ? 1 : 0;
    upper += token.upper ? 1 : 0;
    ++sentence_words[sentence];
    sentence_capitals[sentence] += token.capital ? 1 : 0;
  }
  upper_ = upper * 2 > words;
  one_case_ = capitals * 50 < words || upper_;
  small_sentence_.resize(sentence_words.size());
  for (std::size_t i = 0; i < sentence_words.size(); ++i)
    small_sentence_[i] = sentence_capitals[i] == 0 && sentence_words[i] >= fewest;
}

bool BodyNames::join(std::size_t token) const {
  return token < text_.size() && among(rules_.joins, text_.folded[token]);
}

bool BodyNames::part(std::size_t token) const {
  return token < text_.size() && among(rules_.parts, text_.folded[token]);
}

bool BodyNames::is_mark(std::size_t token, std::string_view marks) const {
  return token < text_.size() && document_.tokens[token].kind == TokenKind::mark &&
         marks.find(document_.word(document_.tokens[token])) != std::string_view::npos;
}

bool BodyNames::name_word(std::size_t token) const {
  if (token >= text_.size()) return false;
  const Token& each = document_.tokens[token];
  if (each.kind == TokenKind::label) return document_.word(each).starts_with("[PLAATS");
  if (each.kind != TokenKind::word && each.kind != TokenKind::mixed) return false;
  if (!each.capital || upper_ || text_.folded[token].empty()) return false;
  if (each.line_start && is_mark(token + 1, ":")) return false;  // the next field of a form
  return !among(rules_.no_names, text_.folded[token]) || is_mark(token + 1, "-");
}

std::size_t BodyNames::listed_end(std::size_t first, Classes listed) const {
  if (first >= text_.size()) return first;
  const Lexicon::Phrase& phrase = text_.phrase(first);
  if ((phrase.classes & listed) != 0) return first + phrase.words;
  if (!text_.is(first, listed)) return first;
  // "Best" is a town, "best" is not.
  return document_.tokens[first].capital || !plain(first) ? first + 1 : first;
}

std::size_t BodyNames::capitals_end(std::size_t first) const {
  std::size_t at = first, end = first;
  for (std::size_t words = 0; words < longest_name && at < text_.size(); ++words) {
    if (text_.sentence[at] != text_.sentence[first]) break;
    if (name_word(at)) {
      end = ++at;
      while (is_mark(at, "-") && name_word(at + 1) && !document_.tokens[at + 1].space_before)
        end = (at += 2);
      // "Midden- en West-Brabant"
      if (is_mark(at, "-") && join(at + 1) && name_word(at + 2)) ++at;
      continue;
    }
    // "Kapelle aan den IJssel", "de Boven-Linge": small words only when a name follows.
    if (!join(at) && !is_mark(at, "&")) break;
    std::size_t ahead = at + 1;
    while (ahead < at + 3 && join(ahead)) ++ahead;
    if (!name_word(ahead)) break;
    at = ahead;
  }
  return end;
}

/// Nothing more of a name comes from this token on.
bool BodyNames::closes(std::size_t token) const {
  return token >= text_.size() || document_.tokens[token].kind == TokenKind::mark ||
         text_.is(token, small_);
}

/// Whether a word of the language may begin a name without a capital. Where capitals are written
/// only a word that is nothing but a name is taken for one, and so is what stands behind one of
/// `where`.
bool BodyNames::may_begin(std::size_t first, std::size_t at) const {
  const bool double_name = is_mark(at + 1, "-") && !document_.tokens[at + 1].space_before;
  const bool known = (text_.all_classes(at) & town_) != 0 || among(rules_.starts, text_.folded[at]);
  if (known && one_case(first)) return true;
  const std::string_view joined = at > first ? text_.folded[first] : "";
  return (one_case_ || double_name) && !among(rules_.where, joined);
}

/// A name whose capitals are not written, or say nothing.
std::size_t BodyNames::small_end(std::size_t first) const {
  constexpr std::size_t shortest = 4;
  std::size_t at = first;
  while (at < first + 2 && join(at)) ++at;
  if (at >= text_.size() || document_.tokens[at].kind != TokenKind::word ||
      text_.sentence[at] != text_.sentence[first] || text_.folded[at].size() < shortest)
    return first;
  const bool one_case = this->one_case(first);
  const Classes no_name = !may_begin(first, at) ? plain_ : at == first ? small_ | verb_ : small_;
  if (text_.is(at, no_name)) return first;
  if (!one_case && document_.tokens[at].capital) return first;
  ++at;
  while (is_mark(at, "-") && at + 1 < text_.size() && !document_.tokens[at + 1].space_before &&
         document_.tokens[at + 1].kind == TokenKind::word)
    at += 2;
  if (!one_case || (text_.all_classes(at - 1) & town_) != 0) return at;
  return more(at, text_.sentence[first]);
}

/// "zuyder bos", "hart van gelre": one word more of a name in a note without capitals, when the
/// name ends with it, or when it is no word of the language and a small word ties it.
std::size_t BodyNames::more(std::size_t at, std::uint32_t sentence) const {
  const auto word = [&](std::size_t token) {
    return token < text_.size() && document_.tokens[token].is_word() &&
           text_.sentence[token] == sentence && !text_.is(token, small_ | verb_) && !part(token);
  };
  if (at < text_.size() && among(rules_.ties, text_.folded[at]))
    return word(at + 1) && !plain(at + 1) ? at + 2 : at;
  const bool last = closes(at + 1) || text_.is(at + 1, verb_);
  return word(at) && !text_.is(at, function_) && last ? at + 1 : at;
}

std::size_t BodyNames::end(std::size_t first, Classes listed) const {
  std::size_t name = first;
  while (name < first + 2 && join(name)) ++name;
  const std::size_t known = listed_end(name, listed);
  const std::size_t found = capitals_end(first);
  const std::size_t longest = std::max(found, known > name ? known : first);
  return longest > first ? longest : small_end(first);
}

std::size_t BodyNames::end_of_list(std::size_t first, Classes listed) const {
  std::size_t end = this->end(first, listed);
  std::size_t at = end;
  while (end > first && is_mark(at, ",") && name_word(at + 1)) {
    at = capitals_end(at + 1);
    if (at < text_.size() && text_.folded[at - 2] == "en") return at;
  }
  return end;
}

}  // namespace report
