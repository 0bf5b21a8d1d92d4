// SPDX-License-Identifier: EUPL-1.2
// What the person model asks of single words: lexicon classes by name, compounds, slips.
#pragma once

#include <string_view>

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

/// The classes of a lexicon, kept by each thread for the lexicon it used last.
NameClasses name_classes(const Lexicon& lexicon);

/// A word of no list that is made of two or three ordinary ones: "dienstauto", "tankpasfraude".
bool is_compound(std::string_view folded, const Lexicon& lexicon, Classes ordinary);

/// A word of six letters or more that one slip (a letter too many, too few, wrong, or two swapped)
/// parts from an ordinary word.
bool is_slip(std::string_view folded, const Lexicon& lexicon, Classes ordinary);

/// True when the word, with lower case assumed, must be a name: on no ordinary list, no compound.
bool looks_unknown(const LookedUp& text, std::size_t i, const NameClasses& c);

/// "De Graaf", "Van Dam": a surname of the lists with a capital, right behind a tussenvoegsel that
/// has one, too.
bool surname_behind_capital(const LookedUp& text, std::size_t i, const NameClasses& c);

}  // namespace report
