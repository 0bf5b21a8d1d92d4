// SPDX-License-Identifier: EUPL-1.2
#include "find/capitals.hpp"

namespace report {
namespace {

/// Capitals where the note's own say nothing, or not enough: within one range of tokens.
class Capitaliser {
 public:
  Capitaliser(const LookedUp& text, Span range, const NameClasses& classes, Capitals& out)
      : text_(text), begin_(range.begin), end_(range.end), c_(classes), out_(out) {}

  /// Where capitals say nothing.
  void all(Casing casing, const NameModel& model, const ContextEnds& before) {
    for (std::size_t i = begin_; i < end_; ++i)
      if (text_.tokens()[i].is_word()) listed(i, casing);
    initials(casing);
    initials_behind();
    for (std::size_t i = begin_ + 1; i < end_; ++i) introduced(i, casing, model, before);
  }

  /// In a sentence with capitals: "getekend door chantal tuinderberg". A given name that means
  /// nothing else is one without its capital too.
  void given_names() {
    constexpr std::size_t shortest = 4;
    for (std::size_t i = begin_; i < end_; ++i) {
      const Token& token = text_.tokens()[i];
      if (!token.is_word() || token.capital || token.end - token.begin < shortest) continue;
      if (!text_.is(i, c_.given) ||
          (text_.classes[i] & ~(c_.given | c_.nickname | c_.surname)) != 0)
        continue;
      set(i);
      const std::size_t next = over_particles(i + 1);
      const Classes names = c_.surname | c_.given | c_.street_suffix;
      if (word_of_sentence(next, i) && (text_.classes[next] & ~names) == 0) set(next);
    }
  }

  /// Likewise: "mevr. tuinderberg".
  void introduced_names(const NameModel& model, const ContextEnds& before) {
    constexpr double surely = 2;
    for (std::size_t i = begin_; i < end_; ++i) {
      if (!may_be_introduced(text_, i, c_)) continue;
      bool introduced = false;
      before.at(i, [&](std::uint16_t number) {
        const NameContext& context = model.contexts[number];
        introduced = introduced || (context.introduces == "any" && context.weight > surely);
      });
      if (introduced && looks_unknown(text_, i, c_)) set(i);
    }
  }

 private:
  void set(std::size_t i) {
    if (!text_.tokens()[i].is_word()) return;
    out_.capital[i] = true;
    out_.ours[i] = true;
  }

  /// Behind tussenvoegsels from `i` on, "van 't" among them; `i` itself when there is none.
  [[nodiscard]] std::size_t over_particles(std::size_t i) const {
    constexpr std::size_t most = 4;
    std::size_t at = i;
    while (at < end_ && at < i + most) {
      if (text_.is(at, c_.particle))
        ++at;
      else if (text_.folded[at] == "'" && at + 1 < end_ && text_.is(at + 1, c_.particle) &&
               !text_.tokens()[at + 1].space_before)
        at += 2;
      else
        break;
    }
    return at;
  }

  [[nodiscard]] bool word_of_sentence(std::size_t i, std::size_t other) const {
    return i < end_ && text_.tokens()[i].is_word() && text_.sentence[i] == text_.sentence[other];
  }
  [[nodiscard]] bool letter(std::size_t i) const { return (text_.shapes[i] & shape::letter) != 0; }
  /// On no list, or on one of surnames.
  [[nodiscard]] bool nameable(std::size_t i) const {
    return text_.classes[i] == 0 || text_.is(i, c_.surname | c_.name_word);
  }
  [[nodiscard]] bool only_given(std::size_t i) const {
    return text_.is(i, c_.given | c_.nickname) && !text_.is(i, c_.any_ordinary());
  }

