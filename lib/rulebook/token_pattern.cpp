// SPDX-License-Identifier: EUPL-1.2
#include "rulebook/token_pattern.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/error.hpp"
#include "rulebook/token_program.hpp"

namespace report {

using Program = TokenPattern::Program;

namespace {

constexpr std::size_t most_steps = 20'000;
constexpr std::size_t furthest_back = 12;

/// One attempt at a program from one token: backtracking over splits, steps counted.
class Attempt {
 public:
  Attempt(const Program& program, const LookedUp& text, std::size_t begin, std::size_t wanted_end)
      : program_(program), text_(text), begin_(begin), wanted_end_(wanted_end) {}

  std::optional<TokenPattern::Match> run() {
    TokenPattern::Match match;
    match.begin = begin_;
    match.report_begin = begin_;
    match.report_end = static_cast<std::size_t>(-1);
    if (!follow(0, begin_, match)) return std::nullopt;
    if (match.report_end == static_cast<std::size_t>(-1)) match.report_end = match.end;
    return match;
  }

 private:
  bool follow(std::size_t step, std::size_t token, TokenPattern::Match& match) {
    for (;;) {
      if (++steps_ > most_steps)
        throw Error(Fault::input, "a rule reached its bound on this text",
                    {"give the text in smaller parts"})
            .with_code("rule_limit");
      const Program::Step& now = program_.steps[step];
      switch (now.kind) {
        case Program::Kind::accept:
          if (wanted_end_ != 0 && token != wanted_end_) return false;
          match.end = token;
          return token > begin_;
        case Program::Kind::report_begin: match.report_begin = token; ++step; break;
        case Program::Kind::report_end: match.report_end = token; ++step; break;
        case Program::Kind::jump: step = now.to; break;
        case Program::Kind::split: {
          const TokenPattern::Match saved = match;
          if (follow(step + 1, token, match)) return true;
          match = saved;
          step = now.to;
          break;
        }
        case Program::Kind::sentence_start:
          if (token >= text_.size() || !text_.sentence_start[token]) return false;
          ++step;
          break;
        case Program::Kind::item: {
          if (token >= text_.size() || text_.sentence[token] != text_.sentence[begin_]) return false;
          const std::size_t whole = phrase(now.item, token);
          if (whole > 1) {
            const TokenPattern::Match saved = match;
            if (follow(step + 1, token + whole, match)) return true;
            match = saved;
          }
          if (!holds(now.item, token)) return false;
          ++token;
          ++step;
          break;
        }
      }
    }
  }

  /// Tokens of the entry of several words that begins here and has a wanted class.
  [[nodiscard]] std::size_t phrase(const Program::Item& item, std::size_t token) const {
    if (item.negated || (text_.phrases[token].classes & item.classes) == 0) return 0;
    return text_.phrases[token].words;
  }

  [[nodiscard]] bool holds(const Program::Item& item, std::size_t token) const {
    return holds_plainly(item, token) != item.negated;
  }

  [[nodiscard]] bool holds_plainly(const Program::Item& item, std::size_t token) const {
    if ((text_.classes[token] & item.classes) != 0 || (text_.shapes[token] & item.shapes) != 0)
      return true;
    const std::string_view word = text_.folded[token];
    const std::uint64_t hash = text_.hashes[token];
    for (const auto& [wanted_hash, wanted] : item.words)
      if (hash == wanted_hash && word == wanted) return true;
    for (const std::string& wanted : item.beginnings)
      if (word.starts_with(wanted)) return true;
    for (const std::string& wanted : item.endings)
      if (word.ends_with(wanted)) return true;
    return item.ending_classes != 0 && (text_.shapes[token] & shape::word) != 0 &&
           ends_in(item.ending_classes, word);
  }

  /// A word of three letters or more before an entry of the class: Dorpsstraat, not Straat.
  [[nodiscard]] bool ends_in(Classes wanted, std::string_view word) const {
    constexpr std::size_t shortest_front = 3;
    constexpr std::size_t longest_entry = 12;
    for (std::size_t length = 2; length <= longest_entry && length + shortest_front <= word.size();
         ++length)
      if ((text_.lexicon->classes_of(word.substr(word.size() - length)) & wanted) != 0) return true;
    return false;
  }

