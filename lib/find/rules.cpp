// SPDX-License-Identifier: EUPL-1.2
#include "find/rules.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/deadline.hpp"
#include "base/error.hpp"
#include "base/hash_cache.hpp"
#include "find/near.hpp"
#include "find/need_places.hpp"
#include "find/validators.hpp"

namespace report {
namespace {

Action action_of(const FindRule& rule) {
  if (rule.action == "keep") return Action::keep;
  if (rule.action == "flag") return Action::flag;
  return Action::remove;
}

/// An attempt at a rule; when it reaches its bound, the error says which rule.
template <typename Attempt>
auto bounded(const FindRule& rule, Attempt attempt) {
  try {
    return attempt();
  } catch (const Error& error) {
    throw Error(error.fault(), say({"regel '{}': {}", "rule '{}': {}"}, rule.id, error.message()),
                error.hints())
        .with_code(error.code());
  }
}

/// Where walks over a word end, for each of the groups of patterns: one walk in two ends within its
/// first word.
struct WordWalk {
  static constexpr std::uint16_t unknown = 0xFFFFU;
  std::uint64_t hash = 0;
  std::uint32_t alive = ~0U;  // a bit for each group not known to be decided
  std::array<std::uint16_t, most_start_groups> behind = [] {  // the state, or unknown
    std::array<std::uint16_t, most_start_groups> all{};
    all.fill(unknown);
    return all;
  }();
};

HashCache<WordWalk>& word_walks() {
  thread_local HashCache<WordWalk> own;
  return own;
}

class Application {
 public:
  Application(const LookedUp& text, const Rulebook& rulebook, Traces traces)
      : text_(text),
        view_(text.document->view.text),
        rules_(rulebook.find),
        traces_(traces),
        past_(rules_.rules.size()),
        needs_(text, rulebook.find, traces != Traces::none) {
    for (std::size_t i = 0; i < rules_.starts.size(); ++i)
      if (rules_.starts[i].line) line_groups_ |= 1U << i;
  }

  void pattern(std::size_t token, std::uint16_t number) {
    const std::size_t at = text_.tokens()[token].begin;
    if (!open(number, token, at)) return;
    const FindRule& rule = rules_.rules[number];
    const auto match = bounded(rule, [&] { return rule.pattern->match_at(view_, at); });
    if (!match || match->whole.size() == 0 || !allowed(number)) return;
    const bool taken = take(rule, match->whole, match->identifier);
    // "bus 26 xf" is no plate, but the 26 may begin one.
    past_[number] =
        static_cast<std::uint32_t>(taken ? match->whole.end : text_.tokens()[token].end);
  }

  void tokens(std::size_t token, std::uint16_t number) {
    const std::size_t at = text_.tokens()[token].begin;
    if (!open(number, token, at)) return;
    const FindRule& rule = rules_.rules[number];
    std::size_t begin = token;
    std::size_t report_begin = token;
    // What stands before is told by a word or two, what follows takes longer.
    if (rule.before) {
      const auto before = bounded(rule, [&] { return rule.before->match_at(text_, token); });
      if (!before) return;
      begin = before->begin;
      report_begin = std::min(token, before->report_begin);
    }
    const auto match = bounded(rule, [&] { return rule.tokens->match_at(text_, token); });
    if (!match || match->report_end <= match->report_begin || !allowed(number)) return;
    if (report_begin == token) report_begin = match->report_begin;
    const auto bytes = [&](std::size_t first, std::size_t last) {
      return Span{text_.tokens()[first].begin, text_.tokens()[last - 1].end};
    };
    const Span whole = bytes(begin, match->end);
    past_[number] = static_cast<std::uint32_t>(whole.end);
    take(rule, whole, bytes(report_begin, match->report_end));
  }

  /// Tries every pattern that can begin at the token. Called for every token, in order.
  void patterns(std::size_t token) {
    open_ ^= needs_.toggled(token);
    const Token& first = text_.tokens()[token];
    if (first.kind == TokenKind::label) return;
    const std::string_view word = view_.substr(first.begin, first.end - first.begin);
    const bool folded = word == text_.folded[token];
    WordWalk& known =
        walks_.find(rules_.serial, folded ? text_.hashes[token] : Lexicon::hash_of(word).low).first;
    const auto take = [&](std::uint16_t number) { pattern(token, number); };
    const std::uint32_t possible =
        begins_line(token, first.begin) ? known.alive : known.alive & ~line_groups_;
    for (std::uint32_t groups = open_ & possible; groups != 0; groups &= groups - 1) {
      const auto i = static_cast<std::size_t>(__builtin_ctz(groups));
      const StartAutomaton& starts = rules_.starts[i].automaton;
      std::uint16_t& behind = known.behind[i];
      if (behind == WordWalk::unknown) behind = starts.behind(word);
      if (behind == StartAutomaton::decided)
        known.alive &= ~(1U << i);
      else if (behind == StartAutomaton::anew)
        starts.candidates(view_, first.begin, take);
      else
        starts.walk(behind, view_, first.end, take);
    }
  }