  /// Names of the lists, words of none, and what stands beside them.
  void listed(std::size_t i, Casing casing) {
    const bool paired =
        i > begin_ + 1 && text_.folded[i - 1] == "-" && only_given(i - 2);  // Gerrit-Jan
    const bool given = only_given(i) || (paired && text_.is(i, c_.given | c_.nickname));
    const bool surname =
        text_.is(i, c_.surname) && !text_.is(i, c_.any_ordinary() | c_.dutch_place | c_.function);
    if (!given && !surname && !looks_unknown(text_, i, c_)) return;
    set(i);
    const std::size_t next = over_particles(i + 1);
    const bool follows = word_of_sentence(next, i);
    if (given && follows && surname_behind(i, next, casing)) set(next);
    if (!given && !surname && follows && next == i + 1 && surname_beside(i, next, casing))
      set(next);
    if ((given || (surname && i + 2 < end_ && text_.folded[i + 2] == ".")) && i + 1 < end_ &&
        letter(i + 1) && text_.tokens()[i + 1].space_before)
      set(i + 1);  // "marvin t", "tesfaye g."
    // And the word before a surname is a given name, though it means something else besides.
    if (surname && i > begin_ && text_.is(i - 1, c_.given | c_.nickname) &&
        !text_.is(i - 1, c_.stopword))
      set(i - 1);
  }

  /// The word behind a given name is its surname, when it is one or at least no frequent word.
  [[nodiscard]] bool surname_behind(std::size_t given, std::size_t next, Casing casing) const {
    const bool prepositions = next > given + 1 && !text_.is(given + 1, c_.particle_proper);
    if (text_.is(next, c_.stopword) || (prepositions && text_.is(next, c_.common))) return false;
    return nameable(next) || closes_name(given, next) ||
           (casing == Casing::upper && !text_.is(next, c_.common | c_.function | c_.finite_verb));
  }

  /// "evert-jan goedkoop.", "wieger buitenzorg, de": nothing more follows, and the given name is no
  /// word besides.
  [[nodiscard]] bool closes_name(std::size_t given, std::size_t next) const {
    const bool closed = next + 1 >= end_ || text_.tokens()[next + 1].kind == TokenKind::mark;
    return closed && !text_.is(given, c_.any_ordinary()) &&
           !text_.is(next, c_.common | c_.function | c_.kinship | c_.finite_verb | c_.day_month |
                               c_.organisation | c_.organisation_head | c_.demonym |
                               c_.dutch_place | c_.title);
  }

  /// The word behind one of no list: a surname that is a word, too, when no more follows
  /// ("annechien bloem,"); where all is in capitals any of no list ("RAJIV PERSAD").
  [[nodiscard]] bool surname_beside(std::size_t i, std::size_t next, Casing casing) const {
    const bool closed = next + 1 >= end_ || text_.tokens()[next + 1].kind == TokenKind::mark;
    if (closed && !text_.is(next, c_.stopword) && text_.is(next, c_.surname | c_.name_word))
      return true;
    return casing == Casing::upper && text_.classes[i] == 0 &&
           (text_.classes[next] == 0 ||
            (text_.is(next, c_.surname) && !text_.is(next, c_.common | c_.stopword)));
  }

  /// "D. KUIPER", "d. hoitinga": letters with a full stop before a word that can be a surname.
  void initials(Casing casing) {
    const auto initial = [&](std::size_t i) {
      return i + 1 < end_ && letter(i) && text_.folded[i + 1] == "." &&
             !text_.tokens()[i + 1].space_before;
    };
    constexpr std::size_t most_initials = 4;
    for (std::size_t i = begin_; i < end_; ++i) {
      if (!initial(i)) continue;
      std::size_t at = i;
      std::size_t letters = 0;
      for (; initial(at) && letters < most_initials; at += 2) ++letters;
      const std::size_t name = over_particles(at);
      const bool may = word_of_sentence(name, i) && text_.tokens()[name].space_before &&
                       !text_.is(name, c_.stopword | c_.finite_verb);
      if (may && (nameable(name) || (casing == Casing::upper && !text_.is(name, c_.common)))) {
        for (std::size_t k = i; k < at; k += 2) set(k);
        set(name);
      }
      i = std::max(i, at - 1);
    }
  }

