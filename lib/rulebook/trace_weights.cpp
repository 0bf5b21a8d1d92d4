// SPDX-License-Identifier: EUPL-1.2
#include "rulebook/trace_weights.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "rulebook/lexicon.hpp"

namespace report {

const std::array<std::string_view, trace_feature_count>& trace_feature_names() {
  static constexpr std::array<std::string_view, trace_feature_count> names{
      "rules",    "traces", "words", "starts", "lists",  "note",  "pairs",
      "previous", "next",   "gaps",  "apart",  "before", "behind"};
  return names;
}

std::uint64_t TraceWeights::key(TraceFeature kind, std::uint64_t hash) {
  // Odd, so that no two hashes of a kind become one.
  constexpr std::array<std::uint64_t, trace_feature_count> odd{
      0x9E3779B97F4A7C15U, 0xC2B2AE3D27D4EB4FU, 0x165667B19E3779F9U, 0x27D4EB2F165667C5U,
      0x85EBCA77C2B2AE63U, 0xFF51AFD7ED558CCDU, 0xC4CEB9FE1A85EC53U, 0xD6E8FEB86659FD93U,
      0xA0761D6478BD642FU, 0xE7037ED1A0B428DBU, 0x8EBC6AF09C88C6E3U, 0x1D8E4E27C47D124FU,
      0x589965CC75374CC3U};
  return hash * odd.at(static_cast<std::size_t>(kind));
}

std::uint64_t TraceWeights::pair_key(TraceFeature kind, std::uint64_t first, std::uint64_t second) {
  return key(kind, (first ^ first >> 31U) * 0xBF58476D1CE4E5B9U + second);
}

namespace {

bool of_two(TraceFeature kind) {
  return kind == TraceFeature::pair || kind == TraceFeature::gap || kind == TraceFeature::apart;
}

}  // namespace

std::uint64_t TraceWeights::key(TraceFeature kind, std::string_view name) {
  if (const std::size_t blank = name.find(' '); of_two(kind))
    return pair_key(kind, Lexicon::hash_of(name.substr(0, blank)).low,
                    Lexicon::hash_of(name.substr(std::min(blank + 1, name.size()))).low);
  return key(kind, Lexicon::hash_of(name).low);
}

namespace {

/// Calls `take(key, weight)` for every feature of one kind.
template <typename Take>
void each_weight(TraceFeature kind, const yaml::Value& features, Take take) {
  for (const auto& [feature, weight] : features.entries()) {
    if (of_two(kind) && feature.text().find(' ') == std::string::npos)
      throw feature.fault(say({"een paar is twee woorden", "a pair is two words"}));
    take(TraceWeights::key(kind, feature.text()), static_cast<float>(weight.number()));
  }
}

std::uint32_t class_named(const yaml::Value& name) {
  const std::vector<std::string> known(trace_classes.begin(), trace_classes.end());
  const std::string text = yaml::one_of(name, known, {"spoorklasse", "trace class"});
  return static_cast<std::uint32_t>(std::find(known.begin(), known.end(), text) - known.begin());
}

}  // namespace

TraceWeights TraceWeights::read(const yaml::Value& value) {
  yaml::Map map(value);
  TraceWeights made;
  made.threshold_ = map.required("threshold").number();
  made.strong_ = map.required("strong").number();
  made.weak_ = map.number("weak", 0);
  for (const std::string& word : map.texts("who")) made.who_.push_back(Lexicon::hash_of(word).low);
  std::sort(made.who_.begin(), made.who_.end());
  if (const auto again = map.optional("again")) {
    yaml::Map values(*again);
    made.again_ = {values.number("any", 0),    values.number("own", 1),
                   values.number("others", 0), values.number("before", 0),
                   values.number("behind", 0), values.number("sentences", 0)};
    values.done();
  }
  for (std::size_t kind = 0; kind < trace_feature_count; ++kind)
    each_weight(static_cast<TraceFeature>(kind), map.required(trace_feature_names().at(kind)),
                [&](std::uint64_t key, float weight) { made.weights_.emplace_back(key, weight); });
  if (const auto classes = map.optional("classes"))
    for (const auto& [name, features] : classes->entries()) {
      const std::uint32_t trace_class = class_named(name);
      yaml::Map kinds(features);
      for (std::size_t kind = 0; kind < trace_feature_count; ++kind)
        if (const auto some = kinds.optional(trace_feature_names().at(kind)))
          each_weight(static_cast<TraceFeature>(kind), *some, [&](std::uint64_t key, float weight) {
            made.class_weights_.push_back({key, trace_class, weight});
          });
      kinds.done();
    }
  map.done();
  std::sort(made.weights_.begin(), made.weights_.end());
  std::sort(made.class_weights_.begin(), made.class_weights_.end(),
            [](const ClassWeight& a, const ClassWeight& b) {
              return std::pair(a.key, a.trace_class) < std::pair(b.key, b.trace_class);
            });
  made.index();
  return made;
}

void TraceWeights::index() {
  starts_.assign((std::size_t{1} << index_bits) + 1, 0);
  for (const auto& [key, weight] : weights_) ++starts_[(key >> (64U - index_bits)) + 1];
  std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
  filter_.assign((std::size_t{1} << filter_bits) / 64, 0);
  const auto know = [this](std::uint64_t key) {
    const std::uint64_t bit = key >> (64U - filter_bits);
    filter_[bit / 64] |= std::uint64_t{1} << bit % 64;
  };
  for (const auto& [key, weight] : weights_) know(key);
  for (const ClassWeight& one : class_weights_) know(one.key);
}

std::string_view TraceWeights::class_of(const std::vector<std::uint64_t>& keys) const {
  std::array<double, trace_classes.size()> sums{};
  bool any = false;
  for (const std::uint64_t key : keys) {
    auto at = std::lower_bound(class_weights_.begin(), class_weights_.end(), key,
                               [](const ClassWeight& one, std::uint64_t k) { return one.key < k; });
    for (; at != class_weights_.end() && at->key == key; ++at) {
      sums.at(at->trace_class) += at->weight;
      any = true;
    }
  }
  if (!any) return {};
  return trace_classes.at(
      static_cast<std::size_t>(std::max_element(sums.begin(), sums.end()) - sums.begin()));
}

double TraceWeights::of(std::uint64_t key) const {
  if (weights_.empty()) return 0;
  const std::size_t front = key >> (64U - index_bits);
  for (std::size_t i = starts_[front]; i < starts_[front + 1]; ++i)
    if (weights_[i].first == key) return weights_[i].second;
  return 0;
}

}  // namespace report
