// SPDX-License-Identifier: EUPL-1.2
#include "find/name_words.hpp"

#include <algorithm>
#include <string>

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

/// True when the word, with lower case assumed, must be a name: on no ordinary list, no compound.
bool looks_unknown(const LookedUp& text, std::size_t i, const NameClasses& c) {
  const Token& token = text.tokens()[i];
  constexpr std::size_t shortest = 3;
  if (!token.is_word() || token.end - token.begin < shortest) return false;
  const Classes harmless = ~(c.any_name() | c.name_word | c.street_suffix | c.particle);
  if (text.is(i, harmless)) return false;
  return !is_compound(text.folded[i], *text.lexicon, c.any_ordinary()) &&
         !is_slip(text.folded[i], *text.lexicon, c.any_ordinary());
}

/// A word without its capital that "mevrouw" or "heet" before it makes a name: on no list at all.
bool may_be_introduced(const LookedUp& text, std::size_t i, const NameClasses& c) {
  constexpr std::size_t shortest = 4;
  const Token& token = text.tokens()[i];
  return token.is_word() && !token.capital && text.classes[i] == 0 &&
         token.end - token.begin >= shortest && (text.by_ending[i] & c.function_word) == 0;
}

/// A sentence as capitals_of() looks at it.
struct SentenceCasing {
  std::size_t end = 0;
  bool shouted = false;  // nearly all in capitals
  bool bare = false;     // words enough, and no capital among them
};

SentenceCasing casing_of_sentence(const LookedUp& text, std::size_t begin) {
  SentenceCasing sentence;
  std::size_t words = 0;
  std::size_t capitals = 0;
  std::size_t uppers = 0;
  std::size_t end = begin;
  for (; end < text.size() && text.sentence[end] == text.sentence[begin]; ++end) {
    const Token& token = text.tokens()[end];
    if (!token.is_word() || token.end - token.begin < 2) continue;
    ++words;
    capitals += token.capital && !token.upper ? 1U : 0U;
    uppers += token.upper ? 1U : 0U;
  }
  constexpr std::size_t enough = 4;
  sentence.end = end;
  sentence.shouted = words > enough && uppers * 10 >= words * 8;
  sentence.bare = words >= enough && capitals == 0 && uppers * 4 < words;
  return sentence;
}

/// For each token, the next one at which a name can begin: a capital, a tussenvoegsel, 't, or any
/// word where capitals say nothing.
std::vector<std::uint32_t> next_beginnings(const LookedUp& text, const NameClasses& c) {
  std::vector<std::uint32_t> next(text.size());
  const bool usual = casing_of(text) == Casing::usual;
  for (std::size_t begin = 0; begin < text.size();) {
    const SentenceCasing sentence = casing_of_sentence(text, begin);
    const bool any = !usual || sentence.shouted || sentence.bare;
    for (std::size_t i = begin; i < sentence.end; ++i) {
      const Token& token = text.tokens()[i];
      const bool mark = token.kind == TokenKind::mark;
      const bool may = any || token.capital || text.is(i, c.particle) ||
                       may_be_introduced(text, i, c) ||
                       (mark && text.document->view.text[token.begin] == '\'');
      next[i] = may ? 1U : 0U;
    }
    begin = sentence.end;
  }
  auto found = static_cast<std::uint32_t>(-1);
  for (std::size_t i = text.size(); i-- > 0;) {
    if (next[i] != 0) found = static_cast<std::uint32_t>(i);
    next[i] = found;
  }
  return next;
}

/// "D. KUIPER", "d. hoitinga": letters with a full stop before a word that can be a surname.
template <typename Set>
void initials(const LookedUp& text, std::size_t begin, std::size_t end, const NameClasses& c,
              Casing casing, Set set) {
  const auto initial = [&](std::size_t i) {
    return i + 1 < end && (text.shapes[i] & shape::letter) != 0 && text.folded[i + 1] == "." &&
           !text.tokens()[i + 1].space_before;
  };
  constexpr std::size_t most_initials = 4;
  for (std::size_t i = begin; i < end; ++i) {
    if (!initial(i)) continue;
    std::size_t at = i;
    std::size_t letters = 0;
    for (; initial(at) && letters < most_initials; at += 2) ++letters;
    std::size_t name = at;
    while (name < end && text.is(name, c.particle) && name < at + 4) ++name;
    const bool may =
        name < end && text.tokens()[name].is_word() && text.tokens()[name].space_before &&
        !text.is(name, c.stopword | c.finite_verb) && text.sentence[name] == text.sentence[i];
    const bool listed = may && (text.is(name, c.surname | c.name_word) || text.classes[name] == 0);
    if (listed || (may && casing == Casing::upper && !text.is(name, c.common))) {
      for (std::size_t k = i; k < at; k += 2) set(k);
      set(name);
    }
    i = std::max(i, at - 1);
  }
}

