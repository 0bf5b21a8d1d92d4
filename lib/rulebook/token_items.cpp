// SPDX-License-Identifier: EUPL-1.2
#include "rulebook/token_items.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/error.hpp"
#include "text/normal.hpp"

namespace report {

void fail_pattern(const Message& message) { throw Error(Fault::rules, message); }

namespace {

using Program = TokenPattern::Program;

std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> parts;
  for (;;) {
    const auto bar = text.find('|');
    parts.push_back(text.substr(0, bar));
    if (bar == std::string_view::npos) return parts;
    text.remove_prefix(bar + 1);
  }
}

void add_word(std::string folded, Program::Item& made) {
  const std::uint64_t hash = Lexicon::hash_of(folded).low;
  made.words.emplace_back(hash, std::move(folded));
}

Classes classes(std::string_view inner, const Lexicon& lexicon) {
  Classes all = 0;
  for (const std::string_view name : split(inner)) {
    const auto bit = lexicon.class_bit(name);
    if (!bit) {
      const auto meant = yaml::nearest(name, lexicon.class_names());
      throw Error(
          Fault::rules,
          say({"geen woordenlijst heeft de klasse '{}'", "no lexicon has the class '{}'"}, name),
          yaml::did_you_mean(meant));
    }
    all |= *bit;
  }
  return all;
}

/// Of words that end in an entry of one of these classes.
Classes ending_classes(std::string_view inner, const Lexicon& lexicon) {
  Classes all = 0;
  for (const std::string_view name : split(inner)) {
    const auto bit = lexicon.ending_class(classes(name, lexicon));
    if (!bit)
      fail_pattern(say({"de lijsten van '{}' hebben geen regel '# endings:'",
                        "the lists of '{}' have no '# endings:' line"},
                       name));
    all |= *bit;
  }
  return all;
}

void add_digits(std::string_view range, Program::Item& made) {
  const auto number = [&](std::string_view text) {
    unsigned value = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), value);
    constexpr unsigned most = 99;
    if (end.ec != std::errc() || end.ptr != text.data() + text.size() || value == 0 || value > most)
      fail_pattern(say({"'{{digits:{}}}' wil een aantal cijfers of twee, zoals 1-3",
                        "'{{digits:{}}}' wants a number of digits or two, as in 1-3"},
                       range));
    return static_cast<std::uint8_t>(value);
  };
  const auto dash = range.find('-');
  made.least_digits = number(range.substr(0, dash));
  made.most_digits =
      dash == std::string_view::npos ? made.least_digits : number(range.substr(dash + 1));
}

void add_shape(std::string_view inner, Program::Item& made) {
  if (inner.starts_with("digits:")) return add_digits(inner.substr(inner.find(':') + 1), made);
  static constexpr std::array<std::pair<std::string_view, Shapes>, 11> known{
      {{"any", shape::any},
       {"word", shape::word},
       {"cap", shape::cap},
       {"lower", shape::lower},
       {"upper", shape::upper},
       {"number", shape::number},
       {"mixed", shape::mixed},
       {"label", shape::label},
       {"unknown", shape::unknown},
       {"letter", shape::letter},
       {"numbered", shape::numbered}}};
  for (const std::string_view name : split(inner)) {
    constexpr std::string_view of_label = "label:";
    if (name.starts_with(of_label)) {
      add_word("[" + std::string(name.substr(of_label.size())), made);
      continue;
    }
    const auto* const hit = std::find_if(known.begin(), known.end(),
                                         [&](const auto& entry) { return entry.first == name; });
    if (hit == known.end())
      fail_pattern(
          say({"geen soort token heet '{{{}}}'", "no kind of token is called '{{{}}}'"}, name));
    made.shapes |= hit->second;
  }
}

void add_words(std::string_view text, Program::Item& made) {
  for (const std::string_view word : split(text)) {
    if (word.empty()) fail_pattern(say({"een leeg woord in '{}'", "an empty word in '{}'"}, text));
    const bool ending = word.front() == '*';
    const bool beginning = word.back() == '*';
    if (ending && beginning)
      fail_pattern(say({"'{}' zou elk woord zijn", "'{}' would be any word"}, word));
    if (ending)
      made.endings.push_back(fold(word.substr(1)));
    else if (beginning)
      made.beginnings.push_back(fold(word.substr(0, word.size() - 1)));
    else if (word.find_first_of("*?+<>{}()[]!") != std::string_view::npos)
      fail_pattern(say({"'{}': zet een woord in een groep om het te herhalen: ( woord )?",
                        "'{}': put a word in a group to repeat it: ( woord )?"},
                       word));
    else
      add_word(fold(word), made);
  }
}

}  // namespace

TokenPattern::Program::Item read_token_item(std::string_view word, const Lexicon& lexicon,
                                            std::size_t& used) {
  Program::Item made;
  std::size_t at = 0;
  if (word.size() > 1 && word[0] == '!') {
    made.negated = true;
    at = 1;
  }
  bool words_left = true;
  while (words_left) {
    const bool by_ending = word.substr(at).starts_with("*<");
    if (by_ending) ++at;
    const char kind = word[at];
    if (kind != '<' && kind != '{' && kind != '\'') break;
    const char closing = kind == '<' ? '>' : kind == '{' ? '}' : '\'';
    const auto end = word.find(closing, at + 2);
    if (end == std::string_view::npos)
      fail_pattern(say({"'{}' is niet gesloten", "'{}' is not closed"}, word));
    const std::string_view inner = word.substr(at + 1, end - at - 1);
    if (kind == '<')
      made.classes |= by_ending ? ending_classes(inner, lexicon) : classes(inner, lexicon);
    else if (kind == '{')
      add_shape(inner, made);
    else
      add_word(std::string(inner), made);
    used = end + 1;
    // {number}|{mixed}, <place>|{unknown}: one or the other.
    words_left = used + 1 < word.size() && word[used] == '|' &&
                 (word[used + 1] == '<' || word[used + 1] == '{');
    at = used + 1;
  }
  if (words_left) {
    add_words(word.substr(at), made);
    used = word.size();
  }
  std::sort(made.words.begin(), made.words.end());
  return made;
}

}  // namespace report