  const Program& program_;
  const LookedUp& text_;
  std::size_t begin_;
  std::size_t wanted_end_;
  std::size_t steps_ = 0;
};

/// Where the program can begin: all items reachable from step `at` without consuming a token.
void collect_start(const Program& program, std::size_t at, std::vector<bool>& seen,
                   TokenPattern::Start& start) {
  while (!seen[at]) {
    seen[at] = true;
    const Program::Step& now = program.steps[at];
    switch (now.kind) {
      case Program::Kind::accept: start.shapes |= shape::any; return;
      case Program::Kind::jump: at = now.to; break;
      case Program::Kind::split:
        collect_start(program, at + 1, seen, start);
        at = now.to;
        break;
      case Program::Kind::report_begin:
      case Program::Kind::report_end:
      case Program::Kind::sentence_start: ++at; break;
      case Program::Kind::item:
        for (const auto& [hash, word] : now.item.words) start.words.push_back(hash);
        start.classes |= now.item.classes;
        start.shapes |= now.item.shapes;
        if (now.item.negated || !now.item.beginnings.empty() || !now.item.endings.empty())
          start.shapes |= shape::any;
        if (now.item.ending_classes != 0) start.shapes |= shape::word;
        return;
    }
  }
}

/// Tokens that an item can take: a word of a class may be an entry of several, joining marks between.
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
      case Program::Kind::accept: break;
      case Program::Kind::jump: latest[at] = latest[now.to]; break;
      case Program::Kind::split: latest[at] = std::max(latest[at + 1], latest[now.to]); break;
      case Program::Kind::report_begin:
      case Program::Kind::report_end:
      case Program::Kind::sentence_start: latest[at] = latest[at + 1]; break;
      case Program::Kind::item: {
        const Program::Item& item = now.item;
        const bool needed = !item.negated && item.classes != 0 && (item.classes & ~classes) == 0 &&
                            item.words.empty() && item.shapes == 0 && item.beginnings.empty() &&
                            item.endings.empty() && item.ending_classes == 0;
        latest[at] = needed ? 1 : std::min(never, latest[at + 1] + most_tokens(item));
        break;
      }
    }
  }
  return latest.front();
}

}  // namespace

TokenPattern::TokenPattern(const std::string& source, const Lexicon& lexicon)
    : source_(source),
      program_(std::make_shared<const Program>(compile_token_program(source, lexicon))) {}

std::optional<TokenPattern::Match> TokenPattern::match_at(const LookedUp& text,
                                                          std::size_t token) const {
  return Attempt(*program_, text, token, 0).run();
}

std::optional<TokenPattern::Match> TokenPattern::match_before(const LookedUp& text,
                                                              std::size_t end) const {
  for (std::size_t back = 1; back <= std::min(end, furthest_back); ++back) {
    if (end < text.size() && text.sentence[end - back] != text.sentence[end]) return std::nullopt;
    if (const auto match = Attempt(*program_, text, end - back, end).run()) return match;
  }
  return std::nullopt;
}

TokenPattern::Start TokenPattern::start() const {
  Start start;
  std::vector<bool> seen(program_->steps.size(), false);
  collect_start(*program_, 0, seen, start);
  return start;
}

std::size_t TokenPattern::longest() const {
  std::vector<std::size_t> most(program_->steps.size(), 0);
  for (std::size_t at = most.size(); at-- > 0;) {
    const Program::Step& now = program_->steps[at];
    switch (now.kind) {
      case Program::Kind::accept: break;
      case Program::Kind::jump: most[at] = most[now.to]; break;
      case Program::Kind::split: most[at] = std::max(most[at + 1], most[now.to]); break;
      case Program::Kind::item: most[at] = most[at + 1] + most_tokens(now.item); break;
      default: most[at] = most[at + 1]; break;
    }
  }
  return most.front();
}

std::optional<TokenPattern::Need> TokenPattern::need(Classes common) const {
  constexpr std::size_t useful = 40;  // further on, such a word nearly always stands
  std::optional<Need> best;
  for (const Program::Step& step : program_->steps) {
    const Classes classes = step.item.classes;
    if (classes == 0 || (classes & common) != 0 || (best && best->classes == classes)) continue;
    const std::size_t within = latest_need(*program_, classes, useful);
    if (within < useful && (!best || within < best->within)) best = {classes, within};
  }
  return best;
}

TokenPattern read_token_pattern(const yaml::Value& value, const Lexicon& lexicon) {
  try {
    return {value.text(), lexicon};
  } catch (const Error& error) {
    throw value.fault(error.what(), error.hints());
  }
}

}  // namespace report
