// SPDX-License-Identifier: EUPL-1.2
// What the person model asks of single words: lexicon classes by name, compounds, slips, casing.
#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "rulebook/rulebook.hpp"
#include "rulebook/token_pattern.hpp"

namespace report {

/// The lexicon classes the person model knows; a class no list has is empty.
struct NameClasses {
  explicit NameClasses(const Lexicon& lexicon);
  Classes given, nickname, surname, particle, name_word;
  Classes ordinary, common, english, stopword;
  Classes dutch_place, world_place, country, demonym, day_month, brand, acronym, organisation;
  Classes organisation_head, organisation_tail, public_place, title, function, kinship, street;
  Classes street_suffix, language, abbreviation, nobility;
  Classes finite_verb;      // what somebody does
  Classes particle_proper;  // tussenvoegsels that are no prepositions besides: van, de, der
  Classes name_prefix;      // Kleine, Lange: before a given name
  Classes function_word;    // by its ending: Griffiemedewerker

  [[nodiscard]] Classes any_name() const { return given | nickname | surname; }
  [[nodiscard]] Classes any_ordinary() const { return ordinary | common | english | stopword; }
};

/// How a note uses capitals. In a note with none, or with nothing else, they say nothing.
enum class Casing : std::uint8_t { usual, lower, upper };

/// Of the whole document: under 1.5 % of the words with a capital is lower, over 60 % all upper
/// case is upper (names.md, "casing by note").
Casing casing_of(const LookedUp& text);

/// Which `before` contexts end directly before a token: tried once a document, and only as far as a
/// name can begin behind them.
class ContextEnds {
 public:
  ContextEnds(const LookedUp& text, const FindRules& rules, const NameClasses& classes);
  /// Calls `take(number)` for every context of rules.names.contexts that ends before the token.
  template <typename Take>
  void at(std::size_t token, Take take) const {
    auto entry = std::lower_bound(ends_.begin(), ends_.end(),
                                  std::pair{static_cast<std::uint32_t>(token), std::uint16_t{0}});
    for (; entry != ends_.end() && entry->first == token; ++entry) take(entry->second);
  }

 private:
  std::vector<std::pair<std::uint32_t, std::uint16_t>> ends_;  // token, context; sorted
};

/// For each token: does it count as capitalised? As written in a note of usual casing; else where
/// words, lists and contexts say so. Lines in upper case within a usual note are treated as upper.
struct Capitals {
  std::vector<bool> capital;
  std::vector<bool> ours;  // set by us, not written so
};
Capitals capitals_of(const LookedUp& text, const NameClasses& classes, const NameModel& model,
                     const ContextEnds& before);

/// A word of no list that is made of two or three ordinary ones: "dienstauto", "tankpasfraude".
bool is_compound(std::string_view folded, const Lexicon& lexicon, Classes ordinary);

/// A word of six letters or more that one slip (a letter too many, too few, wrong, or two swapped)
/// parts from an ordinary word.
bool is_slip(std::string_view folded, const Lexicon& lexicon, Classes ordinary);

}  // namespace report
