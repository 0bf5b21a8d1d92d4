// SPDX-License-Identifier: EUPL-1.2
#include "rulebook/find_rules.hpp"

#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include "rulebook/pattern_needs.hpp"

namespace report {
namespace {

double certainty(yaml::Map& map, std::string_view key, double otherwise) {
  const double value = map.number(key, otherwise);
  if (value < 0 || value > 1)
    throw map.required(key).fault(
        say({"'{}' ligt tussen 0 en 1", "'{}' must lie between 0 and 1"}, key));
  return value;
}

std::vector<Near> read_near(yaml::Map& map, const PatternParts& parts) {
  std::vector<Near> out;
  const auto list = map.optional("near");
  if (!list) return out;
  for (const yaml::Value& item : list->items()) {
    yaml::Map entry(item);
    Near near;
    near.words = read_pattern(entry.required("words"), parts);
    near.before = static_cast<std::size_t>(entry.number("before", 0));
    near.after = static_cast<std::size_t>(entry.number("after", 0));
    near.certainty = certainty(entry, "certainty", 0);
    if (near.before + near.after == 0)
      throw item.fault(say({"'near' wil 'before' of 'after'", "'near' wants 'before' or 'after'"}));
    entry.done();
    out.push_back(std::move(near));
  }
  return out;
}

class Reader {
 public:
  Reader(const RuleReading& reading, const Lexicon& lexicon)
      : reading_(reading), lexicon_(lexicon) {}

  FindRules read() {
    reading_.each("parts.yaml", [this](const yaml::Value& file) { read_parts(file); });
    reading_.each("types.yaml", [this](const yaml::Value& file) { read_types(file); });
    reading_.each("find/", [this](const yaml::Value& file) { read_file(file, false); });
    reading_.each("trace/", [this](const yaml::Value& file) { read_file(file, true); });
    for (const RuleFile& file : reading_.files())
      if (file.name == "find/leftovers.tsv")
        reading_.guarded([&] {
          rules_.leftovers.weights = WordWeights::read(
              file, type_ids(), "rules/find/train",
              [](std::string_view feature) { return LeftoverRules::key(feature); });
        });
    rules_.index_patterns({});
    rules_.index_tokens(lexicon_);
    return std::move(rules_);
  }

 private:
  void read_parts(const yaml::Value& file) {
    yaml::Map map(file);
    for (const auto& [name, part] : map.required("parts").entries())
      reading_.guarded([this, &name = name, &part = part] {
        const std::string text = read_part(part, parts_);
        if (const auto fault = Pattern(text).fault())
          throw part.fault(say({"het deel is geen goed patroon: {} (bij teken {} ervan)",
                                "the part does not compile: {} (at character {} of it)"},
                               fault->first, fault->second + 1));
        if (!parts_.emplace(name.text(), text).second)
          throw name.fault(
              say({"er is al een deel '{}'", "a part '{}' exists already"}, name.text()));
      });
    if (const auto tokens = map.optional("token_parts"))
      for (const auto& [name, part] : tokens->entries())
        reading_.guarded([this, &name = name, &part = part] {
          const std::string text = read_part(part, token_parts_, PartKind::tokens);
          if (!token_parts_.emplace(name.text(), text).second)
            throw name.fault(
                say({"er is al een deel '{}'", "a part '{}' exists already"}, name.text()));
        });
    map.done();
  }

  void read_types(const yaml::Value& file) {
    yaml::Map map(file);
    for (const yaml::Value& item : map.required("types").items()) {
      reading_.guarded([&] {
        yaml::Map entry(item);
        IdentifierType type;
        type.id = entry.text("id");
        type.label = entry.text("label");
        type.numbered = entry.truth("numbered", false);
        type.whole = entry.truth("whole", false);
        type.dictated = entry.truth("dictated", false);
        type.title_nl = entry.text("title_nl");
        type.title_en = entry.text("title_en");
        entry.done();
        rules_.types.push_back(std::move(type));
      });
    }
    map.done();
  }

