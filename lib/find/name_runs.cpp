// SPDX-License-Identifier: EUPL-1.2
#include "find/name_runs.hpp"

#include <algorithm>
#include <array>

#include "base/deadline.hpp"
#include "find/name_evidence.hpp"
#include "find/name_tokens.hpp"

namespace report {
namespace {

class Runs : private NameTokens {
 public:
  Runs(const LookedUp& text, const Rulebook& rulebook, const NameClasses& classes,
       const ContextEnds& before, const Capitals& capitals)
      : NameTokens(text, rulebook.find.names, classes, capitals),
        rulebook_(rulebook),
        before_(before) {}

  std::vector<NameRun> all() {
    std::vector<NameRun> runs;
    for (std::size_t i = 0; i < text_.size();) {
      check_deadline();
      if (!begins(i)) {
        ++i;
        continue;
      }
      NameRun run = grow(i);
      i = std::max(run.end, i + 1);
      if (!run.core.empty() || !run.initials.empty()) runs.push_back(std::move(run));
    }
    Scoring scoring(text_, rulebook_, c_, capitals_, before_);
    for (NameRun& run : runs) {
      scoring.score(run);
      if (run.score >= rulebook_.find.names.threshold || !opens_with_ordinary(run)) continue;
      NameRun rest = without_first(run);
      scoring.score(rest);
      if (rest.score >= rulebook_.find.names.threshold) run = std::move(rest);
    }
    return runs;
  }

 private:
  /// "Zaak Mertens": an ordinary word before what is nothing but a surname.
  [[nodiscard]] bool opens_with_ordinary(const NameRun& run) const {
    const std::size_t next = run.begin + 1;
    return run.core.size() > 1 && run.core[0] == run.begin && run.core[1] == next &&
           text_.is(run.begin, c_.any_ordinary() | c_.function | c_.kinship) &&
           text_.is(next, c_.surname) &&
           !text_.is(next, c_.any_ordinary() | c_.dutch_place | c_.brand | c_.organisation_tail);
  }

  static NameRun without_first(const NameRun& run) {
    NameRun rest = run;
    ++rest.begin;
    rest.core.erase(rest.core.begin());
    return rest;
  }

  /// A lower case particle by itself does not begin a name: "van Jansen" begins at Jansen, unless
  /// only a name can follow ("van der", "ter") or what stands before says so.
  [[nodiscard]] bool particles_open(std::size_t i) const {
    return capitals_.capital[i] || strong_particle(i) ||
           (i > 0 && same_sentence(i, i - 1) && names_follow(i - 1)) || introduced(i);
  }

  [[nodiscard]] bool begins(std::size_t i) const {
    // Nearly all tokens are told by this.
    if (!token(i).capital && !capitals_.capital[i] && !capitals_.ours[i] && mark(i) != '\'' &&
        !text_.is(i, c_.particle | c_.name_prefix))
      return false;
    // Never within an abbreviation: the V of B.V.
    const bool within =
        i > 1 && mark(i - 1) == '.' && !token(i).space_before && !token(i - 1).space_before;
    if ((initial(i) && !within) || prefix(i)) return true;
    if (initial(i)) return false;
    if ((particle(i) || mark(i) == '\'') && over_particles(i) != i) {
      return particles_open(i) && !(text_.sentence_start[i] && one_of(i, prepositions));
    }
    if (!capital_word(i) || stands_beside(i) || small_word(i) || thing_hangs_on(i)) return false;
    if (text_.sentence_start[i] && !capitals_.ours[i]) {
      const bool name = text_.is(i, c_.any_name() | c_.name_word);
      const bool glued = i + 2 < text_.size() && mark(i + 1) == '-' && !token(i + 1).space_before &&
                         !token(i + 2).space_before && capital_word(i + 2);
      if (!name && !glued && text_.is(i, c_.any_ordinary())) return false;
      // "Vader weet het": a surname too, but the father.
      if (!glued && (text_.classes[i] & c_.kinship) != 0 && !text_.is(i, c_.given | c_.nickname))
        return false;
      // "Principeverzoek Wiersma": the compound begins the sentence, the name follows.
      if (!name && !glued && text_.classes[i] == 0 && i + 1 < text_.size() && capital_word(i + 1) &&
          text_.is(i + 1, c_.given | c_.surname) &&
          is_compound(text_.folded[i], *text_.lexicon, c_.any_ordinary() | c_.function))
        return false;
    }
    return true;
  }

  /// Does a context say that a name begins here: "Van: van Ommeren, Lisette", "heet van Dijk"?
  [[nodiscard]] bool introduced(std::size_t i) const {
    bool found = false;
    constexpr double surely = 2;
    before_.at(i, [&](std::uint16_t number) {
      const NameContext& context = rulebook_.find.names.contexts[number];
      found = found || (context.introduces == "any" && context.weight > surely);
    });
    return found && !one_of(i, prepositions);
  }

