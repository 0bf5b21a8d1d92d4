// SPDX-License-Identifier: EUPL-1.2
#include "rule_list.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

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
          .place = rule.place,
          .weights = {}};
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
          .why_nl = context.why_nl,
          .why_en = context.why_en,
          .source = {},
          .match = context.match,
          .no_match = context.no_match,
          .place = context.place,
          .weights = {}};
}

/// A rule that is no entry of a list of rules, but that findings name.
RuleCard card_of_model(std::string id, std::string stage, std::string what, double strength,
                       const std::pair<std::string, std::string>& why, const Place& place) {
  return {.id = std::move(id),
          .stage = std::move(stage),
          .what = std::move(what),
          .strength = strength,
          .form = {},
          .why_nl = why.first,
          .why_en = why.second,
          .source = {},
          .match = {},
          .no_match = {},
          .place = place,
          .weights = {}};
}

std::vector<std::pair<std::string, double>> weights_of(std::uint32_t cue,
                                                       const ClassifyRules& rules) {
  std::vector<std::pair<std::string, double>> weights;
  for (const Output& output : rules.outputs)
    for (const auto& [of, weight] : output.weights)
      if (of == cue) weights.emplace_back(output.id, weight);
  return weights;
}

/// The stage is the folder a cue stands in: rules/route/ has signs of its own.
RuleCard card_of(std::uint32_t index, const ClassifyRules& rules) {
  const Cue& cue = rules.cues.cues[index];
  RuleCard card{.id = cue.id,
                .stage = cue.place.file.starts_with("route/") ? "route" : "classify",
                .what = fmt::format("{}", fmt::join(cue.votes, " ")),
                .strength = 0,
                .form = {},
                .why_nl = {},
                .why_en = {},
                .source = cue.source,
                .match = cue.match,
                .no_match = cue.no_match,
                .place = cue.place,
                .weights = weights_of(index, rules)};
  for (const auto& [output, weight] : card.weights) card.strength = std::max(card.strength, weight);
  return card;
}

RuleCard card_of(const TableRow& row) {
  return {.id = row.id,
          .stage = "table",
          .what = row.route,
          .strength = 1,
          .form = {},
          .why_nl = row.ground.in(Language::nl),
          .why_en = row.ground.in(Language::en),
          .source = row.source,
          .match = {},
          .no_match = {},
          .place = row.place,
          .weights = {}};
}

}  // namespace

std::vector<RuleCard> list_find_rules(const FindRules& rules) {
  std::vector<RuleCard> cards;
  for (const FindRule& rule : rules.rules) cards.push_back(card_of(rule));
  for (std::size_t i = 0; i < name_evidence_count; ++i)
    if (!rules.names.why.at(i).first.empty())
      cards.push_back(card_of_model("person." + name_evidence_names()[i], "names", "person",
                                    rules.names.weights.at(i), rules.names.why.at(i),
                                    rules.names.place));
  for (const NameContext& context : rules.names.contexts) cards.push_back(card_of(context));
  if (!rules.spelled.why_nl.empty()) {
    const std::pair spelled{rules.spelled.why_nl, rules.spelled.why_en};
    cards.push_back(card_of_model("spelled.name", "find", "person", rules.spelled.name, spelled,
                                  rules.spelled.place));
    cards.push_back(card_of_model("spelled.code", "find", "code", rules.spelled.unknown, spelled,
                                  rules.spelled.place));
  }
  const LeftoverRules& left = rules.leftovers;
  constexpr double removed = 0.5;
  for (const IdentifierType& type : rules.types)
    if (!left.empty())
      cards.push_back(card_of_model(LeftoverRules::rule_of(type.id), "find", type.id, removed,
                                    {left.why_nl, left.why_en}, left.place));
  return cards;
}

std::vector<RuleCard> list_rules(const Rulebook& rulebook) {
  std::vector<RuleCard> cards = list_find_rules(rulebook.find);
  const auto cues = static_cast<std::uint32_t>(rulebook.classify.cues.cues.size());
  for (std::uint32_t cue = 0; cue < cues; ++cue) cards.push_back(card_of(cue, rulebook.classify));
  for (const TableRow& row : rulebook.route.rows) cards.push_back(card_of(row));
  return cards;
}

std::vector<const Cue*> untaught_cues(const Rulebook& rulebook) {
  std::vector<const Cue*> untaught;
  // An office tells who is accused, whatever it weighs.
  for (const Cue& cue : rulebook.classify.cues.cues)
    untaught.push_back(cue.id.starts_with("office:") ? nullptr : &cue);
  for (const Output& output : rulebook.classify.outputs)
    for (const auto& [cue, weight] : output.weights) untaught[cue] = nullptr;
  std::erase(untaught, nullptr);
  return untaught;
}

}  // namespace report