/// "bosman, e.l.": initials behind the comma of a surname.
template <typename Set>
void initials_behind(const LookedUp& text, std::size_t begin, std::size_t end, const NameClasses& c,
                     Set set) {
  for (std::size_t i = begin; i + 3 < end; ++i) {
    const bool surname = text.tokens()[i].is_word() && !text.is(i, c.stopword | c.finite_verb) &&
                         (text.is(i, c.surname | c.name_word) || text.classes[i] == 0);
    if (!surname || text.folded[i + 1] != "," || (text.shapes[i + 2] & shape::letter) == 0 ||
        text.folded[i + 3] != "." || text.tokens()[i + 3].space_before)
      continue;
    set(i);
    for (std::size_t k = i + 2;
         k + 1 < end && (text.shapes[k] & shape::letter) != 0 && text.folded[k + 1] == "."; k += 2)
      set(k);
  }
}

/// Behind tussenvoegsels from `i` on, "van 't" among them; `i` itself when there is none.
std::size_t over_particles(const LookedUp& text, std::size_t i, std::size_t end,
                           const NameClasses& c) {
  std::size_t at = i;
  while (at < end && at < i + 4) {
    if (text.is(at, c.particle))
      ++at;
    else if (text.folded[at] == "'" && at + 1 < end && text.is(at + 1, c.particle) &&
             !text.tokens()[at + 1].space_before)
      at += 2;
    else
      break;
  }
  return at;
}

