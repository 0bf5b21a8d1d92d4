// SPDX-License-Identifier: EUPL-1.2
#include "rule_list.hpp"

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

}  // namespace

std::vector<RuleCard> list_rules(const Rulebook& rulebook) {
  std::vector<RuleCard> cards;
  for (const FindRule& rule : rulebook.find.rules) cards.push_back(card_of(rule));
  for (const NameContext& context : rulebook.find.names.contexts) cards.push_back(card_of(context));
  return cards;
}

}  // namespace report
