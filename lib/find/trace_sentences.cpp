// SPDX-License-Identifier: EUPL-1.2
#include "find/trace_sentences.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "find/trace_features.hpp"

namespace report {
namespace {

/// What the weights come to for each sentence of a note.
std::vector<double> sums_of(const std::vector<TraceSentence>& sentences,
                            const TraceWeights& weights) {
  std::vector<double> first, chances;
  double expected = 0;
  for (const TraceSentence& sentence : sentences) {
    double sum = 0;
    for (const std::uint64_t key : sentence.keys) sum += weights.of(key);
    first.push_back(sum);
    chances.push_back(1 / (1 + std::exp(-sum)));
    expected += chances.back();
  }
  const TraceWeights::Again& again = weights.again();
  constexpr double some = 0.5;  // a text of one sentence need not betray anybody
  std::vector<double> sums;
  for (std::size_t i = 0; i < first.size(); ++i)
    sums.push_back(again.any + again.own * first[i] +
                   again.others * std::log(expected - chances[i] + some) +
                   again.before * (i > 0 ? chances[i - 1] : 0) +
                   again.behind * (i + 1 < first.size() ? chances[i + 1] : 0) +
                   again.sentences * std::log(static_cast<double>(first.size())));
  return sums;
}

}  // namespace

std::vector<TraceSentence> trace_sentences(const LookedUp& text, const std::vector<Trace>& traces,
                                           const TraceWeights& weights, bool named) {
  std::map<std::uint32_t, TraceSentence> by_number;
  for (std::size_t i = 0; i < traces.size(); ++i) {
    const std::size_t token = token_at(text.tokens(), traces[i].span.begin);
    if (token < text.size()) by_number[text.sentence[token]].hits.push_back(i);
  }
  const NoteFacts note(text, by_number.size());
  std::vector<TraceSentence> sentences;
  for (auto& [number, sentence] : by_number) {
    const auto range = std::equal_range(text.sentence.begin(), text.sentence.end(), number);
    sentence.begin = static_cast<std::size_t>(range.first - text.sentence.begin());
    sentence.end = static_cast<std::size_t>(range.second - text.sentence.begin());
    sentences.push_back(std::move(sentence));
  }
  for (std::size_t i = 0; i < sentences.size(); ++i)
    add_features(text, traces, note, weights,
                 {i > 0 ? &sentences[i - 1] : nullptr,
                  i + 1 < sentences.size() ? &sentences[i + 1] : nullptr},
                 sentences[i], named);
  return sentences;
}

std::vector<Trace> weigh_traces(const LookedUp& text, std::vector<Trace> traces,
                                const TraceWeights& weights) {
  if (weights.empty() || traces.empty()) return traces;
  struct Worth {
    std::size_t hit;
    double certainty, weight;
  };
  std::vector<Trace> told;
  const std::vector<TraceSentence> sentences = trace_sentences(text, traces, weights);
  const std::vector<double> sums = sums_of(sentences, weights);
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    if (sums[i] < weights.threshold()) continue;
    const TraceSentence& sentence = sentences[i];
    std::vector<Worth> hits;
    for (const std::size_t hit : sentence.hits)
      hits.push_back({hit, traces[hit].certainty,
                      weights.of(TraceWeights::key(TraceFeature::rule, traces[hit].rule))});
    std::stable_sort(hits.begin(), hits.end(), [](const Worth& a, const Worth& b) {
      return std::pair(a.certainty, a.weight) > std::pair(b.certainty, b.weight);
    });
    const auto tell = [&](std::string_view trace_class, const Worth& by) {
      told.push_back({{text.tokens()[sentence.begin].begin, text.tokens()[sentence.end - 1].end},
                      std::string(trace_class),
                      traces[by.hit].rule,
                      by.certainty});
    };
    if (hits.front().certainty <= weights.weak()) {
      // Whose class it is, or the rule that says least.
      if (const std::string_view likely = weights.class_of(sentence.keys); !likely.empty()) {
        const auto own = std::find_if(hits.begin(), hits.end(), [&](const Worth& worth) {
          return traces[worth.hit].trace_class == likely;
        });
        tell(likely, own != hits.end() ? *own : hits.back());
        continue;
      }
    }
    std::set<std::string_view> classes;
    for (const Worth& worth : hits) {
      const auto& [hit, certainty, weight] = worth;
      const bool further = !classes.empty();
      if (further && (certainty < hits.front().certainty || weight < weights.strong())) break;
      if (!classes.insert(traces[hit].trace_class).second) continue;
      tell(traces[hit].trace_class, worth);
    }
  }
  return told;
}

}  // namespace report