  /// "bosman, e.l.": initials behind the comma of a surname.
  void initials_behind() {
    for (std::size_t i = begin_; i + 3 < end_; ++i) {
      const bool surname =
          text_.tokens()[i].is_word() && nameable(i) && !text_.is(i, c_.stopword | c_.finite_verb);
      if (!surname || text_.folded[i + 1] != "," || !letter(i + 2) || text_.folded[i + 3] != "." ||
          text_.tokens()[i + 3].space_before)
        continue;
      set(i);
      for (std::size_t k = i + 2; k + 1 < end_ && letter(k) && text_.folded[k + 1] == "."; k += 2)
        set(k);
    }
  }

  /// What a context says is a name.
  void introduced(std::size_t i, Casing casing, const NameModel& model, const ContextEnds& before) {
    bool surely = false;  // whatever follows is a name
    bool listed = false;  // a word that can be a name is one
    before.at(i, [&](std::uint16_t number) {
      surely = surely || model.contexts[number].introduces == "any";
      listed = listed || model.contexts[number].introduces == "listed";
    });
    if (!surely && !listed) return;
    // "HR-ADVISEUR DE WAARD", "de heer van speijk": it reaches over tussenvoegsels.
    const std::size_t name = over_particles(i);
    if (name > i && word_of_sentence(name, i)) {
      const bool unlisted = text_.classes[name] == 0;
      const bool fits =
          casing == Casing::upper
              ? unlisted || text_.is(name, c_.any_name() | c_.name_word)
              : surely && (unlisted || (text_.is(name, c_.surname) && !text_.is(name, c_.common)));
      if (fits) {
        set(i);
        set(name);
      }
    }
    if (!text_.tokens()[i].is_word() || text_.is(i, c_.stopword | c_.title)) return;
    if (!out_.capital[i] && !(surely && !text_.is(i, c_.finite_verb)) &&
        !(listed && text_.is(i, c_.any_name() | c_.name_word)))
      return;
    set(i);
    if (text_.is(i, c_.given | c_.nickname)) surname_of_introduced(i);
  }

  /// "HEET BAS VELD", "de heer florentijn bonebakker", "wethouder cor van 't westeinde": what
  /// follows a given name that is introduced is the surname, whatever else it means.
  void surname_of_introduced(std::size_t given) {
    const std::size_t next = over_particles(given + 1);
    if (!word_of_sentence(next, given) ||
        text_.is(next, c_.stopword | c_.finite_verb | c_.day_month | c_.organisation |
                           c_.organisation_head | c_.demonym))
      return;
    const bool closed = next + 1 >= end_ || text_.tokens()[next + 1].kind == TokenKind::mark ||
                        text_.is(next + 1, c_.stopword | c_.finite_verb);
    const bool behind_particles = next > given + 1;
    if (behind_particles
            ? nameable(next) && text_.is(given + 1, c_.particle_proper) &&
                  !text_.is(next, c_.common)
            : nameable(next) || (closed && !text_.is(next, c_.common | c_.function | c_.kinship)))
      set(next);
  }

  const LookedUp& text_;
  std::size_t begin_, end_;  // tokens
  const NameClasses& c_;
  Capitals& out_;
};

}  // namespace

Capitals capitals_of(const LookedUp& text, const NameClasses& classes, const NameModel& model,
                     const ContextEnds& before, Casing casing) {
  Capitals out;
  out.capital.resize(text.size(), false);
  out.ours.resize(text.size(), false);
  if (casing != Casing::usual) {
    if (casing == Casing::lower)
      for (std::size_t i = 0; i < text.size(); ++i) out.capital[i] = text.tokens()[i].capital;
    Capitaliser(text, {0, text.size()}, classes, out).all(casing, model, before);
    return out;
  }
  for (std::size_t begin = 0; begin < text.size();) {
    const SentenceCasing sentence = casing_of_sentence(text, begin);
    for (std::size_t i = begin; i < sentence.end; ++i)
      out.capital[i] = text.tokens()[i].capital && !sentence.shouted;
    Capitaliser words(text, {begin, sentence.end}, classes, out);
    if (sentence.shouted || sentence.bare) {
      words.all(sentence.shouted ? Casing::upper : Casing::lower, model, before);
    } else {
      words.given_names();
      words.introduced_names(model, before);
    }
    begin = sentence.end;
  }
  return out;
}

}  // namespace report