/// Capitals where the note's own say nothing.
void truecase(const LookedUp& text, std::size_t begin, std::size_t end, const NameClasses& c,
              const NameModel& model, const ContextEnds& before, Casing casing, Capitals& out) {
  const auto set = [&](std::size_t i) {
    if (!text.tokens()[i].is_word()) return;
    out.capital[i] = true;
    out.ours[i] = true;
  };
  for (std::size_t i = begin; i < end; ++i) {
    const Token& token = text.tokens()[i];
    if (!token.is_word()) continue;
    const auto only_given = [&](std::size_t k) {
      return text.is(k, c.given | c.nickname) && !text.is(k, c.any_ordinary());
    };
    const bool paired =
        i > begin + 1 && text.folded[i - 1] == "-" && only_given(i - 2);  // Gerrit-Jan
    const bool given = only_given(i) || (paired && text.is(i, c.given | c.nickname));
    const bool surname =
        text.is(i, c.surname) && !text.is(i, c.any_ordinary() | c.dutch_place | c.function);
    if (given || surname || looks_unknown(text, i, c)) {
      set(i);
      // The word behind a given name is its surname, when it is one or at least no frequent word.
      const std::size_t next = over_particles(text, i + 1, end, c);
      const bool follows =
          next < end && text.tokens()[next].is_word() && text.sentence[next] == text.sentence[i];
      const bool prepositions = next > i + 1 && !text.is(i + 1, c.particle_proper);
      if (given && follows && !text.is(next, c.stopword) &&
          !(prepositions && text.is(next, c.common)) &&
          (text.is(next, c.surname | c.name_word) || text.classes[next] == 0 ||
           (casing == Casing::upper && !text.is(next, c.common | c.function | c.finite_verb))))
        set(next);
      if ((given || (surname && i + 2 < end && text.folded[i + 2] == ".")) && i + 1 < end &&
          (text.shapes[i + 1] & shape::letter) != 0 && text.tokens()[i + 1].space_before)
        set(i + 1);  // "marvin t", "tesfaye g."
      // A word of no list before a surname that is a word, too, when no more follows: "annechien
      // bloem,".
      const bool closed = next + 1 >= end || text.tokens()[next + 1].kind == TokenKind::mark;
      if (!given && !surname && next == i + 1 && follows && closed && !text.is(next, c.stopword) &&
          text.is(next, c.surname | c.name_word))
        set(next);
      // Two words of no list, where all is in capitals: "RAJIV PERSAD".
      if (casing == Casing::upper && !given && !surname && next == i + 1 && follows &&
          text.classes[i] == 0 &&
          (text.classes[next] == 0 ||
           (text.is(next, c.surname) && !text.is(next, c.common | c.stopword))))
        set(next);
      // And the word before a surname is a given name, though it means something else besides.
      if (surname && i > begin && text.is(i - 1, c.given | c.nickname) &&
          !text.is(i - 1, c.stopword))
        set(i - 1);
    }
  }
  initials(text, begin, end, c, casing, set);
  initials_behind(text, begin, end, c, set);
  for (std::size_t i = begin + 1; i < end; ++i) {
    bool surely = false;  // whatever follows is a name
    bool listed = false;  // a word that can be a name is one
    before.at(i, [&](std::uint16_t number) {
      surely = surely || model.contexts[number].introduces == "any";
      listed = listed || model.contexts[number].introduces == "listed";
    });
    if (!surely && !listed) continue;
    // "HR-ADVISEUR DE WAARD", "de heer van speijk": what introduces a name reaches over
    // tussenvoegsels.
    std::size_t name = i;
    while (name < end && text.is(name, c.particle) && name < i + 4) ++name;
    const bool named =
        name < end && text.tokens()[name].is_word() && text.sentence[name] == text.sentence[i];
    if (name > i && named) {
      const bool unlisted = text.classes[name] == 0;
      const bool fits =
          casing == Casing::upper
              ? unlisted || text.is(name, c.any_name() | c.name_word)
              : surely && (unlisted || (text.is(name, c.surname) && !text.is(name, c.common)));
      if (fits) {
        set(i);
        set(name);
      }
    }
    if (!text.tokens()[i].is_word() || text.is(i, c.stopword | c.title)) continue;
    if (!out.capital[i] && !(surely && !text.is(i, c.finite_verb)) &&
        !(listed && text.is(i, c.any_name() | c.name_word)))
      continue;
    set(i);
    // "HEET BAS VELD", "de heer florentijn bonebakker", "wethouder cor van 't westeinde": what
    // follows a given name that is introduced is the surname, whatever else it means.
    if (!text.is(i, c.given | c.nickname)) continue;
    const std::size_t next = over_particles(text, i + 1, end, c);
    if (next >= end || !text.tokens()[next].is_word() || text.sentence[next] != text.sentence[i] ||
        text.is(next, c.stopword | c.finite_verb | c.day_month | c.organisation |
                          c.organisation_head | c.demonym))
      continue;
    const bool nameable = text.classes[next] == 0 || text.is(next, c.surname | c.name_word);
    const bool behind_particles = next > i + 1;
    const bool closed = next + 1 >= end || text.tokens()[next + 1].kind == TokenKind::mark ||
                        text.is(next + 1, c.stopword | c.finite_verb);
    if (behind_particles
            ? nameable && text.is(i + 1, c.particle_proper) && !text.is(next, c.common)
            : nameable || (closed && !text.is(next, c.common | c.function | c.kinship)))
      set(next);
  }
}

/// "getekend door chantal tuinderberg": a given name that means nothing else is one without its
/// capital too.
void given_names(const LookedUp& text, std::size_t begin, std::size_t end, const NameClasses& c,
                 Capitals& out) {
  constexpr std::size_t shortest = 4;
  for (std::size_t i = begin; i < end; ++i) {
    const Token& token = text.tokens()[i];
    if (!token.is_word() || token.capital || token.end - token.begin < shortest) continue;
    if ((text.classes[i] & c.given) == 0 ||
        (text.classes[i] & ~(c.given | c.nickname | c.surname)) != 0)
      continue;
    out.capital[i] = out.ours[i] = true;
    std::size_t next = i + 1;
    while (next < end && text.is(next, c.particle) && next < i + 4) ++next;
    const bool follows =
        next < end && text.tokens()[next].is_word() && text.sentence[next] == text.sentence[i];
    const Classes names = c.surname | c.given | c.street_suffix;
    if (follows && (text.classes[next] & ~names) == 0) out.capital[next] = out.ours[next] = true;
  }
}

