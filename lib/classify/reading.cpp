// SPDX-License-Identifier: EUPL-1.2
#include "classify/reading.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace report {
namespace {

/// What several hits of one cue count for; rules/classify/train has the same.
double value_of(std::size_t hits) {
  constexpr std::size_t most_hits = 8;
  constexpr double power = 0.7;
  return std::pow(static_cast<double>(std::min(hits, most_hits)), power);
}

/// Different cues in a usual note: in a note with more of them each counts for less.
constexpr double usual_cues = 12;

std::vector<double> values_of(const std::vector<CueHit>& hits, std::size_t cues) {
  std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
  std::vector<std::size_t> counts(cues);
  for (const CueHit& hit : hits)
    if (!hit.negated && seen.emplace(hit.cue, hit.begin).second) ++counts[hit.cue];
  std::vector<double> values(cues);
  const auto found = std::count_if(counts.begin(), counts.end(), [](auto count) { return count > 0; });
  const double share = std::sqrt(std::max<double>(static_cast<double>(found), 1) / usual_cues);
  std::transform(counts.begin(), counts.end(), values.begin(),
                 [&](std::size_t count) { return value_of(count) / share; });
  return values;
}

std::vector<double> scores_of(const std::vector<double>& values, const ClassifyRules& rules) {
  std::vector<double> scores;
  double greatest = -INFINITY;
  for (const Output& output : rules.outputs) {
    double sum = output.bias;
    for (const auto& [cue, weight] : output.weights) sum += weight * values[cue];
    if (output.kind != "sign") greatest = std::max(greatest, sum);
    scores.push_back(sum);
  }
  double all = 0;
  for (std::size_t i = 0; i < scores.size(); ++i)
    if (rules.outputs[i].kind != "sign") all += std::exp(scores[i] - greatest);
  for (std::size_t i = 0; i < scores.size(); ++i)
    scores[i] = rules.outputs[i].kind == "sign" ? 1 / (1 + std::exp(-scores[i]))
                                                : std::exp(scores[i] - greatest) / all;
  return scores;
}

}  // namespace

double Reading::score(const ClassifyRules& rules, std::string_view output) const {
  for (std::size_t i = 0; i < rules.outputs.size(); ++i)
    if (rules.outputs[i].id == output) return scores[i];
  return 0;
}

Reading read_cues_in(const std::string& text, const std::vector<Span>& labels,
                     const Rulebook& rulebook) {
  Reading reading;
  reading.document = std::make_unique<Document>(read_document({"", text, std::nullopt}, labels));
  reading.text = look_up(*reading.document, rulebook.lexicon);
  reading.hits = find_cues(reading.text, rulebook.classify.cues);
  reading.values = values_of(reading.hits, rulebook.classify.cues.cues.size());
  reading.scores = scores_of(reading.values, rulebook.classify);
  return reading;
}

Span to_note(const ScrubbedText& text, const Document& document, std::uint32_t begin,
             std::uint32_t end) {
  const Span view{document.tokens[begin].begin, document.tokens[end - 1].end};
  return text.to_note(document.clean.to_source(document.view.to_source(view)));
}

}  // namespace report
