// SPDX-License-Identifier: EUPL-1.2
#include "classify/classify.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "base/deadline.hpp"

namespace report {
namespace {

/// Weight under which a cue is not worth showing.
constexpr double smallest_shown = 0.1;
/// Weight of a passage whose words speak for an output, from which it is worth showing; how many at
/// most.
constexpr double smallest_passage = 0.1;
constexpr std::size_t most_passages = 6;

/// The words that spoke for an output without a cue: tokens, each with the sum of its features. The
/// strongest, in the order of the note; neighbours are one passage.
std::vector<Evidence> words_for(std::size_t output, const Reading& reading,
                                const ScrubbedText& text, const ClassifyRules& rules) {
  std::vector<double> weights(reading.text.size());
  for (const WordHit& hit : reading.words) {
    const double weight = hit.share * rules.words.weight(hit.feature, output);
    for (std::uint32_t at = hit.begin; at < hit.end; ++at)
      weights[at] += weight / (hit.end - hit.begin);
  }
  std::vector<Evidence> passages;
  for (std::uint32_t at = 0; at < weights.size(); ++at) {
    if (weights[at] < smallest_passage / 2) continue;
    std::uint32_t end = at;
    double sum = 0;
    while (end < weights.size() && weights[end] >= smallest_passage / 2) sum += weights[end++];
    const Span span = to_note(text, *reading.document, at, end);
    if (sum >= smallest_passage) passages.push_back({span.begin, span.end, "words", sum});
    at = end;
  }
  std::stable_sort(passages.begin(), passages.end(),
                   [](const Evidence& a, const Evidence& b) { return a.weight > b.weight; });
  passages.resize(std::min(passages.size(), most_passages));
  return passages;
}

/// What spoke for an output, in the order of the note: cues, and passages by their words.
std::vector<Evidence> evidence_for(const Output& output, const Reading& reading,
                                   const ScrubbedText& text, const ClassifyRules& rules) {
  std::vector<Evidence> evidence =
      words_for(static_cast<std::size_t>(&output - rules.outputs.data()), reading, text, rules);
  std::set<std::pair<std::size_t, std::string_view>> shown;
  for (const CueHit& hit : reading.hits) {
    check_deadline();
    if (hit.negated) continue;
    const auto at = std::find_if(output.weights.begin(), output.weights.end(),
                                 [&](const auto& vote) { return vote.first == hit.cue; });
    if (at == output.weights.end() || at->second < smallest_shown) continue;
    const Span span = to_note(text, *reading.document, hit.begin, hit.end);
    const std::string& rule = rules.cues.cues[hit.cue].id;
    if (shown.emplace(span.begin, rule).second)
      evidence.push_back({span.begin, span.end, rule, at->second});
  }
  std::stable_sort(evidence.begin(), evidence.end(),
                   [](const Evidence& a, const Evidence& b) { return a.start < b.start; });
  return evidence;
}

}  // namespace

Classification classify(const ScrubbedText& text, const Reading& reading,
                        const Rulebook& rulebook) {
  const ClassifyRules& rules = rulebook.classify;
  Classification classification;
  const Output* const category = reading.likeliest(rules, "category");
  const Output* const scope = reading.likeliest(rules, "scope");
  const auto score = [&](const Output* output) {
    return output == nullptr ? -1 : reading.score(rules, output->id);
  };
  if (category == nullptr || score(scope) > score(category)) {
    classification.scope = scope == nullptr ? "other" : scope->id;
    if (scope != nullptr) {
      classification.scope_score = score(scope);
      classification.scope_evidence = evidence_for(*scope, reading, text, rules);
    }
    return classification;
  }
  classification.scope = "integrity";
  for (const Output& output : rules.outputs) {
    if (output.kind != "category") continue;
    classification.scope_score += score(&output);
    if (&output == category || score(&output) >= rules.holds)
      classification.categories.push_back(
          {output.id, score(&output), evidence_for(output, reading, text, rules)});
  }
  std::stable_sort(classification.categories.begin(), classification.categories.end(),
                   [](const auto& a, const auto& b) { return a.score > b.score; });
  return classification;
}

Classification classify(const ScrubbedText& text, const Rulebook& rulebook) {
  return classify(text, read_cues_in(text, rulebook), rulebook);
}

}  // namespace report
