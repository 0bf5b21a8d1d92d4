// SPDX-License-Identifier: EUPL-1.2
// What rules/types.yaml, rules/find/*.yaml and rules/trace/*.yaml say; report-rules(5) has the form.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "rulebook/folder.hpp"
#include "rulebook/lexicon.hpp"
#include "rulebook/pattern.hpp"
#include "rulebook/pattern_set.hpp"
#include "rulebook/token_pattern.hpp"

namespace report {

/// A kind of identifier.
struct IdentifierType {
  std::string id;     // "phone": the `type` of JSON
  std::string label;  // "TELEFOON": [TELEFOON] stands in its place
  bool numbered = false;  // [PERSOON 1]: the same value, the same number
  std::string title_nl, title_en;
};

/// `near:` words in the neighbourhood that change how certain a match is.
struct Near {
  Pattern words;
  std::size_t before = 0;  // code units of the matching view looked at, never across a blank line
  std::size_t after = 0;
  double certainty = 0;    // what the match's certainty becomes
};

/// An example in a rule file. «» marks what the rule must report; without it any match will do.
struct Example {
  std::string text;
  Place place;
};

/// The text of an example without its marks, and the marked range (empty when nothing is marked).
struct UnmarkedExample {
  std::string text;
  std::optional<Span> marked;
};
UnmarkedExample unmark(const Example& example);

/// One rule of rules/find or rules/trace: a pattern or a token pattern, tried at token edges.
struct FindRule {
  std::string id;
  std::string type;         // of types.yaml; for a trace rule the trace class; empty for keep rules
  std::string action;       // remove (default), flag, keep, trace
  std::string role;         // "", reporter, subject, third
  std::optional<Pattern> pattern;   // one of these two
  std::optional<TokenPattern> tokens;
  std::vector<std::string> validators;  // all must hold; see validators.hpp
  double certainty = 0;
  double invalid_certainty = 0;  // when a validator does not hold; 0 = then no match
  std::vector<Near> near;        // the first that holds decides, after the validators
  std::vector<Example> match, no_match;
  std::string why_nl, why_en;    // one sentence for --explain
  std::string source;            // where the format is laid down
  Place place;
};

/// `before:`/`after:` contexts and weights of the person model; names.md has what each buys.
struct NameContext {
  std::string id;
  std::optional<TokenPattern> before;  // ends directly before the run
  std::optional<TokenPattern> after;   // begins directly after it
  double weight = 0;
  std::string role;
  std::vector<Example> match, no_match;
  Place place;
};

struct NameModel {
  double threshold = 1.0;  // sum of weights at which certainty is 0.5
  double unsure = 0.2;
  std::vector<std::pair<std::string, double>> weights;  // evidence, weight
  std::vector<NameContext> contexts;
};

struct FindRules {
  std::vector<IdentifierType> types;
  std::vector<FindRule> rules;
  NameModel names;
  // Which rules can begin where; made by index(), kept in the compiled table.
  PatternSet patterns;
  std::vector<std::uint16_t> pattern_rules;  // rule number of each pattern of the set

  [[nodiscard]] const IdentifierType* type(std::string_view id) const;
};

/// Reads types.yaml, find/*.yaml and trace/*.yaml. `validators` are the names a rule may use.
FindRules read_find_rules(const RuleReading& reading, const Lexicon& lexicon);

}  // namespace report
