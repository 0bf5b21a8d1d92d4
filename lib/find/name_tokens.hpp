// SPDX-License-Identifier: EUPL-1.2
// What a single token can be within a name, by itself and by what stands beside it.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

#include "find/capitals.hpp"

namespace report {

/// All indices are tokens of the text.
class NameTokens : protected NameReader {
 public:
  using NameReader::NameReader;

  [[nodiscard]] const Token& token(std::size_t i) const { return text_.tokens()[i]; }
  [[nodiscard]] char mark(std::size_t i) const {
    return token(i).kind == TokenKind::mark ? text_.document->view.text[token(i).begin] : '\0';
  }
  /// Griffiemedewerker: on no list, but it ends like a function and is no name.
  [[nodiscard]] bool function_compound(std::size_t i) const;
  [[nodiscard]] bool function_at(std::size_t i) const {
    return text_.is(i, c_.function) || function_compound(i);
  }
  /// A function or title with a capital inside a sentence, directly behind another: "burgemeester
  /// De Rechter", "Griffiemedewerker Rechter". The first says what somebody is, the second who.
  [[nodiscard]] bool named_by_function(std::size_t i) const;
  /// A word that can be no part of a name here: it only stands beside one.
  [[nodiscard]] bool stands_beside(std::size_t i) const;
  [[nodiscard]] bool capital_word(std::size_t i) const {
    return token(i).is_word() && capitals_.capital[i];
  }
  /// "Wat", "Hoe", "Dit": with a capital they begin a sentence that lost its full stop.
  [[nodiscard]] bool small_word(std::size_t i) const;
  /// "B.V.", "N.B."; not within a longer row of letters with full stops.
  [[nodiscard]] bool abbreviation_at(std::size_t i) const;
  /// "J." or the "P." of "J.P."; at most two letters ("Th.", "Ch.").
  [[nodiscard]] bool initial(std::size_t i) const;
  [[nodiscard]] bool particle(std::size_t i) const {
    return token(i).is_word() && text_.is(i, c_.particle) && !one_of(i, joining_words);
  }
  /// On some lists of tussenvoegsels, but far more often between two names than in one.
  static constexpr std::array<std::string_view, 5> joining_words{"of", "en", "met", "tot", "and"};
  /// Prepositions that begin a name only after a given name, a title or initials.
  static constexpr std::array<std::string_view, 9> articles{"de",  "het", "den", "le", "la",
                                                            "les", "el",  "al",  "t"};
  static constexpr std::array<std::string_view, 14> prepositions{
      "in", "op", "aan", "bij", "onder", "uit", "voor", "over", "te", "het", "om", "by", "a", "do"};
  template <std::size_t size>
  [[nodiscard]] bool one_of(std::size_t i, const std::array<std::string_view, size>& words) const {
    return std::find(words.begin(), words.end(), text_.folded[i]) != words.end();
  }
  /// A capital inside a sentence on a tussenvoegsel that is no article: "Dam of Van Dalen".
  [[nodiscard]] bool capital_particle(std::size_t i) const;
  /// A word that is somebody's employer, town or thing rather than a surname behind "van de".
  [[nodiscard]] bool harmless(std::size_t i) const;
  /// "weet Koning er meer van": a title that is a surname, with a capital inside the sentence and
  /// no other beside it.
  [[nodiscard]] bool surname_by_itself(std::size_t i) const;
  /// Index behind a chain of particles from i on, when a name's word or initial follows; else i.
  [[nodiscard]] std::size_t over_particles(std::size_t i) const;
  /// Does a given name, or a word of no list with a capital, stand directly before: "Rinus de
  /// Graaf"?
  [[nodiscard]] bool names_before(std::size_t i) const;
  /// "van der", "van den", "v.d.": what follows is a name even without a capital.
  [[nodiscard]] bool only_names_follow(std::size_t begin, std::size_t end) const;
  [[nodiscard]] bool same_sentence(std::size_t a, std::size_t b) const {
    return text_.sentence[a] == text_.sentence[b];
  }
  /// "Kleine" of "Kleine Mo": a nickname made of a given name.
  [[nodiscard]] bool prefix(std::size_t i) const;
  /// A surname of the lists, or a word of no list that is no compound either.
  [[nodiscard]] bool like_surname(std::size_t i) const;
  /// "Woo-verzoek", "Raadsheer-plaatsvervanger": a lower case word that is no name hangs on by a
  /// hyphen, and makes the whole a thing.
  [[nodiscard]] bool thing_hangs_on(std::size_t i) const;
};

}  // namespace report