  /// A title or function: brigadier van Ginderdeuren.
  [[nodiscard]] bool names_follow(std::size_t i) const {
    const std::size_t word = mark(i) == '.' && i > 0 ? i - 1 : i;
    return (text_.is(word, c_.title) || function_at(word)) && !one_of(i + 1, prepositions) &&
           like_surname(over_particles(i + 1));
  }

  [[nodiscard]] bool strong_particle(std::size_t i) const {
    static constexpr std::array<std::string_view, 3> alone{"ter", "ten", "vander"};
    if (std::find(alone.begin(), alone.end(), text_.folded[i]) != alone.end()) return true;
    const std::size_t behind = over_particles(i);
    return behind > i && only_names_follow(i, behind) && !one_of(i, prepositions);
  }

  /// "van Lynden tot Hoevelaken", "Willem baron van Asperen": what joins two parts of a noble name.
  [[nodiscard]] bool noble_joint(std::size_t i, std::size_t at) const {
    if (at == i || at + 1 >= text_.size() || !same_sentence(at, at + 1)) return false;
    if (text_.is(at, c_.nobility)) return over_particles(at + 1) != at + 1 || capital_word(at + 1);
    const std::size_t behind = over_particles(at + 1);
    return text_.folded[at] == "tot" && capital_word(behind) &&
           (behind != at + 1 || !text_.is(at + 1, c_.any_ordinary()));
  }

  /// May the particles at `at` still belong to the run? After a whole name ("Jelle Galema van de
  /// dienst") they begin something else.
  [[nodiscard]] bool may_go_on(const NameRun& run, std::size_t at) const {
    if (run.core.size() < 2) return true;
    const bool all_given = std::all_of(run.core.begin(), run.core.end(), [&](std::size_t i) {
      return text_.is(i, c_.given | c_.nickname);
    });
    const std::size_t behind = over_particles(at);
    const bool capital =
        token(behind).capital && !capitals_.ours[behind] && text_.classes[behind] == 0;
    return all_given || capital || only_names_follow(at, behind) || like_surname(behind);
  }

  /// A function that is somebody's surname: Machteld Rechter.
  [[nodiscard]] bool behind_given(const NameRun& run, std::size_t at) const {
    if (run.core.empty() && !run.initials.empty() && run.initials.back() + 2 == at &&
        !capitals_.ours[at])
      return run.initials.size() > 1
                 ? text_.is(at, c_.surname | c_.name_word | c_.function)
                 : text_.is(at, c_.surname | c_.name_word) && !text_.sentence_start[run.begin];
    if (run.core.empty() || run.core.back() + 1 != at) return false;
    const std::size_t given = run.core.back();
    // Where the note's capitals say nothing: ROOS SCHIPPER, but no "jan directeur".
    if (capitals_.ours[at])
      return text_.is(given, c_.given) && !text_.is(at, c_.organisation_head | c_.stopword) &&
             (text_.classes[at] == 0 || text_.is(at, c_.surname | c_.name_word));
    if (!text_.sentence_start[given] && text_.classes[given] == 0 &&
        !text_.is(at, c_.organisation_head | c_.stopword))
      return text_.is(at, c_.surname | c_.name_word | c_.nobility) ||
             text_.is(at, c_.title);  // Wieger Prins
    return text_.is(run.core.back(), c_.given) &&
           (text_.is(at, c_.surname | c_.name_word) ||
            !text_.is(at, c_.organisation_head | c_.stopword));
  }

  /// A nickname in quotes within a name, 'Plat' of "Gerard 'Plat' van Asten": the index behind the
  /// closing quote, when the name goes on there; else `at`.
  [[nodiscard]] std::size_t over_nickname(std::size_t at) const {
    constexpr std::size_t longest = 4;
    const char quote = mark(at);
    if (quote != '\'' && quote != '"' && quote != '(') return at;
    const char closing = quote == '(' ? ')' : quote;
    for (std::size_t end = at + 2; end < text_.size() && end <= at + longest; ++end) {
      if (mark(end) != closing) continue;
      const std::size_t next = end + 1;
      if (next >= text_.size() || !same_sentence(at, next) || !token(next).space_before) return at;
      const bool goes_on =
          (capital_word(next) && !stands_beside(next)) || over_particles(next) != next;
      return goes_on ? next : at;
    }
    return at;
  }

