// SPDX-License-Identifier: EUPL-1.2
#include "rulebook/organisation_rules.hpp"

#include <algorithm>
#include <array>

#include "text/normal.hpp"

namespace report {
namespace {

constexpr std::array name_places{"after", "maybe", "before", "none", "kind", "listed", "implied"};

void read_kind(const yaml::Value& value, const Lexicon& lexicon, RouteRules& rules) {
  yaml::Map map(value);
  const auto kind = static_cast<std::uint32_t>(rules.kinds.size());
  rules.kinds.push_back(map.text("id"));
  const double weight = map.number("weight", 1);
  const Classes listed = classes_in(map, "names", lexicon);
  for (const yaml::Value& form_value : map.required("forms").items()) {
    yaml::Map form(form_value);
    const std::string name =
        yaml::one_of(form.required("name"), {name_places.begin(), name_places.end()},
                     say({"plaats van een naam", "place of a name"}));
    const double more = form.number("weight", 0);
    const std::string called = form.text("called", "");

    const bool capital = form.truth("capital", false);
    if ((name == "listed" || name == "implied") != !called.empty() ||
        (name == "listed" && listed == 0))
      throw form_value.fault(say(
          {"'called' hoort bij 'name: listed' of 'implied', en 'listed' bij 'names' van de soort",
           "'called' goes with 'name: listed' or 'implied', and 'listed' with 'names' of the "
           "kind"}));
    for (const std::string& words : form.texts("words"))
      rules.forms.push_back(
          {folded_words(words), name, kind, weight + more, listed, called, capital});
    form.done();
  }
  map.done();
}

void read_weights(const yaml::Value& value, BodyWeights& weights) {
  yaml::Map map(value);
  const auto weight = [&](std::string_view key) { return map.required(key).number(); };
  weights.named = weight("named");
  weights.own = weight("own");
  weights.later = weight("later");
  weights.again = weight("again");
  weights.office_near = weight("office_near");
  weights.office_tied = weight("office_tied");
  weights.callers_work = weight("callers_work");
  weights.consulted = weight("consulted");
  weights.acts = weight("acts");
  map.done();
}

}  // namespace

std::vector<std::string> folded_words(const std::string& phrase) {
  std::vector<std::string> words;
  std::string word;
  for (const char letter : phrase + ' ') {
    if (letter != ' ' && letter != '-' && letter != '.') {
      word += letter;
    } else if (!word.empty()) {
      words.push_back((word[0] == '*' ? "*" : "") + fold(word[0] == '*' ? word.substr(1) : word));
      word.clear();
    }
  }
  return words;
}

void read_organisations(const yaml::Value& file, const RuleReading& reading, const Lexicon& lexicon,
                        RouteRules& rules) {
  yaml::Map map(file);
  (void)map.text("source", "");
  const auto read_words = [&](std::string_view key, std::vector<std::string>& words) {
    for (const std::string& word : map.texts(key)) words.push_back(fold(word));
  };
  read_words("joins", rules.joins);
  read_words("ties", rules.ties);
  read_words("of", rules.of);
  read_words("people", rules.people);
  read_words("where", rules.where);
  read_words("parts", rules.parts);
  read_words("starts", rules.starts);
  read_words("portfolios", rules.portfolios);
  read_words("no_names", rules.no_names);
  read_words("callers", rules.callers);
  read_words("works", rules.works);
  read_words("consulted", rules.consulted);
  read_weights(map.required("weights"), rules.body_weights);
  for (const std::string& words : map.texts("after"))
    rules.body_after.push_back(folded_words(words));
  for (const std::string& words : map.texts("not_after"))
    rules.not_body_after.push_back(folded_words(words));
  for (const yaml::Value& value : map.required("kinds").items())
    reading.guarded([&] { read_kind(value, lexicon, rules); });
  map.done();
  std::stable_sort(rules.forms.begin(), rules.forms.end(),
                   [](const auto& a, const auto& b) { return a.words[0] < b.words[0]; });
}

}  // namespace report
