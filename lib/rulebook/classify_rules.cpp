// SPDX-License-Identifier: EUPL-1.2
#include "rulebook/classify_rules.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "text/normal.hpp"

namespace report {
namespace {

constexpr std::array kinds{"category", "scope", "route", "sign"};

Output read_output(const yaml::Value& value) {
  yaml::Map map(value);
  Output output{.id = map.text("id"),
                .kind = map.text("kind"),
                .title_nl = map.text("title_nl"),
                .title_en = map.text("title_en"),
                .of = map.texts("of"),
                .among = map.texts("among"),
                .bias = 0,
                .weights = {}};
  map.done();
  if (std::find(kinds.begin(), kinds.end(), output.kind) == kinds.end())
    throw value.fault(
        say({"'{}' is geen soort uitkomst", "'{}' is no kind of output"}, output.kind),
        {say(
            {"kind is category, scope, route of sign", "kind is category, scope, route or sign"})});
  return output;
}

/// A sign is a share of routes: they must be there.
void check_routes(const std::vector<Output>& outputs, const yaml::Value& file) {
  const auto is_route = [&](const std::string& id) {
    return std::any_of(outputs.begin(), outputs.end(), [&](const Output& output) {
      return output.kind == "route" && output.id == id;
    });
  };
  for (const Output& output : outputs) {
    std::vector<std::string> named = output.of;
    named.insert(named.end(), output.among.begin(), output.among.end());
    for (const std::string& id : named)
      if (!is_route(id))
        throw file.fault(say({"uitkomst '{}' noemt een route '{}' die geen uitkomst is",
                              "output '{}' speaks of a route '{}' that is no output"},
                             output.id, id));
  }
}

AlikeWords read_alike(const yaml::Value& file, const Lexicon& lexicon) {
  AlikeWords alike;
  yaml::Map map(file);
  for (const std::string& word : map.texts("left_out")) alike.same[fold(word)];
  if (const auto same = map.optional("same"))
    for (const auto& [as, words] : same->entries())
      for (const std::string& word : words.texts()) alike.same[fold(word)] = fold(as.text());
  alike.left_out = classes_in(map, "left_out_classes", lexicon);
  alike.kept = classes_in(map, "kept_classes", lexicon);
  alike.negations = map.texts("negations");
  alike.turns = map.texts("turns");
  map.done();
  return alike;
}

/// The learnt weights; a cue without any counts for nothing, and 'rules check' says so.
void read_weights(const yaml::Value& file, ClassifyRules& rules) {
  yaml::Map map(file);
  const auto output_of = [&](const yaml::Value& id) -> Output& {
    for (Output& output : rules.outputs)
      if (output.id == id.text()) return output;
    throw id.fault(say({"er is geen uitkomst '{}'", "there is no output '{}'"}, id.text()));
  };
  for (const auto& [id, bias] : map.required("bias").entries()) output_of(id).bias = bias.number();
  for (const auto& [id, votes] : map.required("weights").entries()) {
    const auto cue = rules.cues.find(id.text());
    if (!cue)
      throw id.fault(say({"er is geen aanwijzing '{}'", "there is no cue '{}'"}, id.text()),
                     {say({"gewichten zijn geleerd: draai rules/classify/train opnieuw",
                           "weights are learnt: run rules/classify/train again"})});
    for (const auto& [output, weight] : votes.entries())
      output_of(output).weights.emplace_back(*cue, weight.number());
  }
  map.done();
}

}  // namespace

Classes classes_in(yaml::Map& map, std::string_view key, const Lexicon& lexicon) {
  Classes classes = 0;
  if (const auto names = map.optional(key))
    for (const yaml::Value& name : names->items())
      classes |= *lexicon.class_bit(
          yaml::one_of(name, lexicon.class_names(), say({"woordklasse", "lexicon class"})));
  return classes;
}

ClassifyRules read_classify_rules(const RuleReading& reading, const Lexicon& lexicon) {
  ClassifyRules rules;
  reading.each("classify/outputs", [&](const yaml::Value& file) {
    yaml::Map map(file);
    rules.holds = map.number("holds", rules.holds);
    for (const yaml::Value& output : map.required("outputs").items())
      rules.outputs.push_back(read_output(output));
    map.done();
    check_routes(rules.outputs, file);
  });
  reading.each("classify/alike",
               [&](const yaml::Value& file) { rules.alike = read_alike(file, lexicon); });
  std::vector<std::string> ids;
  for (const Output& output : rules.outputs) ids.push_back(output.id);
  rules.cues = read_cues(reading, ids);
  for (const RuleFile& file : reading.files())
    if (file.name == "classify/words.tsv")
      reading.guarded([&] {
        rules.words =
            WordWeights::read(file, ids, "rules/classify/train",
                              [](std::string_view name) { return Lexicon::hash_of(name).low; });
      });
  reading.each("classify/weights", [&](const yaml::Value& file) { read_weights(file, rules); });
  return rules;
}

}  // namespace report