  /// Tries the rules that wait behind findings, also behind what they find themselves.
  void behind_findings() {
    std::size_t next = 0;
    while (next < hits_.findings.size()) {
      const Finding finding = hits_.findings[next++];
      constexpr double certain = 0.5;
      if (finding.action != Action::remove || finding.certainty < certain) continue;
      const std::size_t token = token_at(text_.tokens(), finding.span.end);
      if (token >= text_.size()) continue;
      for (const std::uint16_t number : rules_.rules_behind) {
        const std::vector<std::string>& types = rules_.rules[number].behind;
        if (std::find(types.begin(), types.end(), finding.type) != types.end())
          tokens(token, number);
      }
    }
  }

  RuleHits finish() {
    std::stable_sort(
        hits_.findings.begin(), hits_.findings.end(),
        [](const Finding& a, const Finding& b) { return a.span.begin < b.span.begin; });
    return std::move(hits_);
  }

 private:
  static constexpr std::uint32_t never = 0xFFFFFFFFU;

  /// May a rule be tried at all?
  [[nodiscard]] bool open(std::uint16_t number, std::size_t token, std::size_t at) {
    std::uint32_t& past = past_[number];
    if (past > at) return false;
    const RuleGate& gate = rules_.gates[number];
    if (!needs_.within_reach(gate, token)) return false;
    if (text_.is(token, gate.not_first)) return false;
    if (gate.line && !begins_line(token, at)) return false;
    if (gate.note && token != 0) return false;
    if ((gate.trace && traces_ == Traces::none) || (gate.cut && traces_ != Traces::treated)) {
      past = never;
      return false;
    }
    return true;
  }

  /// Does the document hold what the rule asks of it? Asked when the rule has found something: most
  /// never do.
  [[nodiscard]] bool allowed(std::uint16_t number) {
    std::uint32_t& past = past_[number];
    if (!rules_.gates[number].only_if || past != 0) return true;
    // Asked once: `past` remembers the answer, no tokens begin below 1 any more.
    past = rules_.rules[number].only_if->search(view_) ? 1 : never;
    return past != never;
  }

  /// First of its line, or of a column: behind six blanks.
  [[nodiscard]] bool begins_line(std::size_t token, std::size_t at) const {
    constexpr std::string_view gap = "      ";
    return text_.tokens()[token].line_start ||
           (at >= gap.size() && view_.substr(at - gap.size(), gap.size()) == gap);
  }

  /// False when nothing was found after all: a check that does not hold, a neighbourhood against
  /// it.
  bool take(const FindRule& rule, Span whole, Span identifier) {
    double certainty = rule.certainty;
    for (const std::string& validator : rule.validators)
      if (!valid(validator, view_.substr(identifier.begin, identifier.size()))) {
        certainty = rule.invalid_certainty;
        break;
      }
    if (certainty <= 0) return false;
    for (const Near& near : rule.near)
      if (holds_near(near, view_, whole)) {
        certainty = near.certainty;
        break;
      }
    if (certainty <= 0) return false;
    if (rule.of_traces()) {
      hits_.traces.push_back(
          {identifier, rule.type, rule.id, certainty, rule.action == "generalise"});
      return true;
    }
    Finding finding;
    finding.span = identifier;
    finding.type = rule.type;
    finding.rule = rule.id;
    finding.certainty = certainty;
    finding.action = action_of(rule);
    finding.role = role_named(rule.role);
    hits_.findings.push_back(std::move(finding));
    return true;
  }

  const LookedUp& text_;
  std::string_view view_;
  const FindRules& rules_;
  Traces traces_;
  std::vector<std::uint32_t> past_;  // of each rule, the end of its last match: not tried within it
  NeedPlaces needs_;
  std::uint32_t line_groups_ = 0;  // bits of rules_.starts: groups whose patterns begin a line
  std::uint32_t open_ = 0;  // bits of rules_.starts: groups that can begin at the token in turn
  HashCache<WordWalk>& walks_ = word_walks();
  RuleHits hits_;
};

}  // namespace

RuleHits apply_rules(const LookedUp& text, const Rulebook& rulebook, Traces traces, Filter filter) {
  const FindRules& rules = rulebook.find;
  if (rules.rules.empty()) return {};
  Application application(text, rulebook, traces);
  TokenWalk finds(rules.token_finds, text);
  TokenWalk trace_walk(rules.token_traces, text);
  for (std::size_t token = 0; token < text.size(); ++token) {
    check_deadline();
    if (filter == Filter::all && text.tokens()[token].kind != TokenKind::label) {
      for (std::size_t number = 0; number < rules.rules.size(); ++number)
        if (rules.rules[number].pattern)
          application.pattern(token, static_cast<std::uint16_t>(number));
      for (const std::uint16_t number : rules.token_rules) application.tokens(token, number);
    }
    if (filter == Filter::all) continue;
    application.patterns(token);
    if (text.tokens()[token].kind == TokenKind::label) continue;
    for (const std::uint16_t number : finds.candidates(token)) application.tokens(token, number);
    if (traces == Traces::none) continue;
    for (const std::uint16_t number : trace_walk.candidates(token))
      application.tokens(token, number);
  }
  application.behind_findings();
  return application.finish();
}

}  // namespace report