  void read_file(const yaml::Value& file, bool trace) {
    yaml::Map map(file);
    if (const auto list = map.optional("rules"))
      for (const yaml::Value& item : list->items())
        reading_.guarded([&] { rules_.rules.push_back(read_rule(item, trace)); });
    if (const auto spelled = map.optional("spelled"))
      reading_.guarded([&] { rules_.spelled = SpelledWords::read(*spelled); });
    if (const auto sentences = map.optional("sentences"))
      reading_.guarded([&] { rules_.trace_weights = TraceWeights::read(*sentences); });
    if (const auto leftovers = map.optional("leftovers"))
      reading_.guarded([&] { rules_.leftovers.read(*leftovers, lexicon_); });
    if (const auto strict = map.optional("strict")) reading_.guarded([&] { read_strict(*strict); });
    if (const auto names = map.optional("names"))
      reading_.guarded([&] {
        rules_.names = NameModel::read(*names, lexicon_, reading_,
                                       [this](const yaml::Value& id) { return new_id(id); });
      });
    map.done();
  }

  void read_strict(const yaml::Value& value) {
    yaml::Map map(value);
    rules_.strict.label = map.text("label");
    const std::vector<std::string> known(trace_classes.begin(), trace_classes.end());
    const auto read = [&](const char* key, std::vector<std::string>& into) {
      for (const yaml::Value& one : map.required(key).items())
        into.push_back(yaml::one_of(one, known, say({"klasse", "class"})));
    };
    read("remove", rules_.strict.remove);
    read("generalise", rules_.strict.generalise);
    rules_.strict.certainty = certainty(map, "certainty", 0);
    map.done();
  }

  FindRule read_rule(const yaml::Value& item, bool trace) {
    yaml::Map map(item);
    FindRule rule;
    rule.place = item.place();
    rule.id = new_id(map.required("id"));
    rule.action = trace ? "trace" : "remove";
    if (const auto action = map.optional("action"))
      rule.action = yaml::one_of(*action, {"remove", "flag", "keep", "trace", "generalise"},
                                 say({"handeling", "action"}));
    read_type(map, rule);
    if (const auto role = map.optional("role"))
      rule.role = yaml::one_of(*role, {"reporter", "subject", "third"}, say({"rol", "role"}));
    if (const auto pattern = map.optional("pattern")) rule.pattern = read_pattern(*pattern, parts_);
    if (const auto tokens = map.optional("tokens"))
      rule.tokens = with_known_labels(
          *tokens, read_token_pattern(*tokens, lexicon_, Direction::forward, token_parts_));
    if (!rule.pattern && !rule.tokens) map.near_miss();
    if (rule.pattern.has_value() == rule.tokens.has_value())
      throw map.fault(say(
          {"een regel heeft 'pattern' of 'tokens'", "a rule has either 'pattern' or 'tokens'"}));
    if (const auto before = map.optional("before")) {
      if (!rule.tokens)
        throw before->fault(say({"'before' hoort bij 'tokens'", "'before' goes with 'tokens'"}));
      rule.before = with_known_labels(
          *before, read_token_pattern(*before, lexicon_, Direction::backward, token_parts_));
    }
    read_needs(map, rule);
    if (const auto behind = map.optional("behind"))
      for (const yaml::Value& type : behind->items()) {
        if (!rule.tokens)
          throw behind->fault(say({"'behind' hoort bij 'tokens'", "'behind' goes with 'tokens'"}));
        rule.behind.push_back(yaml::one_of(type, type_ids(), say({"type", "type"})));
      }
    if (const auto where = map.optional("where"))
      rule.where = yaml::one_of(*where, {"line", "note"}, say({"plaats", "place"}));
    if (const auto not_first = map.optional("not_first"))
      for (const yaml::Value& name : not_first->items())
        rule.not_first.push_back(yaml::one_of(name, lexicon_.class_names(),
                                              say({"klasse van woordenlijsten", "lexicon class"})));
    if (const auto only_if = map.optional("only_if")) rule.only_if = read_pattern(*only_if, parts_);
    rule.validators = map.texts("validators");
    rule.certainty = certainty(map, "certainty", rule.action == "remove" ? 0 : 1);
    rule.invalid_certainty = certainty(map, "invalid_certainty", 0);
    rule.near = read_near(map, parts_);
    rule.match = read_examples(map, "match");
    rule.no_match = read_examples(map, "no_match");
    rule.why_nl = map.text("why_nl", "");
    rule.why_en = map.text("why_en", "");
    rule.source = map.text("source");
    map.done();
    if (rule.certainty == 0 && rule.action == "remove")
      throw map.fault(say({"sleutel 'certainty' ontbreekt", "key 'certainty' is missing"}));
    return rule;
  }

