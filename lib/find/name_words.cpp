// SPDX-License-Identifier: EUPL-1.2
#include "find/name_words.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/hash_cache.hpp"

namespace report {
namespace {

constexpr std::size_t shortest_part = 3;

bool in_list(const Lexicon& lexicon, std::string_view word, Classes wanted) {
  return (lexicon.classes_of(word) & wanted) != 0;
}

bool compound(std::string_view word, const Lexicon& lexicon, Classes ordinary, int parts_left) {
  for (std::size_t cut = shortest_part; cut + shortest_part <= word.size(); ++cut) {
    if (!in_list(lexicon, word.substr(0, cut), ordinary)) continue;
    for (const std::string_view link : {"", "s", "en", "e"}) {
      const std::string_view rest = word.substr(cut);
      if (!rest.starts_with(link) || rest.size() < link.size() + shortest_part) continue;
      const std::string_view tail = rest.substr(link.size());
      if (in_list(lexicon, tail, ordinary)) return true;
      if (parts_left > 2 && compound(tail, lexicon, ordinary, parts_left - 1)) return true;
    }
  }
  return false;
}

/// One slip from an ordinary word: some hundreds of words are looked up.
bool slip(std::string_view folded, const Lexicon& lexicon, Classes ordinary) {
  std::string word(folded);
  for (std::size_t i = 0; i + 1 < word.size(); ++i) {
    std::swap(word[i], word[i + 1]);
    if (in_list(lexicon, word, ordinary)) return true;
    std::swap(word[i], word[i + 1]);
  }
  for (std::size_t i = 0; i < word.size(); ++i) {
    std::string shorter = word;
    shorter.erase(i, 1);
    if (in_list(lexicon, shorter, ordinary)) return true;
    const char kept = word[i];
    for (char letter = 'a'; letter <= 'z'; letter = static_cast<char>(letter + 1)) {
      word[i] = letter;
      if (in_list(lexicon, word, ordinary)) return true;
      std::string longer(folded);
      longer.insert(i, 1, letter);
      if (in_list(lexicon, longer, ordinary)) return true;
    }
    word[i] = kept;
  }
  return false;
}

struct SlipVerdict {
  std::uint64_t hash = 0;  // of the word and the classes asked for
  bool slip = false;
};

}  // namespace

NameClasses::NameClasses(const Lexicon& lexicon) {
  const auto bits = [&](std::initializer_list<std::string_view> names) {
    Classes all = 0;
    for (const std::string_view name : names) all |= lexicon.class_bit(name).value_or(0);
    return all;
  };
  given = bits({"given_name"});
  nickname = bits({"nickname"});
  surname = bits({"surname"});
  particle = bits({"tussenvoegsel"});
  name_word = bits({"name_word"});
  ordinary = bits({"ordinary"});
  common = bits({"common"});
  english = bits({"english"});
  stopword = bits({"stopword"});
  dutch_place = bits({"municipality", "woonplaats", "town_ordinary", "province", "water_board"});
  world_place = bits({"world_place"});
  country = bits({"country"});
  demonym = bits({"demonym", "language"});
  day_month = bits({"day_month"});
  brand = bits({"brand"});
  acronym = bits({"acronym", "law_term"});
  organisation = bits({"organisation", "public_body", "police_unit", "ministry", "expression"});
  organisation_head = bits({"org_head"});
  organisation_tail = bits({"org_tail"});
  public_place = bits({"public_place"});
  title = bits({"title"});
  function = bits({"function"});
  kinship = bits({"kinship"});
  street = bits({"street"});
  street_suffix = bits({"street_suffix"});
  language = bits({"language"});
  abbreviation = bits({"abbreviation"});
  nobility = bits({"nobility"});
  finite_verb = bits({"finite_verb", "speech_verb"});
  particle_proper = bits({"particle_proper"});
  name_prefix = bits({"name_prefix"});
  function_word = bits({"function_word"});
}

NameClasses name_classes(const Lexicon& lexicon) {
  thread_local std::optional<std::pair<std::uint64_t, NameClasses>> known;
  if (!known || known->first != lexicon.serial())
    known.emplace(lexicon.serial(), NameClasses(lexicon));
  return known->second;
}

bool is_compound(std::string_view folded, const Lexicon& lexicon, Classes ordinary) {
  constexpr int most_parts = 3;
  constexpr std::size_t longest = 40;
  return folded.size() <= longest && compound(folded, lexicon, ordinary, most_parts);
}

bool is_slip(std::string_view folded, const Lexicon& lexicon, Classes ordinary) {
  constexpr std::size_t shortest = 6;
  constexpr std::size_t longest = 24;
  if (folded.size() < shortest || folded.size() > longest) return false;
  thread_local HashCache<SlipVerdict> verdicts;
  constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;
  const auto [verdict, known] =
      verdicts.find(lexicon.serial(), Lexicon::hash_of(folded).low ^ ordinary * odd);
  if (!known) verdict.slip = slip(folded, lexicon, ordinary);
  return verdict.slip;
}

bool looks_unknown(const LookedUp& text, std::size_t i, const NameClasses& c) {
  const Token& token = text.tokens()[i];
  constexpr std::size_t shortest = 3;
  if (!token.is_word() || token.end - token.begin < shortest) return false;
  const Classes harmless = ~(c.any_name() | c.name_word | c.street_suffix | c.particle);
  if (text.is(i, harmless)) return false;
  return !is_compound(text.folded[i], *text.lexicon, c.any_ordinary()) &&
         !is_slip(text.folded[i], *text.lexicon, c.any_ordinary());
}

bool surname_behind_capital(const LookedUp& text, std::size_t i, const NameClasses& c) {
  const auto capital = [&](std::size_t k) {
    const Token& token = text.tokens()[k];
    return token.is_word() && token.capital && !token.upper;
  };
  return i > 0 && capital(i) && capital(i - 1) && text.is(i, c.surname) &&
         text.is(i - 1, c.particle) && text.sentence[i - 1] == text.sentence[i];
}

}  // namespace report
