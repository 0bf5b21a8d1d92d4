// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include <fmt/format.h>

#include "batch.hpp"
#include "commands.hpp"
#include "help.hpp"
#include "rule_list.hpp"
#include "rulebook/yaml.hpp"
#include "words.hpp"

namespace report {
namespace {

struct Options {
  CommonOptions common;
  std::string id, format = "text";
};

std::string place_text(const Place& place) {
  return fmt::format("{}:{}:{}", place.file, place.line, place.column);
}

Json texts_of(const std::vector<Example>& examples) {
  Json out = Json::array();
  for (const Example& example : examples) out.push_back(example.text);
  return out;
}

Json json_of(const RuleCard& card) {
  Json json{{"id", card.id},
            {"stage", card.stage},
            {"what", card.what},
            {"strength", card.strength},
            {"form", card.form},
            {"why", Json{{"nl", card.why_nl}, {"en", card.why_en}}},
            {"source", card.source},
            {"match", texts_of(card.match)},
            {"no_match", texts_of(card.no_match)},
            {"place", place_text(card.place)}};
  for (const auto& [output, weight] : card.weights) json["weights"][output] = weight;
  return json;
}

ExitCode list(const Options& options, const Console& console) {
  const std::vector<RuleCard> cards = list_rules(rulebook_of(options.common));
  if (options.format == "json") {
    Json all = Json::array();
    for (const RuleCard& card : cards) all.push_back(json_of(card));
    console.write(all.dump(2) + "\n");
    return ExitCode::done;
  }
  for (const RuleCard& card : cards)
    console.write(fmt::format("{:<32} {:<9} {:<24} {:.2f}  {}\n", card.id, card.stage, card.what,
                              card.strength, place_text(card.place)));
  return ExitCode::done;
}

const RuleCard& card_named(const std::vector<RuleCard>& cards, const std::string& id) {
  const auto found = std::find_if(cards.begin(), cards.end(),
                                  [&id](const RuleCard& card) { return card.id == id; });
  if (found != cards.end()) return *found;
  std::vector<std::string> known;
  known.reserve(cards.size());
  for (const RuleCard& card : cards) known.push_back(card.id);
  const auto meant = yaml::nearest(id, known);
  throw Error(Fault::usage, say(words::no_rule, id),
              {meant ? say(words::rule_meant, *meant) : words::rule_list_hint});
}

ExitCode show(const Options& options, const Console& console) {
  const std::vector<RuleCard> cards = list_rules(rulebook_of(options.common));
  const RuleCard& card = card_named(cards, options.id);
  if (options.format == "json") {
    console.write(json_of(card).dump(2) + "\n");
    return ExitCode::done;
  }
  std::string out = fmt::format("{} ({}: {}, {:.2f})\n{}\n", card.id, card.stage, card.what,
                                card.strength, place_text(card.place));
  if (!card.form.empty()) out += fmt::format("\n{}\n", card.form);
  const std::string& why = console.language() == Language::nl ? card.why_nl : card.why_en;
  if (!why.empty()) out += fmt::format("\n{}\n", why);
  if (!card.source.empty()) out += fmt::format("\nsource: {}\n", card.source);
  for (const auto& [output, weight] : card.weights)
    out += fmt::format("weight:   {:+.3f} {}\n", weight, output);
  for (const Example& example : card.match) out += fmt::format("match:    {}\n", example.text);
  for (const Example& example : card.no_match) out += fmt::format("no_match: {}\n", example.text);
  console.write(out);
  return ExitCode::done;
}

void say_good(const std::vector<RuleCard>& cards, const Console& console) {
  std::size_t examples = 0;
  for (const RuleCard& card : cards) examples += card.match.size() + card.no_match.size();
  console.write(
      fmt::format(fmt::runtime(words::rules_good.in(console.language())), cards.size(), examples) +
      "\n");
}

/// Faults go to standard error, one a line, as a compiler gives them.
ExitCode say_faults(const std::vector<Message>& faults, const Console& console) {
  for (const Message& fault : faults) console.say({Tone::error, fault.in(console.language())});
  console.note(fmt::format(fmt::runtime(words::rules_bad.in(console.language())), faults.size()));
  return ExitCode::usage;
}

ExitCode check(const Options& options, const Console& console) {
  std::vector<Message> faults;
  const Rulebook rulebook = options.common.rules.empty()
                                ? builtin_rulebook()
                                : read_rulebook(options.common.rules, &faults);
  if (faults.empty())
    for (const Cue* const cue : untaught_cues(rulebook))
      faults.push_back(
          say({"{}: {}", "{}: {}"}, place_text(cue->place), say(words::untaught, cue->id)));
  if (!faults.empty()) return say_faults(faults, console);
  say_good(list_rules(rulebook), console);
  return ExitCode::done;
}

ExitCode test(const Options& options, const Console& console) {
  const Rulebook& rulebook = rulebook_of(options.common);
  std::vector<Message> faults;
  for (const RuleFault& fault : test_rules(rulebook))
    faults.push_back(say({"{}: {}: {}", "{}: {}: {}"}, place_text(fault.place), fault.rule,
                         Message(fault.message)));
  if (!faults.empty()) return say_faults(faults, console);
  say_good(list_rules(rulebook), console);
  return ExitCode::done;
}

}  // namespace

std::vector<Command> add_rules(CLI::App& program, const Defaults& defaults) {
  CLI::App* const app =
      add_command(program, "rules", words::rules_command, words::rules_example, defaults);
  app->require_subcommand(1);
  std::vector<Command> commands;
  const auto add = [&](const std::string& name, const Words& summary, const Words& example,
                       ExitCode (*run)(const Options&, const Console&)) {
    const auto options = std::make_shared<Options>();
    CLI::App* const verb = add_command(*app, name, summary, example, defaults);
    if (name == "show")
      verb->add_option("RULE", options->id, defaults.say(words::rule_id))
          ->required()
          ->type_name("");
    if (name == "list" || name == "show")
      add_choice(*verb, "--format", options->format, {"text", "json"}, defaults.say(words::format));
    add_common(*verb, options->common, defaults);
    commands.push_back(command_of(verb, options, run, defaults));
  };
  add("list", words::rules_list, words::rules_list_example, list);
  add("show", words::rules_show, words::rules_show_example, show);
  add("check", words::rules_check, words::rules_check_example, check);
  add("test", words::rules_test, words::rules_example, test);
  return commands;
}

}  // namespace report
