// SPDX-License-Identifier: EUPL-1.2
#include "rule_list.hpp"

#include <algorithm>

namespace report {
namespace {

RuleCard card_of(const FindRule& rule) {
  return {.id = rule.id,
          .stage = rule.action == "trace" ? "trace" : "find",
          .what = rule.action == "remove" || rule.action == "trace"
                      ? rule.type
                      : rule.type + (rule.type.empty() ? "" : " ") + rule.action,
          .strength = rule.certainty,
          .form = rule.pattern ? rule.pattern->source() : rule.tokens->source(),
          .why_nl = rule.why_nl,
          .why_en = rule.why_en,
          .source = rule.source,
          .match = rule.match,
          .no_match = rule.no_match,
          .place = rule.place};
}

RuleCard card_of(const NameContext& context) {
  std::string form;
  if (context.before) form = context.before->source() + " …";
  if (context.after) form += (form.empty() ? "… " : " ") + context.after->source();
  return {.id = context.id,
          .stage = "names",
          .what = context.role.empty() ? "person" : "person " + context.role,
          .strength = context.weight,
          .form = std::move(form),
          .why_nl = {},
          .why_en = {},
          .source = {},
          .match = context.match,
          .no_match = context.no_match,
          .place = context.place};
}

/// The stage is the folder a cue stands in: rules/route/ has signs of its own.
RuleCard card_of(const Cue& cue) {
  std::string votes;
  double most = 0;
  for (const auto& [output, weight] : cue.votes) {
    votes += (votes.empty() ? "" : " ") + output;
    most = std::max(most, weight);
  }
  return {.id = cue.id,
          .stage = cue.place.file.starts_with("route/") ? "route" : "classify",
          .what = votes,
          .strength = most,
          .form = {},
          .why_nl = {},
          .why_en = {},
          .source = cue.source,
          .match = cue.match,
          .no_match = cue.no_match,
          .place = cue.place};
}

RuleCard card_of(const TableRow& row) {
  return {.id = row.id,
          .stage = "table",
          .what = row.route,
          .strength = 1,
          .form = {},
          .why_nl = row.ground_nl,
          .why_en = row.ground_en,
          .source = row.source,
          .match = {},
          .no_match = {},
          .place = row.place};
}

}  // namespace

std::vector<RuleCard> list_rules(const Rulebook& rulebook) {
  std::vector<RuleCard> cards;
  for (const FindRule& rule : rulebook.find.rules) cards.push_back(card_of(rule));
  for (const NameContext& context : rulebook.find.names.contexts) cards.push_back(card_of(context));
  for (const Cue& cue : rulebook.classify.cues.cues) cards.push_back(card_of(cue));
  for (const TableRow& row : rulebook.route.rows) cards.push_back(card_of(row));
  return cards;
}

}  // namespace report