  /// "Wilde, L. de": initials behind a comma belong to the surname before it. Index of the first
  /// initial, else `at`.
  [[nodiscard]] std::size_t over_comma(std::size_t first, std::size_t at) const {
    if (mark(at) != ',' || at + 1 >= text_.size() || !same_sentence(at, at + 1)) return at;
    // "LvdB, N.H." are two of those present.
    const std::string_view word = text_.document->word(token(at - 1));
    if (std::any_of(word.begin() + 1, word.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) &&
        !token(at - 1).upper)
      return at;
    if (initial(at + 1)) return at + 1;
    // "Goudswaard, Petra" as the heading of a message.
    const bool heading = token(first).line_start || (first > 0 && mark(first - 1) == ':');
    const bool ends = at + 2 >= text_.size() || token(at + 2).line_start ||
                      token(at + 2).kind == TokenKind::number || mark(at + 2) == ':';
    return heading && ends && text_.is(at + 1, c_.given) ? at + 1 : at;
  }

  /// One word, or several joined by hyphens, particles left out.
  [[nodiscard]] bool one_surname(const NameRun& run) const {
    return std::none_of(run.core.begin() + 1, run.core.end(),
                        [&](std::size_t i) { return token(i).space_before && !particle(i - 1); });
  }

  [[nodiscard]] NameRun grow(std::size_t i) const {
    NameRun run;
    run.begin = i;
    std::size_t at = i;
    constexpr std::size_t longest_name = 16;  // words and initials; what is longer is a list
    while (at < text_.size() && same_sentence(i, at) &&
           (at == i || !token(at).line_start || particle(at - 1)) &&
           run.core.size() + run.initials.size() < longest_name) {
      const bool more = take_part(run, at);
      if (more || take_behind_comma(run, at)) run.end = at;
      if (!more) break;
    }
    if (run.end == 0) run.end = i + 1;
    return run;
  }

  /// Takes the part of a name that stands at `at` and goes on behind it; false when none does.
  bool take_part(NameRun& run, std::size_t& at) const {
    const bool first = at == run.begin;
    if (initial(at)) {
      run.initials.push_back(at);
      at += 2;
      if (at + 1 < text_.size() && mark(at) == '-' && !token(at).space_before && initial(at + 1))
        ++at;
    } else if (first && prefix(at)) {
      ++at;
      run.core.push_back(at++);
    } else if (const std::size_t behind = over_particles(at);
               behind != at && (!first || particles_open(at)) && may_go_on(run, at)) {
      const bool capital = capital_particle(at);
      if (capital || only_names_follow(at, behind)) run.surnames.push_back(behind);
      run.capital_particle = run.capital_particle || capital;
      at = behind;
      run.core.push_back(at++);
    } else if (noble_joint(run.begin, at)) {
      at = over_particles(at + 1);
      if (capital_word(at)) run.core.push_back(at++);
    } else {
      return (first || !thing_hangs_on(at)) && take_word(run, at);
    }
    return true;
  }

  /// The same for a word, what a hyphen joins to it, and a nickname.
  bool take_word(NameRun& run, std::size_t& at) const {
    const bool first = at == run.begin;
    if (capital_word(at) &&
        (first || (!stands_beside(at) && !small_word(at)) || behind_given(run, at))) {
      run.core.push_back(at++);
    } else if (mark(at) == '-' && !first && !token(at).space_before && at + 1 < text_.size() &&
               token(at + 1).is_word() && !token(at + 1).space_before) {
      std::size_t tail = over_particles(at + 1);
      if (tail == at + 1 && particle(tail) && tail + 1 < text_.size() && token(tail + 1).capital)
        ++tail;  // Everaerts-de Koning
      run.core.push_back(tail);
      at = tail + 1;
    } else if (const std::size_t next = first ? at : over_nickname(at);
               next != at &&
               (mark(at) != '(' || run.core.size() + (run.initials.empty() ? 0U : 1U) == 1)) {
      for (std::size_t k = at + 1; k + 1 < next; ++k)
        if (token(k).is_word() && !text_.is(k, c_.particle)) run.core.push_back(k);
      at = next;
    } else {
      return false;
    }
    return true;
  }

  /// "Wilde, L. de": what stands behind the comma ends the name.
  bool take_behind_comma(NameRun& run, std::size_t& at) const {
    if (at == run.begin || run.core.empty() || !run.initials.empty() || !one_surname(run))
      return false;
    const std::size_t behind = over_comma(run.begin, at);
    if (behind == at) return false;
    at = behind;
    if (!initial(at)) run.core.push_back(at++);
    while (at < text_.size() && initial(at)) {
      run.initials.push_back(at);
      at += 2;
    }
    while (at < text_.size() && particle(at) && same_sentence(run.begin, at)) ++at;
    return true;
  }

  const Rulebook& rulebook_;
  const ContextEnds& before_;
};

}  // namespace

std::vector<NameRun> score_runs(const LookedUp& text, const Rulebook& rulebook,
                                const NameClasses& classes) {
  const Casing casing = casing_of(text);
  const ContextEnds before(text, rulebook.find, classes, casing);
  const Capitals capitals = capitals_of(text, classes, rulebook.find.names, before, casing);
  return Runs(text, rulebook, classes, before, capitals).all();
}

}  // namespace report