  /// The pattern, when every label it names is one of types.yaml, or that of a subject.
  [[nodiscard]] TokenPattern with_known_labels(const yaml::Value& value,
                                               TokenPattern pattern) const {
    constexpr std::string_view named = "label:";
    const std::string_view source = pattern.source();
    if (source.find(named) == std::string_view::npos) return pattern;
    std::vector<std::string> known{"BETROKKENE"};
    for (const IdentifierType& type : rules_.types) known.push_back(type.label);
    for (std::size_t at = source.find(named); at != std::string_view::npos;
         at = source.find(named, at + 1)) {
      const std::size_t begin = at + named.size();
      const std::string label(source.substr(begin, source.find_first_of("|}", begin) - begin));
      if (std::find(known.begin(), known.end(), label) == known.end())
        throw value.fault(
            say({"geen type heeft het label '{}'", "no type has the label '{}'"}, label),
            yaml::did_you_mean(yaml::nearest(label, known)));
    }
    return pattern;
  }

  static void read_needs(yaml::Map& map, FindRule& rule) {
    if (rule.pattern)
      if (const auto derived = need_of(rule.pattern->source()))
        rule.need = RuleNeed::of_character(derived->a, derived->within);
    const auto needs = map.optional("needs");
    if (!needs) return;
    yaml::Map entry(*needs);
    const std::string written = entry.text("a");
    if (written != "digit" &&
        (written.size() != 1 || needable.find(written[0]) == std::string_view::npos))
      throw needs->fault(say({"'a' wil 'digit' of een van @ _ # / : ( . -",
                              "'a' wants 'digit' or one of @ _ # / : ( . -"}));
    const char character = written == "digit" ? '0' : written[0];
    if (const auto tokens = entry.optional("tokens")) {
      if (character != '0')
        throw tokens->fault(say({"'tokens' hoort bij een cijfer", "'tokens' goes with a digit"}));
      rule.need = RuleNeed::of_number(static_cast<std::size_t>(tokens->whole()));
    } else {
      rule.need = RuleNeed::of_character(
          character, static_cast<std::size_t>(entry.required("within").whole()));
    }
    entry.done();
  }

  std::string new_id(const yaml::Value& value) {
    std::string id = value.text();
    if (!ids_.insert(id).second)
      throw value.fault(say({"er is al een regel '{}'", "a rule '{}' exists already"}, id));
    return id;
  }

  [[nodiscard]] std::vector<std::string> type_ids() const {
    std::vector<std::string> ids;
    for (const IdentifierType& one : rules_.types) ids.push_back(one.id);
    return ids;
  }

  void read_type(yaml::Map& map, FindRule& rule) {
    const auto type = map.optional("type");
    if (rule.action == "keep") {
      if (type)
        throw type->fault(
            say({"een regel die bewaart heeft geen type", "a rule that keeps has no type"}));
      return;
    }
    std::vector<std::string> known;
    if (rule.of_traces()) {
      known.assign(trace_classes.begin(), trace_classes.end());
    } else {
      known = type_ids();
    }
    rule.type = yaml::one_of(map.required("type"), known, say({"type", "type"}));
  }

  const RuleReading& reading_;
  const Lexicon& lexicon_;
  PatternParts parts_, token_parts_;
  FindRules rules_;
  std::set<std::string> ids_;
};

}  // namespace

const IdentifierType* FindRules::type(std::string_view id) const {
  const auto found = std::find_if(types.begin(), types.end(),
                                  [id](const IdentifierType& one) { return one.id == id; });
  return found == types.end() ? nullptr : &*found;
}

FindRules read_find_rules(const RuleReading& reading, const Lexicon& lexicon) {
  return Reader(reading, lexicon).read();
}

}  // namespace report
