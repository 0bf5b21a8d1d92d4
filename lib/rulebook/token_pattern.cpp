// SPDX-License-Identifier: EUPL-1.2
#include "rulebook/token_pattern.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/error.hpp"
#include "rulebook/token_program.hpp"

namespace report {

using Program = TokenPattern::Program;

namespace {

/// The first of an item's words with this hash or a larger one.
auto first_of(const std::vector<std::pair<std::uint64_t, std::string>>& words, std::uint64_t hash) {
  return std::partition_point(words.begin(), words.end(),
                              [hash](const auto& word) { return word.first < hash; });
}

bool holds_plainly(const Program::Item& item, const LookedUp& text, std::size_t token) {
  if (((text.classes[token] | text.by_ending[token]) & item.classes) != 0 ||
      (text.shapes[token] & item.shapes) != 0)
    return true;
  const std::string_view word = text.folded[token];
  const std::uint64_t hash = text.hashes[token];
  for (auto wanted = first_of(item.words, hash); wanted != item.words.end(); ++wanted) {
    if (wanted->first != hash) break;
    if (wanted->second == word) return true;
  }
  for (const std::string& wanted : item.beginnings)
    if (word.starts_with(wanted)) return true;
  for (const std::string& wanted : item.endings)
    if (word.ends_with(wanted)) return true;
  return item.most_digits != 0 && (text.shapes[token] & shape::number) != 0 &&
         word.size() >= item.least_digits && word.size() <= item.most_digits;
}

}  // namespace

bool holds(const Program::Item& item, const LookedUp& text, std::size_t token) {
  return holds_plainly(item, text, token) != item.negated &&
         std::all_of(item.also.begin(), item.also.end(),
                     [&](const Program::Item& other) { return holds(other, text, token); });
}

bool takes_entry(const Program::Item& item, const Lexicon::Phrase& entry) {
  return (entry.classes & item.classes) != 0 && !item.negated && item.also.empty();
}

namespace {

constexpr std::size_t most_steps = 20'000;

Error bound_reached() {
  return Error(Fault::input,
               say({"een regel liep op deze tekst tegen zijn grens aan",
                    "a rule reached its bound on this text"}),
               {say({"geef de tekst in kleinere delen", "give the text in smaller parts"})})
      .with_code("rule_limit");
}

/// One attempt at a program from one token: backtracking over splits, steps counted. Places are
/// between tokens: place i is before token i.
class Attempt {
 public:
  Attempt(const Program& program, const LookedUp& text, std::size_t anchor)
      : program_(program),
        text_(text),
        forward_(program.direction == Direction::forward),
        anchor_(anchor) {}

  std::optional<TokenPattern::Match> run() {
    TokenPattern::Match match;
    match.begin = match.end = anchor_;
    match.report_begin = match.report_end = none;
    if (!follow(0, anchor_, match)) return std::nullopt;
    if (match.report_begin == none)
      match.report_begin = forward_ || match.report_end != none ? match.begin : anchor_;
    if (match.report_end == none) match.report_end = match.end;
    return match;
  }

 private:
  static constexpr auto none = static_cast<std::size_t>(-1);

  bool follow(std::size_t step, std::size_t place, TokenPattern::Match& match) {
    for (;;) {
      if (++steps_ > most_steps) throw bound_reached();
      const Program::Step& now = program_.steps[step];
      switch (now.kind) {
        case Program::Kind::accept:
          (forward_ ? match.end : match.begin) = place;
          return !forward_ || place > anchor_;
        case Program::Kind::report_begin:
          match.report_begin = place;
          ++step;
          break;
        case Program::Kind::report_end:
          match.report_end = place;
          ++step;
          break;
        case Program::Kind::jump:
          step = now.to;
          break;
        case Program::Kind::split: {
          const TokenPattern::Match saved = match;
          if (follow(step + 1, place, match)) return true;
          match = saved;
          step = now.to;
          break;
        }
        case Program::Kind::unless: {
          TokenPattern::Match refused;
          if (follow(step + 1, place, refused)) return false;
          step = now.to;
          break;
        }
        case Program::Kind::glued:
          if (place >= text_.size() || text_.tokens()[place].space_before) return false;
          ++step;
          break;
        case Program::Kind::sentence_start:
          if (place >= text_.size() || !text_.sentence_start[place]) return false;
          ++step;
          break;
        case Program::Kind::item: {
          if (!forward_ && place == 0) return false;
          const std::size_t token = forward_ ? place : place - 1;
          if (token >= text_.size() || text_.sentence[token] != text_.sentence[anchor_])
            return false;
          if (const std::size_t whole = phrase(*now.item, token);
              whole > 1 && (forward_ || whole <= place)) {
            const TokenPattern::Match saved = match;
            if (follow(step + 1, forward_ ? place + whole : place - whole, match)) return true;
            match = saved;
          }
          if (!holds(*now.item, text_, token)) return false;
          place = forward_ ? place + 1 : place - 1;
          ++step;
          break;
        }
      }
    }
  }

