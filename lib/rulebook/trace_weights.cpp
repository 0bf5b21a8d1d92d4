// SPDX-License-Identifier: EUPL-1.2
#include "rulebook/trace_weights.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "rulebook/lexicon.hpp"

namespace report {

const std::array<std::string_view, trace_feature_count>& trace_feature_names() {
  static constexpr std::array<std::string_view, trace_feature_count> names{
      "rules", "traces", "words",    "starts", "lists",
      "note",  "pairs",  "previous", "before", "behind"};
  return names;
}

std::uint64_t TraceWeights::key(TraceFeature kind, std::uint64_t hash) {
  // Odd, so that no two hashes of a kind become one.
  constexpr std::array<std::uint64_t, trace_feature_count> odd{
      0x9E3779B97F4A7C15U, 0xC2B2AE3D27D4EB4FU, 0x165667B19E3779F9U, 0x27D4EB2F165667C5U,
      0x85EBCA77C2B2AE63U, 0xFF51AFD7ED558CCDU, 0xC4CEB9FE1A85EC53U, 0xD6E8FEB86659FD93U,
      0xA0761D6478BD642FU, 0xE7037ED1A0B428DBU};
  return hash * odd.at(static_cast<std::size_t>(kind));
}

std::uint64_t TraceWeights::pair_key(std::uint64_t first, std::uint64_t second) {
  return key(TraceFeature::pair, (first ^ first >> 31U) * 0xBF58476D1CE4E5B9U + second);
}

std::uint64_t TraceWeights::key(TraceFeature kind, std::string_view name) {
  if (const std::size_t blank = name.find(' '); kind == TraceFeature::pair)
    return pair_key(Lexicon::hash_of(name.substr(0, blank)).low,
                    Lexicon::hash_of(name.substr(std::min(blank + 1, name.size()))).low);
  return key(kind, Lexicon::hash_of(name).low);
}

TraceWeights TraceWeights::read(const yaml::Value& value) {
  yaml::Map map(value);
  TraceWeights made;
  made.threshold_ = map.required("threshold").number();
  made.strong_ = map.required("strong").number();
  for (std::size_t kind = 0; kind < trace_feature_count; ++kind)
    for (const auto& [feature, weight] : map.required(trace_feature_names().at(kind)).entries()) {
      if (static_cast<TraceFeature>(kind) == TraceFeature::pair &&
          feature.text().find(' ') == std::string::npos)
        throw feature.fault(say({"een paar is twee woorden", "a pair is two words"}));
      made.weights_.emplace_back(key(static_cast<TraceFeature>(kind), feature.text()),
                                 static_cast<float>(weight.number()));
    }
  map.done();
  std::sort(made.weights_.begin(), made.weights_.end());
  made.index();
  return made;
}

void TraceWeights::index() {
  starts_.assign((std::size_t{1} << index_bits) + 1, 0);
  for (const auto& [key, weight] : weights_) ++starts_[(key >> (64U - index_bits)) + 1];
  std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
}

double TraceWeights::of(std::uint64_t key) const {
  if (weights_.empty()) return 0;
  const std::size_t front = key >> (64U - index_bits);
  for (std::size_t i = starts_[front]; i < starts_[front + 1]; ++i)
    if (weights_[i].first == key) return weights_[i].second;
  return 0;
}

}  // namespace report
