// SPDX-License-Identifier: EUPL-1.2
// What the lexicon says of each token, and where sentences end.
#include <algorithm>
#include <array>

#include "base/hash_cache.hpp"
#include "rulebook/token_pattern.hpp"

namespace report {
namespace {

/// Words of which entries of several words are looked for.
constexpr std::size_t longest_entry = 12;

std::string_view text_of(const Document& document, std::size_t token) {
  return document.word(document.tokens[token]);
}

/// Folded words from `first` on, as far as only blanks, hyphens, apostrophes, full stops or
/// ampersands stand between them; `ends[i]` is the token behind word i.
std::size_t chain(const LookedUp& text, std::size_t first,
                  std::array<std::string_view, longest_entry>& words,
                  std::array<std::size_t, longest_entry>& ends) {
  std::size_t count = 0;
  std::size_t at = first;
  while (at < text.size() && count < longest_entry) {
    const Token& token = text.tokens()[at];
    if (text.sentence[at] != text.sentence[first] || (token.line_start && at != first)) break;
    if (token.kind == TokenKind::mark) {
      constexpr std::string_view joining = "-'.&/,";
      if (at == first ||
          joining.find(text.document->view.text[token.begin]) == std::string_view::npos ||
          (token.space_before && text.document->view.text[token.begin] == '.'))
        break;
      // Two marks in a row part the words.
      if (at + 1 < text.size() && text.tokens()[at + 1].kind == TokenKind::mark) break;
      ++at;
      continue;
    }
    if (token.kind == TokenKind::label) break;
    words[count] = text.folded[at];
    ends[count] = at + 1;
    ++count;
    ++at;
  }
  return count;
}

/// fold() of a token, straight into the arena: nearly all words are ASCII. A label without its
/// number: "[PERSOON".
void append_folded(std::string_view word, TokenKind kind, std::string& arena) {
  const std::size_t begin = arena.size();
  if (kind == TokenKind::label) {
    arena.append(word.substr(0, word.find_first_of(" ]")));
    return;
  }
  arena.append(word);
  unsigned char any = 0;
  for (std::size_t i = begin; i < arena.size(); ++i) {
    const char byte = arena[i];
    any |= static_cast<unsigned char>(byte);
    arena[i] = static_cast<char>(byte + (byte >= 'A' && byte <= 'Z' ? 'a' - 'A' : 0));
  }
  if (any < 0x80U) return;
  arena.resize(begin);
  arena += fold(word);
}

/// The classes of a long word that a scanner read with rn for m: penningrneester. Short ones may be
/// names: Starn is no stam.
Classes meant_by_scan(std::string_view seen, const Lexicon& lexicon) {
  constexpr std::size_t shortest = 8;
  constexpr std::size_t longest = 40;
  if (seen.size() < shortest || seen.size() > longest) return 0;
  std::string meant;
  for (std::size_t i = 0; i < seen.size(); ++i)
    if (seen.substr(i, 2) == "rn") {
      meant += 'm';
      ++i;
    } else {
      meant += seen[i];
    }
  return meant.size() == seen.size() ? 0 : lexicon.classes_of(meant);
}

Shapes shapes_of(const Token& token, std::string_view folded, Classes classes) {
  Shapes shapes = shape::any;
  if (token.kind == TokenKind::number) shapes |= shape::number;
  if (token.kind == TokenKind::mixed) shapes |= shape::mixed;
  if (token.kind == TokenKind::mixed && folded.front() >= '0' && folded.front() <= '9')
    shapes |= shape::numbered;
  if (token.kind == TokenKind::label) shapes |= shape::label;
  if (!token.is_word()) return shapes;
  shapes |= shape::word | (token.capital ? shape::cap : shape::lower);
  if (token.upper) shapes |= shape::upper;
  if (token.end - token.begin == 1) shapes |= shape::letter;
  if (classes == 0) shapes |= shape::unknown;
  return shapes;
}

/// What the lexicon says of a word: the lexicon is larger than any cache.
struct KnownWord {
  std::uint64_t hash = 0;
  Classes classes = 0, by_ending = 0;
};

HashCache<KnownWord>& known_words() {
  thread_local HashCache<KnownWord> own;
  return own;
}

void set_traits(LookedUp& text) {
  text.traits.resize(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const Token& token = text.tokens()[i];
    TokenTraits& traits = text.traits[i];
    traits.classes = text.classes[i] | text.by_ending[i];
    traits.phrase = text.phrase(i).classes;
    traits.hash = text.hashes[i];
    traits.shapes = text.shapes[i] | (token.space_before ? 0 : TokenTraits::glued) |
                    (text.sentence_start[i] ? TokenTraits::sentence_start : 0);
    if (token.kind == TokenKind::number)
      traits.shapes |= std::min(token.end - token.begin, TokenTraits::most_digits)
                       << TokenTraits::digits_at;
  }
}

/// A line that ends in a tussenvoegsel or a title goes on in the next one: "Bastiaan van der" /
/// "Wulp". Never over a blank line.
bool goes_on(const LookedUp& text, const Document& document, std::size_t line_start, Classes open) {
  const std::size_t last = line_start - 1;
  const Token& token = document.tokens[last];
  const std::string_view gap =
      std::string_view(document.view.text)
          .substr(token.end, document.tokens[line_start].begin - token.end);
  if (gap.find("\n\n") != std::string_view::npos) return false;
  if (token.is_word())
    return text.is(last, open) && !token.line_start && document.tokens[line_start].is_word();
  return document.view.text[token.begin] == '.' && last > 0 && !token.space_before &&
         !document.tokens[last - 1].line_start && text.is(last - 1, open) &&
         document.tokens[line_start].is_word();
}

/// One character, of several bytes or not.
bool single(const Document& document, const Token& token) {
  const std::size_t length = token.end - token.begin;
  const auto first = static_cast<unsigned char>(document.view.text[token.begin]);
  constexpr unsigned char two_bytes = 0xC0U;
  return length == 1 || (length == 2 && first >= two_bytes);
}

void find_sentences(const Document& document, Classes abbreviation, Classes open, LookedUp& text) {
  std::uint32_t sentence = 0;
  bool pending = true;  // the next word is the first of its sentence
  for (std::size_t i = 0; i < text.size(); ++i) {
    const Token& token = document.tokens[i];
    if (token.line_start && i > 0 && !pending && !goes_on(text, document, i, open)) {
      ++sentence;
      pending = true;
    }
    text.sentence[i] = sentence;
    if (token.kind != TokenKind::mark) {
      text.sentence_start[i] = pending;
      pending = false;
      continue;
    }
    const char mark = document.view.text[token.begin];
    const bool closing = mark == '!' || mark == '?' || mark == '.';
    if (!closing || pending || i + 1 >= text.size()) continue;
    const Token& next = document.tokens[i + 1];
    if (mark == '.') {
      if (!next.space_before && next.kind != TokenKind::mark) continue;  // 12.30, B.V., punt.nl
      const Token& before = document.tokens[i - 1];
      const bool glued =
          i > 1 && !before.space_before && document.view.text[before.begin - 1] == '-';
      const bool initial = before.is_word() && single(document, before) && before.capital && !glued;
      const bool dotted = i > 1 && before.end - before.begin == 1 && !before.space_before &&
                          document.view.text[before.begin - 1] == '.';  // v.d., t.a.v., a.u.b.
      if (!token.space_before && (initial || dotted || text.is(i - 1, abbreviation) ||
                                  (text.by_ending[i - 1] & abbreviation) != 0))
        continue;
      if (next.is_word() && !next.capital) continue;
    }
    // Closing quotes and brackets still belong to the sentence that ends.
    if (next.kind == TokenKind::mark && !next.space_before) {
      const char follows = document.view.text[next.begin];
      if (follows == '.' || follows == '!' || follows == '?') continue;
    }
    ++sentence;
    pending = true;
  }
}

void find_phrases(const Lexicon& lexicon, LookedUp& text) {
  const Classes starts = lexicon.phrase_start();
  std::array<std::string_view, longest_entry> words;
  std::array<std::size_t, longest_entry> ends{};
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((text.classes[i] & starts) == 0) continue;
    text.classes[i] &= ~starts;
    const std::size_t length = chain(text, i, words, ends);
    Lexicon::Phrase phrase = lexicon.longest_phrase({words.data(), length});
    constexpr std::size_t most_phrases = 0xFFFE;
    if (phrase.words > 1 && text.phrases.size() < most_phrases) {
      phrase.words = ends[phrase.words - 1] - i;  // in tokens, joining marks counted
      text.phrases.push_back(phrase);
      text.phrase_at[i] = text.phrase_to[i + phrase.words - 1] =
          static_cast<std::uint16_t>(text.phrases.size());
    }
  }
}

}  // namespace