  /// Tokens of the entry of several words that begins (backward: ends) here and has a wanted class.
  [[nodiscard]] std::size_t phrase(const Program::Item& item, std::size_t token) const {
    const std::uint16_t number = forward_ ? text_.phrase_at[token] : text_.phrase_to[token];
    if (number == 0) return 0;
    const Lexicon::Phrase& entry = text_.phrases[number - 1U];
    return takes_entry(item, entry) ? entry.words : 0;
  }

  const Program& program_;
  const LookedUp& text_;
  bool forward_;
  std::size_t anchor_;
  std::size_t steps_ = 0;
};

/// Tokens that an item can take: a word of a class may be an entry of several, joining marks
/// between.
std::size_t most_tokens(const Program::Item& item) {
  constexpr std::size_t longest_entry = 24;
  return item.classes != 0 && !item.negated ? longest_entry : 1;
}

/// For each step, by how many tokens on a word of the classes has come at the latest; `never` when
/// a match may do without. Steps lead forward only.
std::size_t latest_need(const Program& program, Classes classes, std::size_t never) {
  std::vector<std::size_t> latest(program.steps.size(), never);
  for (std::size_t at = program.steps.size(); at-- > 0;) {
    const Program::Step& now = program.steps[at];
    switch (now.kind) {
      case Program::Kind::accept:
        break;
      case Program::Kind::jump:
        latest[at] = latest[now.to];
        break;
      case Program::Kind::split:
        latest[at] = std::max(latest[at + 1], latest[now.to]);
        break;
      case Program::Kind::unless:
        latest[at] = latest[now.to];
        break;
      case Program::Kind::glued:
      case Program::Kind::report_begin:
      case Program::Kind::report_end:
      case Program::Kind::sentence_start:
        latest[at] = latest[at + 1];
        break;
      case Program::Kind::item: {
        const Program::Item& item = *now.item;
        const bool needed = !item.negated && item.also.empty() && item.classes != 0 &&
                            (item.classes & ~classes) == 0 && item.words.empty() &&
                            item.shapes == 0 && item.beginnings.empty() && item.endings.empty() &&
                            item.most_digits == 0;
        latest[at] = needed ? 1 : std::min(never, latest[at + 1] + most_tokens(item));
        break;
      }
    }
  }
  return latest.front();
}

}  // namespace

TokenPattern::TokenPattern(const std::string& source, const Lexicon& lexicon, Direction direction)
    : source_(source),
      program_(std::make_shared<const Program>(compile_token_program(source, lexicon, direction))) {
}

std::optional<TokenPattern::Match> TokenPattern::match_at(const LookedUp& text,
                                                          std::size_t token) const {
  return Attempt(*program_, text, token).run();
}

std::size_t TokenPattern::longest() const {
  std::vector<std::size_t> most(program_->steps.size(), 0);
  for (std::size_t at = most.size(); at-- > 0;) {
    const Program::Step& now = program_->steps[at];
    switch (now.kind) {
      case Program::Kind::accept:
        break;
      case Program::Kind::jump:
        most[at] = most[now.to];
        break;
      case Program::Kind::split:
        most[at] = std::max(most[at + 1], most[now.to]);
        break;
      case Program::Kind::unless:
        most[at] = most[now.to];
        break;
      case Program::Kind::item:
        most[at] = most[at + 1] + most_tokens(*now.item);
        break;
      default:
        most[at] = most[at + 1];
        break;
    }
  }
  return most.front();
}

std::optional<TokenPattern::Need> TokenPattern::need(Classes common) const {
  constexpr std::size_t useful = 40;  // further on, such a word nearly always stands
  std::optional<Need> best;
  for (const Program::Step& step : program_->steps) {
    if (!step.item) continue;
    const Classes classes = step.item->classes;
    if (classes == 0 || (classes & common) != 0 || (best && best->classes == classes)) continue;
    const std::size_t within = latest_need(*program_, classes, useful);
    if (within < useful && (!best || within < best->within)) best = {classes, within};
  }
  return best;
}

TokenPattern read_token_pattern(const yaml::Value& value, const Lexicon& lexicon,
                                Direction direction, const PatternParts& parts) {
  const std::string source = read_part(value, parts, PartKind::tokens);
  try {
    return {source, lexicon, direction};
  } catch (const Error& error) {
    throw value.fault(error.message(), error.hints());
  }
}

}  // namespace report
