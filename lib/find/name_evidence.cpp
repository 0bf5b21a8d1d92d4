// SPDX-License-Identifier: EUPL-1.2
#include "find/name_evidence.hpp"

#include <algorithm>

namespace report {

Scoring::Scoring(const LookedUp& text, const Rulebook& rulebook, const NameClasses& classes,
                 const Capitals& capitals, const ContextEnds& before)
    : NameSigns(text, rulebook.find.names, classes, capitals),
      before_(before),
      after_(rulebook.find.names_after, text) {}

void Scoring::add(double weight, const std::string& rule) {
  sum_ += weight;
  if (weight > best_) {
    best_ = weight;
    rule_ = rule;
  }
}

void Scoring::add(E evidence) {
  add(model_.weight(evidence),
      "person." + name_evidence_names()[static_cast<std::size_t>(evidence)]);
}

void Scoring::score(NameRun& run) {
  sum_ = best_ = 0;
  unknown_words_ = 0;
  rule_ = "person.unknown";
  role_.clear();
  after_body_ = spoken_for_ = listed_body_ = false;
  contexts(run);
  words(run);
  if (run.initials.size() > 1 || (!run.initials.empty() && !run.core.empty()))
    add(E::initials);
  else if (!run.initials.empty())
    add(E::initial_alone);
  // "gemeente Noordeind aan Zee", "van de Koninklijke Marechaussee": the small words of a body's
  // name make no person of it.
  const bool name_of_body =
      listed_body_ ||
      (after_body_ && std::none_of(run.core.begin(), run.core.end(), [&](std::size_t i) {
         return text_.is(i, c_.given | c_.nickname);
       }));
  const std::size_t parts = name_of_body ? 0 : run.core.size() + run.initials.size();
  for (std::size_t i = run.begin; i < run.end; ++i) {
    const bool counted = std::find(run.core.begin(), run.core.end(), i) != run.core.end();
    if (!counted && text_.tokens()[i].is_word() && text_.is(i, c_.particle) && parts > 0) {
      add(E::particle);
      break;
    }
  }
  if (run.capital_particle) add(E::particle_capital);
  if (unknown_words_ > 1 && !name_of_body) add(E::several_unknown);
  if (abbreviated(run)) add(E::compound_start);
  if (firm_follows(run)) add(E::organisation_tail);
  if (run.end < text_.size() && text_.sentence[run.end] == text_.sentence[run.begin] &&
      ((text_.classes[run.end] | text_.phrase(run.end).classes) & c_.organisation_tail) != 0)
    add(E::organisation_tail);
  run.score = sum_;
  run.rule = rule_;
  run.role = role_;
  run.after_body = after_body_;
  run.spoken_for = spoken_for_;
}

void Scoring::words(const NameRun& run) {
  const bool several = run.core.size() + run.initials.size() > 1;
  for (std::size_t k = 0; k < run.core.size();) {
    const std::size_t used = phrase(run, run.core[k]);
    if (used == 0) word(run, run.core[k], several);
    const std::size_t behind = run.core[k] + std::max<std::size_t>(used, 1);
    while (k < run.core.size() && run.core[k] < behind) ++k;
  }
}

/// A listed place or organisation of several words: "Den Haag", "Rode Kruis". Tokens it takes.
std::size_t Scoring::phrase(const NameRun& run, std::size_t i) {
  // The entry may begin with a particle of the run: look from the particles before the word on.
  std::size_t first = i;
  while (first > run.begin && text_.is(first - 1, c_.particle)) --first;
  for (; first <= i; ++first) {
    const Lexicon::Phrase& entry = text_.phrase(first);
    if (entry.words < 2 || first + entry.words <= i) continue;
    const Classes wanted = c_.dutch_place | c_.world_place | c_.country | c_.organisation |
                           c_.public_place | c_.brand | c_.acronym | c_.street | c_.day_month;
    if ((entry.classes & wanted) == 0 || (entry.classes & c_.any_name()) != 0) continue;
    harmless(entry.classes, false);
    listed_body_ = listed_body_ || (entry.classes & c_.organisation) != 0;
    return first + entry.words - i;
  }
  return 0;
}

/// "Betr. projectleider": a short word at the start of a sentence, cut off by a full stop.
bool Scoring::abbreviated(const NameRun& run) const {
  constexpr std::size_t longest = 9;
  const auto& tokens = text_.tokens();
  if (run.end != run.begin + 1 || !text_.sentence_start[run.begin] || run.end + 1 >= tokens.size())
    return false;
  if (text_.folded[run.begin].size() > longest || text_.folded[run.end] != "." ||
      tokens[run.end].space_before)
    return false;
  const Token& next = tokens[run.end + 1];
  return !next.line_start &&
         (text_.folded[run.end + 1] == ":" || (next.is_word() && !next.capital));
}

/// "Kuipers & Zonen", "Kwast & Kleur VOF".
bool Scoring::firm_follows(const NameRun& run) const {
  const auto& tokens = text_.tokens();
  if (run.end + 1 >= tokens.size() || text_.folded[run.end] != "&") return false;
  return tokens[run.end + 1].capital || text_.folded[run.end + 1] == "zonen" ||
         text_.folded[run.end + 1] == "zn" || text_.folded[run.end + 1] == "co";
}

/// Does another word of the run have no other use than as a surname: "Pandora Zegwaard"?
bool Scoring::surname_elsewhere(const NameRun& run, std::size_t i) const {
  return std::any_of(run.core.begin(), run.core.end(), [&](std::size_t k) {
    return k != i && text_.is(k, c_.surname) &&
           !text_.is(k, c_.any_ordinary() | c_.dutch_place | c_.brand | c_.organisation_tail);
  });
}

void Scoring::harmless(Classes classes, bool given) {
  if (given) return;
  if ((classes & c_.dutch_place) != 0)
    add(E::place);
  else if ((classes & c_.country) != 0)
    add(E::country);
  else if ((classes & c_.world_place) != 0)
    add(E::world_place);
  if ((classes & c_.demonym) != 0) add(E::demonym);
  if ((classes & c_.brand) != 0) add(E::brand);
  if ((classes & c_.organisation) != 0) add(E::organisation);
  if ((classes & c_.public_place) != 0) add(E::public_place);
  if ((classes & c_.acronym) != 0) add(E::acronym);
  if ((classes & c_.day_month) != 0) add(E::day_month);
}

void Scoring::word(const NameRun& run, std::size_t i, bool several) {
  const Classes classes = text_.classes[i];
  const bool start = text_.sentence_start[i] && !capitals_.ours[i];
  const bool given = (classes & (c_.given | c_.nickname)) != 0;
  const bool tail = i > run.begin && !text_.tokens()[i].capital && !capitals_.ours[i] &&
                    text_.tokens()[i - 1].kind == TokenKind::mark;
  if (capitals_.ours[i]) add(E::truecased);
  if (tail && !given && (classes & c_.any_name()) == 0) {
    if ((classes & (c_.any_ordinary() | c_.function)) != 0 ||
        is_compound(text_.folded[i], *text_.lexicon, c_.any_ordinary()))
      add(E::ordinary_tail);
    return;
  }
  const bool behind_given = std::any_of(run.core.begin(), run.core.end(), [&](std::size_t k) {
    return k < i && (text_.is(k, c_.given | c_.nickname) || text_.classes[k] == 0);
  });
  const bool behind_initials = !run.initials.empty() && run.initials.front() < i;
  const bool expected =
      behind_given || behind_initials || std::ranges::find(run.surnames, i) != run.surnames.end();
  const Classes surnames = c_.dutch_place | c_.surname | c_.name_word;
  const bool surname = (classes & (c_.surname | c_.name_word)) != 0;
  const bool introduced = spoken_for_ && several && surname;
  // Storm, Zomer: beside another capital no season.
  const Classes meant =
      surname && !start && (several || !of_time(i)) ? classes & ~c_.day_month : classes;
  // "F. Aarnoutse" is of no people.
  const Classes name_like = behind_initials ? surnames | c_.demonym : surnames;
  // "De Boer": Boer is a hamlet, too.
  const bool of_people = i > run.begin && surname_behind_capital(text_, i, c_);
  harmless(
      of_people ? meant & ~c_.dutch_place : meant,
      given || introduced || (expected && (classes & name_like) != 0) || surname_elsewhere(run, i));
  if ((classes & c_.organisation_tail) != 0 && i > run.begin && !(behind_given && surname))
    add(E::organisation_tail);
  if (named(i, several, start)) return;
  const Classes known = classes & ~(c_.street_suffix | c_.particle | c_.abbreviation);
  if (known == 0) {
    unlisted(i, start, expected || spoken_for_, several && surname_elsewhere(run, i));
  } else if ((classes & (c_.any_ordinary() | c_.function | c_.kinship)) != 0) {
    const bool introduced_here =
        spoken_for_ && surname && text_.tokens()[i].capital && !capitals_.ours[i];
    add(start                         ? E::ordinary_start
        : expected || introduced_here ? E::ordinary_behind_given
        : rare(i)                     ? E::ordinary_rare
        : beside_surname(run, i)      ? E::ordinary_beside_surname
                                      : E::ordinary_inside);
  }
}

/// Given names and surnames of the lists; false when the word is on none.
bool Scoring::named(std::size_t i, bool several, bool start) {
  const Classes classes = text_.classes[i];
  const bool ordinary = (classes & c_.any_ordinary()) != 0;
  const bool common = (classes & (c_.common | c_.stopword | c_.english)) != 0;
  if ((classes & (c_.given | c_.nickname)) != 0) {
    if (!ordinary)
      add(several ? E::given_in_run : E::given_alone);
    else if (several && (classes & c_.stopword) == 0)
      add(E::given_in_run);
    else if (!start)
      add(E::given_ordinary);
    else
      add((classes & (c_.stopword | c_.kinship | c_.function)) != 0 ||
                  ((classes & c_.day_month) != 0 && !acts(i))
              ? E::ordinary_start
              : E::given_ordinary_start);
    return true;
  }
  if ((classes & (c_.surname | c_.name_word)) == 0) return false;
  if (!common && !(start && ordinary))
    add(several ? E::surname_in_run : E::surname_alone);
  else if (start || opens_speech(i))
    add((classes & c_.stopword) != 0 ? E::ordinary_start : E::surname_ordinary_start);
  else
    add(E::surname_ordinary);
  return true;
}

void Scoring::unlisted(std::size_t i, bool start, bool expected, bool beside_surname) {
  const Token& token = text_.tokens()[i];
  const std::string_view word = text_.folded[i];
  constexpr std::size_t longest_acronym = 5;
  if (word.size() == 1) return add(E::acronym);
  if (token.upper && !capitals_.ours[i] && word.size() <= longest_acronym)
    return add(word.size() < longest_acronym ? E::initials_word : E::acronym);
  const Classes ordinary = c_.any_ordinary() | c_.function;
  if (code_follows(i)) return add(E::acronym);
  if (!expected && named_thing(word)) return add(E::ordinary_tail);
  // "Snader Akkermans": a slip, but rather of a name.
  const bool surname =
      std::any_of(model_.surname_endings.begin(), model_.surname_endings.end(),
                  [&](const std::string& ending) { return word.ends_with(ending); });
  if (start && !surname &&
      (is_compound(word, *text_.lexicon, ordinary) ||
       (!beside_surname && is_slip(word, *text_.lexicon, ordinary))))
    return add(E::compound_start);
  ++unknown_words_;
  add(start ? E::unknown_start : E::unknown);
}

/// "Gerold Wijngaarde", "Staf Mertens": no function, and no body either.
bool Scoring::beside_surname(const NameRun& run, std::size_t i) const {
  return text_.tokens()[i].capital && !text_.tokens()[i].upper && !capitals_.ours[i] &&
         !opens_speech(i) &&
         !text_.is(i, c_.stopword | c_.function | c_.kinship | c_.organisation_head) &&
         surname_elsewhere(run, i);
}

void Scoring::contexts(const NameRun& run) {
  // The strongest on each side speaks for, the strongest on each side against; they do not add up.
  const auto weigh = [&](const std::vector<std::uint16_t>& found) {
    const NameContext* strongest = nullptr;
    const NameContext* weakest = nullptr;
    for (const std::uint16_t index : found) {
      const NameContext& context = model_.contexts[index];
      if (context.weight > 0 && (!strongest || context.weight > strongest->weight))
        strongest = &context;
      if (context.weight < 0 && (!weakest || context.weight < weakest->weight)) weakest = &context;
      if (!context.role.empty()) role_ = context.role;
      after_body_ = after_body_ || context.organisation;
    }
    spoken_for_ = spoken_for_ || strongest != nullptr;
    if (strongest) add(strongest->weight, strongest->id);
    if (weakest) add(weakest->weight, weakest->id);
  };
  std::vector<std::uint16_t> before;
  before_.at(run.begin, [&](std::uint16_t context) { before.push_back(context); });
  weigh(before);
  std::vector<std::uint16_t> after;
  if (run.end < text_.size() && text_.sentence[run.end] == text_.sentence[run.begin])
    for (const std::uint16_t context : after_.candidates(run.end))
      if (model_.contexts[context].after->match_at(text_, run.end)) after.push_back(context);
  weigh(after);
}

}  // namespace report
