// SPDX-License-Identifier: EUPL-1.2
// Which rules can begin where: made once of all rules.
#include <algorithm>
#include <atomic>
#include <map>
#include <tuple>

#include "rulebook/find_rules.hpp"

namespace report {

Classes common_classes(const Lexicon& lexicon) {
  Classes all = 0;
  for (const std::string_view name : {"ordinary", "common", "stopword", "english"})
    all |= lexicon.class_bit(name).value_or(0);
  return all;
}

void FindRules::index_patterns(std::vector<std::string> samples) {
  // Needs that reach about as far go together; so do patterns that begin with nearly any letter.
  constexpr std::size_t far = 32;
  using Key = std::tuple<bool, bool, RuleNeed::Kind, char, bool, bool>;
  std::map<Key, std::pair<RuleNeed, std::vector<StartAutomaton::Entrant>>> groups;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (!rules[i].pattern) continue;
    const RuleNeed& need = rules[i].need;
    const Key key{rules[i].of_traces(),
                  StartAutomaton::begins_anyhow(*rules[i].pattern),
                  need.kind,
                  need.character,
                  need.kind == RuleNeed::Kind::character && need.within > far,
                  rules[i].where == "line"};
    auto& [whole, entrants] = groups[key];
    if (whole.within < need.within) whole = need;
    entrants.push_back({&*rules[i].pattern, static_cast<std::uint16_t>(i)});
    for (const auto* list : {&rules[i].match, &rules[i].no_match})
      for (const Example& example : *list) samples.push_back(unmark(example).text);
  }
  starts.clear();
  if (groups.size() > most_start_groups)
    throw Error(Fault::rules, say({"de patronen hebben behoeften van te veel soorten",
                                   "the patterns have needs of too many kinds"}));
  for (const auto& [key, group] : groups)
    starts.push_back(
        {group.first, std::get<0>(key), std::get<5>(key), StartAutomaton(group.second, samples)});
}

std::uint16_t FindRules::index_of(const RuleNeed& need) const {
  const auto found = std::find_if(needs.begin(), needs.end(),
                                  [&](const RuleNeed& one) { return one.same_thing(need); });
  return found == needs.end() ? RuleGate::no_need
                              : static_cast<std::uint16_t>(found - needs.begin());
}

void FindRules::index_tokens(const Lexicon& lexicon) {
  static std::atomic<std::uint64_t> serials{0};
  serial = ++serials;
  const Classes common = common_classes(lexicon);
  std::vector<TokenAutomaton::Entrant> finds;
  std::vector<TokenAutomaton::Entrant> traces;
  token_rules.clear();
  rules_behind.clear();
  gates.clear();
  needs.clear();
  any_needed_class = 0;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    FindRule& rule = rules[i];
    if (rule.tokens && rule.behind.empty()) {
      const auto number = static_cast<std::uint16_t>(i);
      token_rules.push_back(number);
      (rule.of_traces() ? traces : finds).push_back({&*rule.tokens, number});
      // Findings do not come in the order that looking for a need wants; those rules have none.
      if (const auto need = rule.tokens->need(common);
          need && rule.need.kind == RuleNeed::Kind::none)
        rule.need = RuleNeed::of_word(need->classes, need->within);
    }
    if (!rule.behind.empty()) rules_behind.push_back(static_cast<std::uint16_t>(i));
    RuleGate gate;
    if (rule.need.kind != RuleNeed::Kind::none) {
      if (index_of(rule.need) == RuleGate::no_need) needs.push_back(rule.need);
      gate.need = index_of(rule.need);
      gate.reach = static_cast<std::uint32_t>(rule.need.within);
      gate.by_points = rule.need.kind == RuleNeed::Kind::character;
    }
    for (const std::string& name : rule.not_first)
      gate.not_first |= lexicon.class_bit(name).value_or(0);
    gate.line = rule.where == "line";
    gate.note = rule.where == "note";
    gate.trace = rule.of_traces();
    gate.cut = rule.action == "generalise";
    gate.only_if = rule.only_if.has_value();
    gates.push_back(gate);
    any_needed_class |= rule.need.classes;
  }
  token_finds = TokenAutomaton(finds);
  token_traces = TokenAutomaton(traces);
  index_names();
}

void FindRules::index_names() {
  std::vector<TokenAutomaton::Entrant> before;
  std::vector<TokenAutomaton::Entrant> after;
  for (std::size_t i = 0; i < names.contexts.size(); ++i) {
    NameContext& context = names.contexts[i];
    const auto number = static_cast<std::uint16_t>(i);
    if (context.before) {
      context.longest_before = context.before->longest();
      before.push_back({&*context.before, number});
    }
    if (context.after) after.push_back({&*context.after, number});
  }
  names_before = TokenAutomaton(before);
  names_after = TokenAutomaton(after);
}

}  // namespace report
