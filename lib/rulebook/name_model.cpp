// SPDX-License-Identifier: EUPL-1.2
#include "rulebook/name_model.hpp"

#include <algorithm>

#include "text/normal.hpp"

namespace report {
namespace {

NameContext read_context(const yaml::Value& item, const Lexicon& lexicon,
                         const std::function<std::string(const yaml::Value&)>& new_id) {
  yaml::Map map(item);
  NameContext context;
  context.place = item.place();
  context.id = new_id(map.required("id"));
  if (const auto before = map.optional("before"))
    context.before = read_token_pattern(*before, lexicon);
  if (const auto after = map.optional("after")) context.after = read_token_pattern(*after, lexicon);
  if (!context.before && !context.after)
    throw item.fault(
        say({"een context heeft 'before' of 'after'", "a context has 'before' or 'after'"}));
  context.weight = map.required("weight").number();
  context.organisation = map.truth("organisation", false);
  if (const auto introduces = map.optional("introduces"))
    context.introduces = yaml::one_of(*introduces, {"any", "listed"},
                                      say({"soort inleiding", "kind of introduction"}));
  if (const auto role = map.optional("role"))
    context.role = yaml::one_of(*role, {"reporter", "subject", "third"}, say({"rol", "role"}));
  context.why_nl = map.text("why_nl", "");
  context.why_en = map.text("why_en", "");
  context.match = read_examples(map, "match");
  context.no_match = read_examples(map, "no_match");
  map.done();
  return context;
}

}  // namespace

const std::vector<std::string>& name_evidence_names() {
  static const std::vector<std::string> names{"given_in_run",
                                              "given_alone",
                                              "given_ordinary",
                                              "given_ordinary_start",
                                              "surname_in_run",
                                              "surname_alone",
                                              "surname_ordinary",
                                              "surname_ordinary_start",
                                              "particle",
                                              "particle_capital",
                                              "initials",
                                              "initial_alone",
                                              "unknown",
                                              "unknown_start",
                                              "compound_start",
                                              "ordinary_inside",
                                              "ordinary_rare",
                                              "ordinary_beside_surname",
                                              "ordinary_start",
                                              "ordinary_behind_given",
                                              "several_unknown",
                                              "place",
                                              "world_place",
                                              "country",
                                              "demonym",
                                              "day_month",
                                              "brand",
                                              "acronym",
                                              "initials_word",
                                              "organisation",
                                              "organisation_tail",
                                              "public_place",
                                              "ordinary_tail",
                                              "truecased",
                                              "street_ending",
                                              "memory",
                                              "subject"};
  return names;
}

NameModel NameModel::read(const yaml::Value& value, const Lexicon& lexicon,
                          const RuleReading& reading,
                          const std::function<std::string(const yaml::Value&)>& new_id) {
  yaml::Map map(value);
  NameModel names;
  names.threshold = map.number("threshold", names.threshold);
  names.unsure = map.number("unsure", names.unsure);
  yaml::Map weights(map.required("weights"));
  for (std::size_t i = 0; i < name_evidence_count; ++i)
    names.weights.at(i) = weights.required(name_evidence_names()[i]).number();
  weights.done();
  names.place = value.place();
  if (const auto why = map.optional("why"))
    for (const auto& [name, said] : why->entries()) {
      const std::string evidence =
          yaml::one_of(name, name_evidence_names(), say({"aanwijzing", "evidence"}));
      const auto at =
          std::find(name_evidence_names().begin(), name_evidence_names().end(), evidence);
      yaml::Map both(said);
      names.why.at(static_cast<std::size_t>(at - name_evidence_names().begin())) = {
          both.text("nl"), both.text("en")};
      both.done();
    }
  for (const auto& [key, words] : {std::pair{"before_times", &names.before_times},
                                   {"before_titles", &names.before_titles},
                                   {"shortened", &names.shortened},
                                   {"surname_endings", &names.surname_endings}})
    if (const auto listed = map.optional(key))
      for (const yaml::Value& word : listed->items()) words->push_back(fold(word.text()));
  if (const auto contexts = map.optional("contexts"))
    for (const yaml::Value& item : contexts->items())
      reading.guarded([&] { names.contexts.push_back(read_context(item, lexicon, new_id)); });
  map.done();
  return names;
}

}  // namespace report
