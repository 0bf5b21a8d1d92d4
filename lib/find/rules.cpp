// SPDX-License-Identifier: EUPL-1.2
#include "find/rules.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/deadline.hpp"
#include "base/error.hpp"
#include "find/validators.hpp"

namespace report {
namespace {

Action action_of(const FindRule& rule) {
  if (rule.action == "keep") return Action::keep;
  if (rule.action == "flag") return Action::flag;
  return Action::remove;
}

Role role_of(const std::string& name) {
  if (name == "reporter") return Role::reporter;
  if (name == "subject") return Role::subject;
  if (name == "third") return Role::third;
  return Role::unknown;
}

/// The neighbourhood of a match that `near` looks at; never across a blank line.
bool holds_near(const Near& near, std::string_view text, Span match) {
  std::size_t begin = match.begin - std::min(match.begin, near.before);
  std::size_t end = std::min(text.size(), match.end + near.after);
  const std::string_view before = text.substr(begin, match.begin - begin);
  if (const auto gap = before.rfind("\n\n"); gap != std::string_view::npos) begin += gap + 2;
  const std::string_view behind = text.substr(match.end, end - match.end);
  if (const auto gap = behind.find("\n\n"); gap != std::string_view::npos) end = match.end + gap;
  const auto inside = [&](std::size_t& at, int step) {
    // Never cut a character in two.
    while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U)
      at = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(at) + step);
  };
  inside(begin, -1);
  inside(end, 1);
  return (near.before > 0 && near.words.search(text.substr(begin, match.begin - begin))) ||
         (near.after > 0 && near.words.search(text.substr(match.end, end - match.end)));
}

/// An attempt at a rule; when it reaches its bound, the error says which rule.
template <typename Attempt>
auto bounded(const FindRule& rule, Attempt attempt) {
  try {
    return attempt();
  } catch (const Error& error) {
    throw Error(error.fault(), fmt::format("rule '{}': {}", rule.id, error.what()), error.hints())
        .with_code(error.code());
  }
}

/// Where walks over the words met so far end, for each of the groups of patterns: one walk in two
/// ends within its first word, and few words make most of a text. One a thread; holds hashes only.
class WordWalks {
 public:
  static constexpr std::uint16_t unknown = 0xFFFFU;
  struct Word {
    std::uint64_t hash = 0;
    std::uint32_t alive = ~0U;  // a bit for each group not known to be decided
    std::array<std::uint16_t, most_start_groups> behind{};  // the state, or unknown
  };

  /// What is known of a word; what is not yet is for the caller to fill in.
  Word& find(const FindRules& rules, std::string_view word) {
    if (serial_ != rules.serial) {
      serial_ = rules.serial;
      words_.assign(slots, {});
    }
    const std::uint64_t hash = Lexicon::hash_of(word).low | 1U;  // 0: an empty slot
    Word& found = words_[(hash >> 1U) % slots];
    if (found.hash != hash) {
      found.hash = hash;
      found.alive = ~0U;
      found.behind.fill(unknown);
    }
    return found;
  }

 private:
  static constexpr std::size_t slots = 16384;
  std::uint64_t serial_ = 0;
  std::vector<Word> words_;
};

WordWalks& word_walks() {
  thread_local WordWalks own;
  return own;
}

class Application {
 public:
  Application(const LookedUp& text, const Rulebook& rulebook, bool traces)
      : text_(text),
        view_(text.document->view.text),
        rules_(rulebook.find),
        traces_(traces),
        past_(rules_.rules.size()),
        needed_(rules_.needs.size()) {
    find_characters();
    find_words();
    find_groups();
  }

  void pattern(std::size_t token, std::uint16_t number) {
    const std::size_t at = text_.tokens()[token].begin;
    if (!open(number, token, at)) return;
    const FindRule& rule = rules_.rules[number];
    const auto match = bounded(rule, [&] { return rule.pattern->match_at(view_, at); });
    if (!match || match->whole.size() == 0) return;
    past_[number] = static_cast<std::uint32_t>(match->whole.end);
    take(rule, match->whole, match->identifier);
  }