/// "mevr. tuinderberg", in a note that has capitals elsewhere.
void introduced_names(const LookedUp& text, std::size_t begin, std::size_t end,
                      const NameClasses& c, const NameModel& model, const ContextEnds& before,
                      Capitals& out) {
  constexpr double surely = 2;
  for (std::size_t i = begin; i < end; ++i) {
    if (!may_be_introduced(text, i, c)) continue;
    bool introduced = false;
    before.at(i, [&](std::uint16_t number) {
      const NameContext& context = model.contexts[number];
      introduced = introduced || (context.introduces == "any" && context.weight > surely);
    });
    if (introduced && looks_unknown(text, i, c)) out.capital[i] = out.ours[i] = true;
  }
}

}  // namespace

ContextEnds::ContextEnds(const LookedUp& text, const FindRules& rules, const NameClasses& classes) {
  const std::vector<std::uint32_t> next = next_beginnings(text, classes);
  for (std::size_t i = 0; i + 1 < text.size(); ++i)
    rules.names_before.candidates(text, i, [&](std::uint16_t number) {
      const NameContext& context = rules.names.contexts[number];
      if (next[i + 1] > i + context.longest_before) return;
      const auto match = context.before->match_at(text, i);
      if (match && match->end < text.size() && text.sentence[match->end] == text.sentence[i])
        ends_.emplace_back(static_cast<std::uint32_t>(match->end), number);
    });
  std::sort(ends_.begin(), ends_.end());
  ends_.erase(std::unique(ends_.begin(), ends_.end()), ends_.end());
}

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

Casing casing_of(const LookedUp& text) {
  std::size_t starts = 0;
  std::size_t capital_starts = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!text.sentence_start[i] || !text.tokens()[i].is_word()) continue;
    ++starts;
    capital_starts += text.tokens()[i].capital ? 1U : 0U;
  }
  std::size_t words = 0;
  std::size_t capitals = 0;
  std::size_t uppers = 0;
  for (const Token& token : text.tokens()) {
    if (!token.is_word() || token.end - token.begin < 2) continue;
    ++words;
    capitals += token.capital ? 1U : 0U;
    uppers += token.upper ? 1U : 0U;
  }
  constexpr double lower_share = 0.015;
  constexpr double upper_share = 0.6;
  const auto share = [&](std::size_t part) {
    return words == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(words);
  };
  constexpr std::size_t enough_words = 4;
  if (words >= enough_words && share(uppers) > upper_share) return Casing::upper;
  constexpr std::size_t lower_words = 12;
  if (words >= lower_words && share(capitals) < lower_share) return Casing::lower;
  // Sentences without their capital: those words that have one have it on purpose.
  constexpr double few_capitals = 0.1;
  if (starts >= 3 && capital_starts * 4 < starts && share(capitals) < few_capitals)
    return Casing::lower;
  return Casing::usual;
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

Capitals capitals_of(const LookedUp& text, const NameClasses& classes, const NameModel& model,
                     const ContextEnds& before) {
  Capitals out;
  out.capital.resize(text.size(), false);
  out.ours.resize(text.size(), false);
  if (const Casing casing = casing_of(text); casing != Casing::usual) {
    if (casing == Casing::lower)
      for (std::size_t i = 0; i < text.size(); ++i) out.capital[i] = text.tokens()[i].capital;
    truecase(text, 0, text.size(), classes, model, before, casing, out);
    return out;
  }
  for (std::size_t begin = 0; begin < text.size();) {
    const SentenceCasing sentence = casing_of_sentence(text, begin);
    for (std::size_t i = begin; i < sentence.end; ++i)
      out.capital[i] = text.tokens()[i].capital && !sentence.shouted;
    if (sentence.shouted || sentence.bare) {
      truecase(text, begin, sentence.end, classes, model, before,
               sentence.shouted ? Casing::upper : Casing::lower, out);
    } else {
      given_names(text, begin, sentence.end, classes, out);
      introduced_names(text, begin, sentence.end, classes, model, before, out);
    }
    begin = sentence.end;
  }
  return out;
}

}  // namespace report
