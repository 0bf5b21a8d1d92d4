// SPDX-License-Identifier: EUPL-1.2
#include "rulebook/leftover_rules.hpp"

#include <algorithm>

#include "rulebook/lexicon.hpp"
#include "text/normal.hpp"

namespace report {

const std::array<std::string_view, leftover_feature_count>& leftover_feature_names() {
  static constexpr std::array<std::string_view, leftover_feature_count> names{
      "any",           "shape",          "word",          "list",          "list-shape",
      "before-1",      "before-2",       "before-3",      "after-1",       "after-2",
      "after-3",       "before-1-shape", "after-1-shape", "before-1-list", "after-1-list",
      "before-2-list", "near",           "held",          "line",          "line-before",
      "line-after",    "sentence",       "part",          "start",         "ending",
      "glued",         "count",          "odds-before-1", "odds-before-2", "odds-after-1",
      "odds-after-2"};
  return names;
}

std::uint64_t LeftoverRules::key(LeftoverFeature kind, std::uint64_t one, std::uint64_t other) {
  // Multiplied by odd numbers, so that no two hashes become one; added up, so that the order
  // counts.
  constexpr std::uint64_t golden = 0x9E3779B97F4A7C15U;
  std::uint64_t key = (one + (static_cast<std::uint64_t>(kind) + 1) * golden) * 0xBF58476D1CE4E5B9U;
  key ^= key >> 31U;
  key = (key + other) * 0x94D049BB133111EBU;
  return key ^ key >> 29U;
}

std::optional<std::uint64_t> LeftoverRules::key(std::string_view feature) {
  std::array<std::string_view, 3> parts;
  for (std::string_view& part : parts) {
    part = feature.substr(0, feature.find(' '));
    feature.remove_prefix(std::min(part.size() + 1, feature.size()));
  }
  const auto& names = leftover_feature_names();
  const auto* const kind = std::find(names.begin(), names.end(), parts[0]);
  if (kind == names.end()) return std::nullopt;
  const auto hash = [](std::string_view name) {
    return name.empty() ? 0 : Lexicon::hash_of(name).low;
  };
  return key(static_cast<LeftoverFeature>(kind - names.begin()), hash(parts[1]), hash(parts[2]));
}

std::array<double, words_beside_count> LeftoverRules::weights_beside() const {
  using F = LeftoverFeature;
  std::array<double, words_beside_count> counts{};
  std::size_t next = 0;
  for (const F kind : {F::odds_before1, F::odds_before2, F::odds_after1, F::odds_after2}) {
    if (const auto row = weights.find(key(kind, 0, 0))) counts.at(next) = weights.value(*row);
    ++next;
  }
  return counts;
}

void LeftoverRules::read(const yaml::Value& value, const Lexicon& lexicon) {
  yaml::Map map(value);
  remove = map.required("remove").number();
  beside = map.required("beside").number();
  again = map.required("again").number();
  unsure = map.required("unsure").number();
  if (unsure >= std::min({remove, beside, again}))
    throw map.fault(say({"'unsure' is minder dan 'remove', 'beside' en 'again'",
                         "'unsure' is less than 'remove', 'beside' and 'again'"}));
  for (const yaml::Value& name : map.required("spared").items())
    spared |= *lexicon.class_bit(yaml::one_of(name, lexicon.class_names(),
                                              say({"klasse van woordenlijsten", "lexicon class"})));
  for (const std::string& word : map.texts("articles")) articles.push_back(fold(word));
  for (const std::string& word : map.texts("own")) own.push_back(Lexicon::hash_of(fold(word)).low);
  std::sort(own.begin(), own.end());
  why_nl = map.text("why_nl");
  why_en = map.text("why_en");
  source = map.text("source");
  place = value.place();
  map.done();
}

}  // namespace report