LookedUp look_up(const Document& document, const Lexicon& lexicon) {
  LookedUp text;
  text.document = &document;
  text.lexicon = &lexicon;
  const std::size_t count = document.tokens.size();
  text.folded.resize(count);
  text.hashes.resize(count);
  text.classes.resize(count, 0);
  text.by_ending.resize(count, 0);
  text.shapes.resize(count);
  text.phrase_at.resize(count, 0);
  text.phrase_to.resize(count, 0);
  text.sentence.resize(count, 0);
  text.sentence_start.resize(count, false);

  std::vector<std::pair<std::uint32_t, std::uint32_t>> ranges(count);
  // Never in the small buffer of a string: the views into it must survive a move.
  constexpr std::size_t beyond_small_buffer = 64;
  text.arena.reserve(document.view.text.size() + count + beyond_small_buffer);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t begin = text.arena.size();
    append_folded(text_of(document, i), document.tokens[i].kind, text.arena);
    ranges[i] = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(text.arena.size())};
  }
  HashCache<KnownWord>& words_known = known_words();
  for (std::size_t i = 0; i < count; ++i) {
    text.folded[i] =
        std::string_view(text.arena).substr(ranges[i].first, ranges[i].second - ranges[i].first);
    const Lexicon::Hash hash = Lexicon::hash_of(text.folded[i]);
    text.hashes[i] = hash.low;
    const Token& token = document.tokens[i];
    if (token.kind == TokenKind::word || token.kind == TokenKind::mixed) {
      const auto [word, known] = words_known.find(lexicon.serial(), hash.low);
      if (!known) {
        word.classes = lexicon.classes_of(hash);
        if (word.classes == 0) word.classes = meant_by_scan(text.folded[i], lexicon);
        word.by_ending = lexicon.ending_classes_of(text.folded[i]);
      }
      text.classes[i] = word.classes;
      text.by_ending[i] = word.by_ending;
    }
    text.shapes[i] = shapes_of(token, text.folded[i], text.classes[i] & ~lexicon.phrase_start());
  }
  find_sentences(
      document,
      lexicon.class_bit("abbreviation").value_or(0) |
          lexicon.class_bit("abbreviation_word").value_or(0),
      lexicon.class_bit("tussenvoegsel").value_or(0) | lexicon.class_bit("title").value_or(0),
      text);
  find_phrases(lexicon, text);
  set_traits(text);
  return text;
}

}  // namespace report
