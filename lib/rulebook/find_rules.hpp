// SPDX-License-Identifier: EUPL-1.2
// What rules/types.yaml, rules/find/*.yaml and rules/trace/*.yaml say; report-rules(5) has the
// form.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "rulebook/example.hpp"
#include "rulebook/folder.hpp"
#include "rulebook/leftover_rules.hpp"
#include "rulebook/lexicon.hpp"
#include "rulebook/name_model.hpp"
#include "rulebook/pattern.hpp"
#include "rulebook/spelled_words.hpp"
#include "rulebook/start_automaton.hpp"
#include "rulebook/token_automaton.hpp"
#include "rulebook/token_pattern.hpp"
#include "rulebook/trace_weights.hpp"

namespace report {

/// A kind of identifier.
struct IdentifierType {
  std::string id;         // "phone": the `type` of JSON
  std::string label;      // "TELEFOON": [TELEFOON] stands in its place
  bool numbered = false;  // [PERSOON 1]: the same value, the same number
  bool whole = false;     // what hangs on one without a blank is part of it
  bool dictated = false;  // its parts are one, whatever is remarked between them
  std::string title_nl, title_en;
};

/// `near:` words in the neighbourhood that change how certain a match is.
struct Near {
  Pattern words;
  std::size_t before = 0;  // code units of the matching view looked at, never across a blank line
  std::size_t after = 0;
  double certainty = 0;  // what the match's certainty becomes
};

/// What every match of a rule holds near its beginning: the rule is tried only where that stands.
/// Derived from the rule, or as the file says.
struct RuleNeed {
  enum class Kind : std::uint8_t { none, character, number, word };
  Kind kind = Kind::none;
  char character = 0;      // '0' stands for any digit
  Classes classes = 0;     // of the word
  std::size_t within = 0;  // of a character: the next so many code points; else: tokens

  static RuleNeed of_character(char character, std::size_t within) {
    return {Kind::character, character, 0, within};
  }
  static RuleNeed of_number(std::size_t within) { return {Kind::number, 0, 0, within}; }
  static RuleNeed of_word(Classes classes, std::size_t within) {
    return {Kind::word, 0, classes, within};
  }
  [[nodiscard]] bool same_thing(const RuleNeed& other) const {
    return kind == other.kind && character == other.character && classes == other.classes;
  }
};

/// One rule of rules/find or rules/trace: a pattern or a token pattern, tried at token edges. A
/// token pattern begins at what is rare, and looks back from there by `before`.
struct FindRule {
  std::string id;
  std::string type;    // of types.yaml; for a trace rule the trace class; empty for keep rules
  std::string action;  // remove (default), flag, keep, trace, generalise
  std::string role;    // "", reporter, subject, third
  std::optional<Pattern> pattern;  // one of these two
  std::optional<TokenPattern> tokens;
  std::optional<TokenPattern> before;  // backward: must end where `tokens` begins
  RuleNeed need;
  std::vector<std::string> behind;      // tried only directly behind a finding of these types
  std::string where;                    // "line", "note": only at the start of one (or a column)
  std::vector<std::string> not_first;   // lexicon classes of which the first word must not be
  std::optional<Pattern> only_if;       // tried only in documents that hold this somewhere
  std::vector<std::string> validators;  // all must hold; see validators.hpp
  double certainty = 0;
  double invalid_certainty = 0;  // when a validator does not hold; 0 = then no match
  std::vector<Near> near;        // the first that holds decides, after the validators
  std::vector<Example> match, no_match;
  std::string why_nl, why_en;  // one sentence for --explain
  std::string source;          // where the format is laid down
  Place place;

  [[nodiscard]] bool of_traces() const { return action == "trace" || action == "generalise"; }
};

/// What scrubbing does to traces when it is to be strict.
struct StrictRules {
  std::string label;                    // what stands in the place of what is left out
  std::vector<std::string> remove;      // classes of traces whose sentences are left out
  std::vector<std::string> generalise;  // classes that coarser dates and times take away
  double certainty = 0;  // what a rule needs at least for its sentence to be left out
};

/// Patterns with like needs, and which of them can begin where; numbers are those of rules.
struct StartGroup {
  RuleNeed need;  // what all of them need
  bool traces = false;
  bool line = false;  // all of them begin a line
  StartAutomaton automaton;
};

/// Groups are kept in bits of 32, and their states for a word in one or two cache lines.
constexpr std::size_t most_start_groups = 24;

/// When a rule may be tried at all: looked at far more often than any rule is tried, so without a
/// string in it. Made from the rule.
struct RuleGate {
  static constexpr std::uint16_t no_need = 0xFFFFU;
  Classes not_first = 0;
  std::uint32_t reach = 0;       // of the need: code points or tokens
  std::uint16_t need = no_need;  // index in FindRules::needs
  bool by_points = false;
  bool line = false, note = false;
  bool trace = false, cut = false, only_if = false;
};

struct FindRules {
  std::vector<IdentifierType> types;
  std::vector<FindRule> rules;
  NameModel names;
  SpelledWords spelled;
  TraceWeights trace_weights;
  LeftoverRules leftovers;
  StrictRules strict;
  // Which rules can begin where. The groups are kept in the compiled table, the others are made by
  // index_tokens() after loading.
  std::vector<StartGroup> starts;
  std::uint64_t serial = 0;  // tells one set of groups from another within the process
  std::vector<std::uint16_t> token_rules;
  TokenAutomaton token_finds, token_traces;  // of the token rules; numbers are those of rules
  std::vector<std::uint16_t> rules_behind;   // token rules that wait for a finding before them
  TokenAutomaton names_before, names_after;  // numbers are those of names.contexts
  std::vector<RuleGate> gates;               // of each rule
  std::vector<RuleNeed> needs;               // all that some rule needs, each once; reach aside
  Classes any_needed_class = 0;
  /// `samples`, texts of the kind that will be read, make the automata faster on their like; the
  /// examples of the rules are samples anyhow.
  void index_patterns(std::vector<std::string> samples);
  void index_tokens(const Lexicon& lexicon);
  void index_names();

  /// The index in `needs`; RuleGate::no_need for a need of nothing.
  [[nodiscard]] std::uint16_t index_of(const RuleNeed& need) const;

  [[nodiscard]] const IdentifierType* type(std::string_view id) const;
};

/// Classes of which a word stands in nearly every sentence: as a need they help no filter.
Classes common_classes(const Lexicon& lexicon);

/// Reads types.yaml, find/*.yaml and trace/*.yaml. `validators` are the names a rule may use.
FindRules read_find_rules(const RuleReading& reading, const Lexicon& lexicon);

}  // namespace report
