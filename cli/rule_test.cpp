// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <optional>

#include "classify/reading.hpp"
#include "document/written_labels.hpp"
#include "find/find.hpp"
#include "find/rules.hpp"
#include "rule_list.hpp"
#include "rulebook/token_pattern.hpp"

namespace report {
namespace {

constexpr Words finds_nothing{"de regel vindt niets in dit voorbeeld",
                              "the rule finds nothing in this example"};
constexpr Words finds_other{"de regel vindt iets anders dan tussen « en » staat",
                            "the rule finds something else than what stands between « and »"};
constexpr Words finds_no_match{"de regel vindt iets in een tegenvoorbeeld",
                               "the rule finds something in a no_match example"};
constexpr Words not_around{"de context staat niet om de naam tussen « en »",
                           "the context does not stand around the name between « and »"};

/// What one rule found in a text: byte ranges of the text as it was given.
using Ranges = std::vector<Span>;

Span in_note(const Document& document, Span view) {
  return document.clean.to_source(document.view.to_source(view));
}

/// Hits that count: a find rule that would remove or list, any trace.
Ranges hits_of(const FindRule& rule, const Rulebook& rulebook, const std::string& text,
               double least) {
  const Document document = read_document({.id = {}, .text = text}, written_labels(text));
  const RuleHits hits = apply_rules(look_up(document, rulebook.lexicon), rulebook);
  Ranges ranges;
  for (const Finding& finding : hits.findings)
    if (finding.rule == rule.id && finding.certainty >= least)
      ranges.push_back(in_note(document, finding.span));
  for (const Trace& trace : hits.traces)
    if (trace.rule == rule.id) ranges.push_back(in_note(document, trace.span));
  return ranges;
}

void test(const FindRule& rule, const Rulebook& rulebook, std::vector<RuleFault>& faults) {
  const FindOptions thresholds;
  for (const Example& example : rule.match) {
    const auto [text, marked] = unmark(example);
    const Ranges hits = hits_of(rule, rulebook, text, thresholds.unsure);
    if (hits.empty())
      faults.push_back({rule.id, example.place, finds_nothing});
    else if (marked && std::find(hits.begin(), hits.end(), *marked) == hits.end())
      faults.push_back({rule.id, example.place, finds_other});
  }
  // A rule that only ever lists may not list its counter-examples either; one that counts for
  // nothing without its near words may touch them.
  const double least = std::clamp(rule.certainty, thresholds.unsure, thresholds.threshold);
  for (const Example& example : rule.no_match)
    if (!hits_of(rule, rulebook, unmark(example).text, least).empty())
      faults.push_back({rule.id, example.place, finds_no_match});
}

/// The tokens of a range of the note; begin == end when it is not made of whole tokens.
Span tokens_of(const Document& document, Span note) {
  Span tokens;
  for (std::size_t i = 0; i < document.tokens.size(); ++i) {
    const Token& token = document.tokens[i];
    const Span source = in_note(document, {token.begin, token.end});
    if (source.begin == note.begin) tokens.begin = i;
    if (source.end == note.end) tokens.end = i + 1;
  }
  return tokens;
}

/// Whether a context holds around the marked name, whatever else speaks for or against that.
bool holds_around(const NameContext& context, const Rulebook& rulebook, const std::string& text,
                  Span marked) {
  const Document document = read_document({.id = {}, .text = text});
  const LookedUp words = look_up(document, rulebook.lexicon);
  const Span run = tokens_of(document, marked);
  if (context.after) {
    if (run.end >= words.size() || !context.after->match_at(words, run.end)) return false;
  }
  if (!context.before) return true;
  for (std::size_t i = 0; i < run.begin; ++i)
    if (const auto match = context.before->match_at(words, i); match && match->end == run.begin)
      return true;
  return false;
}

void test(const NameContext& context, const Rulebook& rulebook, std::vector<RuleFault>& faults) {
  for (const Example& example : context.match) {
    const auto [text, marked] = unmark(example);
    if (!marked || !holds_around(context, rulebook, text, *marked))
      faults.push_back({context.id, example.place, not_around});
  }
  for (const Example& example : context.no_match) {
    const Document document = read_document({.id = {}, .text = unmark(example).text});
    for (const Finding& finding : find(document, rulebook).removed)
      if (finding.rule == context.id) faults.push_back({context.id, example.place, finds_no_match});
  }
}

bool speaks(std::size_t cue, const Rulebook& rulebook, const Example& example) {
  const std::string text = unmark(example).text;
  return read_cues_in(text, written_labels(text), rulebook).values[cue] > 0;
}

void test_cue(std::size_t number, const Rulebook& rulebook, std::vector<RuleFault>& faults) {
  const Cue& cue = rulebook.classify.cues.cues[number];
  for (const Example& example : cue.match)
    if (!speaks(number, rulebook, example))
      faults.push_back({cue.id, example.place, finds_nothing});
  for (const Example& example : cue.no_match)
    if (speaks(number, rulebook, example))
      faults.push_back({cue.id, example.place, finds_no_match});
}

}  // namespace

std::vector<RuleFault> test_rules(const Rulebook& rulebook) {
  std::vector<RuleFault> faults;
  for (const FindRule& rule : rulebook.find.rules) test(rule, rulebook, faults);
  for (const NameContext& context : rulebook.find.names.contexts) test(context, rulebook, faults);
  for (std::size_t i = 0; i < rulebook.classify.cues.cues.size(); ++i)
    test_cue(i, rulebook, faults);
  return faults;
}

}  // namespace report
