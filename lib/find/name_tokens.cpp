// SPDX-License-Identifier: EUPL-1.2
#include "find/name_tokens.hpp"

#include "base/among.hpp"

namespace report {

bool NameTokens::function_compound(std::size_t i) const {
  return (text_.by_ending[i] & c_.function_word) != 0 && !text_.is(i, c_.any_name() | c_.name_word);
}

bool NameTokens::named_by_function(std::size_t i) const {
  if (i == 0 || !capitals_.capital[i] || capitals_.ours[i] || text_.sentence_start[i]) return false;
  std::size_t before = i - 1;
  while (before > 0 && text_.is(before, c_.particle) && token(before).capital) --before;
  return same_sentence(before, i) && (function_at(before) || text_.is(before, c_.title)) &&
         !text_.is(before, c_.any_name()) &&
         (before + 1 < i || !text_.is(i, c_.title) || text_.is(i, c_.surname | c_.name_word));
}

bool NameTokens::surname_by_itself(std::size_t i) const {
  if (i == 0 || !token(i).capital || token(i).upper || capitals_.ours[i] ||
      !text_.is(i, c_.surname) || !same_sentence(i - 1, i) || !token(i - 1).is_word() ||
      token(i - 1).capital || one_of(i - 1, articles) ||
      among(model_.before_titles, text_.folded[i - 1]))
    return false;
  return i + 1 >= text_.size() || !same_sentence(i, i + 1) ||
         (!token(i + 1).capital && mark(i + 1) != '/' && mark(i + 1) != '-');
}

bool NameTokens::stands_beside(std::size_t i) const {
  // Never the Heer of "De Heer Jansen".
  const bool more = i + 1 < text_.size() && same_sentence(i, i + 1) && token(i + 1).capital;
  if (named_by_function(i) || (surname_behind_capital(text_, i, c_) &&
                               !text_.sentence_start[i - 1] && !(more && text_.is(i, c_.title))))
    return false;
  if (function_compound(i)) return true;
  const bool name = text_.is(i, c_.any_name() | c_.name_word);
  // Dijkgraaf-Nauta
  const bool doubled = i + 2 < text_.size() && mark(i + 1) == '-' && !token(i + 1).space_before &&
                       !token(i + 2).space_before && capital_word(i + 2) && capital_word(i) &&
                       !token(i + 2).upper;
  if (doubled && name) return false;
  if (text_.is(i, c_.title) && !text_.is(i, c_.given) && !surname_by_itself(i)) return true;
  if ((text_.phrase(i).classes & (c_.organisation_tail | c_.organisation_head)) != 0) return true;
  if (text_.is(i, c_.function | c_.kinship | c_.organisation_head) && !name) return true;
  // A function that is a surname too (Bakker, Koster) is the function before another name.
  if (text_.is(i, c_.function | c_.kinship) && i + 1 < text_.size() && capital_word(i + 1) &&
      !text_.is(i, c_.given) && text_.sentence_start[i])
    return true;
  if (text_.is(i, c_.day_month) && !text_.is(i, c_.given | c_.name_word)) return true;
  return false;
}

bool NameTokens::small_word(std::size_t i) const {
  return text_.is(i, c_.stopword) && !text_.is(i, c_.given | c_.particle);
}

bool NameTokens::abbreviation_at(std::size_t i) const {
  const Lexicon::Phrase& entry = text_.phrase(i);
  if ((entry.classes & (c_.organisation_tail | c_.acronym)) == 0) return false;
  // The N.B. of "Z.O.N.B.E.R.G" is none.
  const auto glued_letter = [&](std::size_t k) {
    return k < text_.size() && token(k).is_word() && token(k).end - token(k).begin == 1;
  };
  const std::size_t next = i + entry.words + 1;  // behind its last full stop
  const bool longer =
      entry.words > 1 && next < text_.size() && glued_letter(next) && !token(next).space_before;
  const bool within = i > 1 && mark(i - 1) == '.' && !token(i).space_before &&
                      glued_letter(i - 2) && !token(i - 1).space_before;
  // "mr. P.C. Brouwer" has no computer; "Kuipers B.V. Heino" is a firm.
  const std::size_t name = next < text_.size() ? over_particles(next) : next;
  const bool before_name = entry.words > 1 && name < text_.size() && same_sentence(i, name) &&
                           token(name).capital && text_.is(name, c_.surname | c_.name_word) &&
                           !text_.is(name, c_.organisation | c_.organisation_head) &&
                           !(i > 0 && token(i - 1).capital);
  return !longer && !within && !before_name;
}

bool NameTokens::initial(std::size_t i) const {
  if (!token(i).is_word() || !(token(i).capital || capitals_.ours[i]) || i + 1 >= text_.size())
    return false;
  if (mark(i + 1) != '.' || token(i + 1).space_before) return false;
  // The last letter of a code ("XG-811-L.", "FXG.82.T.") is none, nor is the B of B.V.
  const char before = i > 0 && !token(i).space_before ? mark(i - 1) : ' ';
  // J.-W.
  const bool joined = before == '-' && i > 2 && mark(i - 2) == '.' && !token(i - 2).space_before &&
                      !token(i - 1).space_before && token(i - 3).end - token(i - 3).begin == 1 &&
                      token(i - 3).capital;
  if ((before == '-' && !joined) || before == '/' ||
      (before == '.' && (i < 2 || !(token(i - 2).capital || capitals_.ours[i - 2]))))
    return false;
  if (abbreviation_at(i)) return false;
  const std::size_t length = token(i).end - token(i).begin;
  constexpr unsigned char two_bytes = 0xC0U;  // the first of the two that are one letter: Đ
  // Ö folds to one letter, Đ stays two bytes.
  const bool one =
      length == 1 || (length == 2 && (text_.folded[i].size() == 1 ||
                                      static_cast<unsigned char>(text_.folded[i][0]) >= two_bytes));
  return one || (length == 2 && !token(i).upper && text_.classes[i] == 0);
}

bool NameTokens::harmless(std::size_t i) const {
  const Classes classes = c_.organisation | c_.acronym | c_.country | c_.brand | c_.demonym |
                          c_.public_place | c_.organisation_head;
  const Token& here = token(i);
  const std::size_t length = here.end - here.begin;
  const bool acronym = here.upper && !capitals_.ours[i] && length > 1 && length <= 4;
  // "van de Koninklijke Marechaussee"
  const Lexicon::Phrase& entry = text_.phrase(i);
  const bool body = entry.words > 1 && (entry.classes & classes) != 0;
  return acronym || body || (text_.is(i, classes) && !text_.is(i, c_.any_name() | c_.name_word));
}

std::size_t NameTokens::over_particles(std::size_t i) const {
  constexpr std::size_t longest = 6;
  std::size_t at = i;
  // Of v.d., d'Ancona, v/d Brink, 't Hart and al-Jubouri.
  const auto mark_within = [&] {
    const bool behind = at > i && !token(at).space_before;
    const bool before = at + 1 < text_.size() && !token(at + 1).space_before;
    switch (mark(at)) {
      case '.':
        return behind;
      case '\'':
        return behind || (before && particle(at + 1));
      case '/':
        return behind && before && particle(at + 1);
      case '-':
        return behind && before;
      default:
        return false;
    }
  };
  while (at < text_.size() && at < i + longest && same_sentence(i, at)) {
    const Lexicon::Phrase& entry = text_.phrase(at);
    if (entry.words > 1 && (entry.classes & c_.particle) != 0)
      at += entry.words;
    else if (particle(at) || mark_within())
      ++at;
    else
      break;
  }
  if (at == i || at >= text_.size() || !same_sentence(i, at)) return i;
  // "heeft mohamed het koper verkocht": without a capital behind it, het is an article.
  if (at == i + 1 && text_.folded[i] == "het" && !token(at).capital) return i;
  if (capital_word(at) &&
      (!stands_beside(at) || (names_before(i) && !text_.is(at, c_.organisation_head)))) {
    // "Broertjes in het Rijkslaboratorium": In het Veld and Op de Beek are names, compounds are
    // not.
    const bool place = at > i + 1 && one_of(i, prepositions) && !token(i).capital &&
                       is_compound(text_.folded[at], *text_.lexicon, c_.any_ordinary());
    return harmless(at) || place ? i : at;
  }
  const bool word = token(at).is_word() && !text_.is(at, c_.stopword);
  // "vd" and "v/d" shorten "van de" before any word.
  const bool shortened = text_.folded[i] == "vd" || text_.folded[i] == "v";
  return only_names_follow(i, at) && word &&
                 !(shortened && !names_before(i) &&
                   (text_.is(at, c_.any_ordinary() | c_.function) ||
                    is_compound(text_.folded[at], *text_.lexicon, c_.any_ordinary() | c_.function)))
             ? at
             : i;
}

bool NameTokens::capital_particle(std::size_t i) const {
  if (i == 0 || !token(i).is_word() || !token(i).capital || capitals_.ours[i] ||
      text_.sentence_start[i] || !text_.is(i, c_.particle) || one_of(i, articles) ||
      one_of(i, prepositions))
    return false;
  const char before = mark(i - 1);
  return token(i - 1).kind != TokenKind::number &&
         (before == '\0' || before == ',' || before == '.');
}

bool NameTokens::names_before(std::size_t i) const {
  if (i > 1 && mark(i - 1) == '.' && initial(i - 2) && same_sentence(i - 1, i)) return true;
  if (i == 0 || !same_sentence(i - 1, i) || !token(i - 1).is_word() || !capitals_.capital[i - 1])
    return false;
  return text_.is(i - 1, c_.given | c_.nickname) || text_.classes[i - 1] == 0;
}

bool NameTokens::only_names_follow(std::size_t begin, std::size_t end) const {
  static constexpr std::array<std::string_view, 6> last{"der",    "den",    "vd",
                                                        "vander", "vanden", "d"};
  for (std::size_t i = begin; i < end; ++i)
    if (std::find(last.begin(), last.end(), text_.folded[i]) != last.end() &&
        (i > begin || text_.folded[i].size() > 3 || text_.folded[i] == "vd"))
      return true;
  return false;
}

bool NameTokens::prefix(std::size_t i) const {
  if (!text_.is(i, c_.name_prefix) || i + 1 >= text_.size() || !same_sentence(i, i + 1))
    return false;
  const bool given = text_.is(i + 1, c_.given | c_.nickname) && capitals_.capital[i + 1] &&
                     (!text_.is(i + 1, c_.any_ordinary()) || token(i + 1).capital);
  const bool article =
      i > 0 && same_sentence(i - 1, i) && text_.is(i - 1, c_.stopword) && !capitals_.capital[i];
  return given && token(i + 1).is_word() && !(article && text_.folded[i - 1] != "die");
}

bool NameTokens::like_surname(std::size_t i) const {
  if (text_.is(i, c_.surname)) return true;
  return text_.classes[i] == 0 &&
         !is_compound(text_.folded[i], *text_.lexicon, c_.any_ordinary() | c_.function);
}

bool NameTokens::thing_hangs_on(std::size_t i) const {
  if (i + 2 >= text_.size() || mark(i + 1) != '-' || token(i + 1).space_before) return false;
  const Token& tail = token(i + 2);
  if (tail.space_before || !tail.is_word() || tail.capital || capitals_.ours[i]) return false;
  if (text_.is(i + 2, c_.any_name() | c_.particle)) return false;
  return text_.is(i + 2, c_.any_ordinary() | c_.function) ||
         is_compound(text_.folded[i + 2], *text_.lexicon, c_.any_ordinary());
}

}  // namespace report