  void tokens(std::size_t token, std::uint16_t number) {
    const std::size_t at = text_.tokens()[token].begin;
    if (!open(number, token, at)) return;
    const FindRule& rule = rules_.rules[number];
    const auto match = bounded(rule, [&] { return rule.tokens->match_at(text_, token); });
    if (!match || match->report_end <= match->report_begin) return;
    std::size_t begin = match->begin;
    std::size_t report_begin = match->report_begin;
    if (rule.before) {
      const auto before = bounded(rule, [&] { return rule.before->match_at(text_, token); });
      if (!before) return;
      begin = before->begin;
      if (before->report_begin < token) report_begin = before->report_begin;
    }
    const auto bytes = [&](std::size_t first, std::size_t last) {
      return Span{text_.tokens()[first].begin, text_.tokens()[last - 1].end};
    };
    const Span whole = bytes(begin, match->end);
    past_[number] = static_cast<std::uint32_t>(whole.end);
    take(rule, whole, bytes(report_begin, match->report_end));
  }

  /// Tries every pattern that can begin at the token. Called for every token, in order.
  void patterns(std::size_t token) {
    open_ ^= toggled_[token];
    const Token& first = text_.tokens()[token];
    if (first.kind == TokenKind::label) return;
    const std::string_view word = view_.substr(first.begin, first.end - first.begin);
    WordWalks::Word& known = walks_.find(rules_, word);
    const auto take = [&](std::uint16_t number) { pattern(token, number); };
    for (std::uint32_t groups = open_ & known.alive; groups != 0; groups &= groups - 1) {
      const auto i = static_cast<std::size_t>(__builtin_ctz(groups));
      const StartAutomaton& starts = rules_.starts[i].automaton;
      std::uint16_t& behind = known.behind[i];
      if (behind == WordWalks::unknown) behind = starts.behind(word);
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
    for (std::size_t i = 0; i < hits_.findings.size(); ++i) {
      const Finding finding = hits_.findings[i];
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
  /// Where something stands that rules need, in rising order. Asked from rising places only.
  struct Needed {
    std::vector<std::uint32_t> places;
    std::size_t passed = 0;

    [[nodiscard]] bool stands_within(std::uint32_t from, std::uint32_t reach) {
      while (passed < places.size() && places[passed] < from) ++passed;
      return passed < places.size() && places[passed] - from < reach;
    }
  };

  /// Of each needed character the code points where it stands, and of each token where it begins.
  void find_characters() {
    std::array<std::uint8_t, 256> kind_of{};
    for (std::size_t i = 0; i < rules_.needs.size(); ++i)
      if (rules_.needs[i].kind == RuleNeed::Kind::character)
        kind_of.at(static_cast<unsigned char>(rules_.needs[i].character)) =
            static_cast<std::uint8_t>(i + 1);
    if (const std::uint8_t digit = kind_of['0']; digit != 0)
      for (unsigned char byte = '0'; byte <= '9'; ++byte) kind_of.at(byte) = digit;
    points_.resize(text_.size());
    std::uint32_t point = 0;
    std::size_t byte = 0;
    for (std::size_t token = 0; token <= text_.size(); ++token) {
      const std::size_t end = token < text_.size() ? text_.tokens()[token].begin : view_.size();
      for (; byte < end; ++byte) {
        const auto here = static_cast<unsigned char>(view_[byte]);
        if (kind_of[here] != 0) needed_[kind_of[here] - 1U].places.push_back(point);
        if ((here & 0xC0U) != 0x80U) ++point;
      }
      if (token < text_.size()) points_[token] = point;
    }
  }

  /// Of the words that token patterns need, and of all that hold a digit, the tokens.
  void find_words() {
    std::vector<std::pair<Classes, Needed*>> words;
    Needed* numbers = nullptr;
    for (std::size_t i = 0; i < rules_.needs.size(); ++i) {
      const RuleNeed& need = rules_.needs[i];
      if (need.kind == RuleNeed::Kind::word) words.emplace_back(need.classes, &needed_[i]);
      if (need.kind == RuleNeed::Kind::number) numbers = &needed_[i];
    }
    for (std::size_t token = 0; token < text_.size(); ++token) {
      const TokenKind kind = text_.tokens()[token].kind;
      if (numbers != nullptr && (kind == TokenKind::number || kind == TokenKind::mixed))
        numbers->places.push_back(static_cast<std::uint32_t>(token));
      const Classes classes = text_.all_classes(token);
      if ((classes & rules_.any_needed_class) == 0) continue;
      for (const auto& [any, needed] : words)
        if ((classes & any) != 0) needed->places.push_back(static_cast<std::uint32_t>(token));
    }
  }

  /// For each token, which groups of patterns open or close there: their needs begin or cease to
  /// stand within reach.
  void find_groups() {
    toggled_.assign(text_.size() + 1, 0);
    for (std::size_t i = 0; i < rules_.starts.size(); ++i) {
      const StartGroup& group = rules_.starts[i];
      const std::uint32_t bit = 1U << i;
      if (group.traces && !traces_) continue;
      const std::uint16_t need = rules_.index_of(group.need);
      if (need == RuleGate::no_need) {
        toggled_.front() ^= bit;
        continue;
      }
      const bool by_points = group.need.kind == RuleNeed::Kind::character;
      std::size_t token = 0;
      bool open = false;
      for (const std::uint32_t place : needed_[need].places) {
        const auto at = [&](std::size_t i) {
          return by_points ? points_[i] : static_cast<std::uint32_t>(i);
        };
        const auto reach = static_cast<std::uint32_t>(group.need.within);
        const std::uint32_t begin = place + 1 - std::min(place + 1, reach);
        std::size_t first = token;
        while (first < text_.size() && at(first) < begin) ++first;
        if (open && first > token) toggled_[token] ^= bit;
        if (!open || first > token) toggled_[first] ^= bit;
        open = true;
        token = first;
        while (token < text_.size() && at(token) <= place) ++token;
      }
      if (open) toggled_[token] ^= bit;
    }
  }

  /// May a rule be tried at all?
  [[nodiscard]] bool open(std::uint16_t number, std::size_t token, std::size_t at) {
    std::uint32_t& past = past_[number];
    if (past > at) return false;
    const RuleGate& gate = rules_.gates[number];
    if (gate.need != RuleGate::no_need &&
        !needed_[gate.need].stands_within(
            gate.by_points ? points_[token] : static_cast<std::uint32_t>(token), gate.reach))
      return false;
    if (text_.is(token, gate.not_first)) return false;
    if (gate.line && !begins_line(token, at)) return false;
    if (gate.note && token != 0) return false;
    constexpr std::uint32_t never = 0xFFFFFFFFU;
    if (gate.trace && !traces_) {
      past = never;
      return false;
    }
    if (!gate.only_if || past != 0) return true;
    // Asked of the document once: `past` remembers the answer, no tokens begin below 1 any more.
    past = rules_.rules[number].only_if->search(view_) ? 1 : never;
    return past != never;
  }

  /// First of its line, or of a column: behind six blanks.
  [[nodiscard]] bool begins_line(std::size_t token, std::size_t at) const {
    constexpr std::string_view gap = "      ";
    return text_.tokens()[token].line_start ||
           (at >= gap.size() && view_.substr(at - gap.size(), gap.size()) == gap);
  }

  void take(const FindRule& rule, Span whole, Span identifier) {
    double certainty = rule.certainty;
    for (const std::string& validator : rule.validators)
      if (!valid(validator, view_.substr(identifier.begin, identifier.size()))) {
        certainty = rule.invalid_certainty;
        break;
      }
    if (certainty <= 0) return;
    for (const Near& near : rule.near)
      if (holds_near(near, view_, whole)) {
        certainty = near.certainty;
        break;
      }
    if (certainty <= 0) return;
    if (rule.action == "trace") {
      hits_.traces.push_back({identifier, rule.type, rule.id, certainty});
      return;
    }
    Finding finding;
    finding.span = identifier;
    finding.type = rule.type;
    finding.rule = rule.id;
    finding.certainty = certainty;
    finding.action = action_of(rule);
    finding.role = role_of(rule.role);
    hits_.findings.push_back(std::move(finding));
  }

  const LookedUp& text_;
  std::string_view view_;
  const FindRules& rules_;
  bool traces_;
  std::vector<std::uint32_t> past_;  // of each rule, the end of its last match: not tried within it
  std::vector<Needed> needed_;       // of rules_.needs
  std::vector<std::uint32_t> toggled_;  // for each token, bits of rules_.starts
  std::uint32_t open_ = 0;              // groups that can begin at the token in turn
  std::vector<std::uint32_t> points_;   // code points before each token
  WordWalks& walks_ = word_walks();
  RuleHits hits_;
};

}  // namespace

RuleHits apply_rules(const LookedUp& text, const Rulebook& rulebook, bool traces, Filter filter) {
  const FindRules& rules = rulebook.find;
  if (rules.rules.empty()) return {};
  Application application(text, rulebook, traces);
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
    rules.token_patterns.candidates(text, token, [&](std::uint16_t index) {
      application.tokens(token, rules.token_rules[index]);
    });
  }
  application.behind_findings();
  return application.finish();
}

}  // namespace report
