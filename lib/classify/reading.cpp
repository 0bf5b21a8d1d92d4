// SPDX-License-Identifier: EUPL-1.2
#include "classify/reading.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "classify/word_features.hpp"

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
  const auto found =
      std::count_if(counts.begin(), counts.end(), [](auto count) { return count > 0; });
  const double share = std::sqrt(std::max<double>(static_cast<double>(found), 1) / usual_cues);
  std::transform(counts.begin(), counts.end(), values.begin(),
                 [&](std::size_t count) { return value_of(count) / share; });
  return values;
}

/// The word features that have weights; all their shares make a vector of length 1.
std::vector<WordHit> words_in(const LookedUp& text, const ClassifyRules& rules) {
  std::vector<WordHit> hits;
  std::map<std::uint32_t, std::uint32_t> counts;
  for_each_word_feature(text, rules.alike,
                        [&](std::string_view name, std::uint32_t begin, std::uint32_t end) {
                          const auto feature = rules.words.find(Lexicon::hash_of(name).low);
                          if (!feature) return;
                          hits.push_back({*feature, begin, end, 0});
                          ++counts[*feature];
                        });
  const auto worth = [&](std::uint32_t feature, std::uint32_t count) {
    return rules.words.value(feature) * (1 + std::log(static_cast<double>(count)));
  };
  double square = 0;
  for (const auto& [feature, count] : counts) square += std::pow(worth(feature, count), 2);
  const double length = std::sqrt(std::max(square, 1e-9));
  for (WordHit& hit : hits) {
    const std::uint32_t count = counts[hit.feature];
    hit.share = static_cast<float>(worth(hit.feature, count) / length / count);
  }
  return hits;
}

/// Makes the scores of one kind (or two) add up to 1.
void vie(const ClassifyRules& rules, std::string_view kind, std::string_view other,
         std::vector<double>& scores) {
  const auto among = [&](std::size_t i) {
    return rules.outputs[i].kind == kind || rules.outputs[i].kind == other;
  };
  double greatest = -HUGE_VAL;
  for (std::size_t i = 0; i < scores.size(); ++i)
    if (among(i)) greatest = std::max(greatest, scores[i]);
  double all = 0;
  for (std::size_t i = 0; i < scores.size(); ++i)
    if (among(i)) all += scores[i] = std::exp(scores[i] - greatest);
  for (std::size_t i = 0; i < scores.size(); ++i)
    if (among(i)) scores[i] /= all;
}

double score_of(const ClassifyRules& rules, const std::vector<double>& scores,
                std::string_view id) {
  for (std::size_t i = 0; i < rules.outputs.size(); ++i)
    if (rules.outputs[i].id == id) return scores[i];
  return 0;
}

std::vector<double> scores_of(const std::vector<double>& values, const std::vector<WordHit>& words,
                              const ClassifyRules& rules) {
  std::vector<double> scores;
  for (std::size_t i = 0; i < rules.outputs.size(); ++i) {
    double sum = rules.outputs[i].bias;
    for (const auto& [cue, weight] : rules.outputs[i].weights) sum += weight * values[cue];
    for (const WordHit& hit : words) sum += hit.share * rules.words.weight(hit.feature, i);
    scores.push_back(sum);
  }
  vie(rules, "category", "scope", scores);
  vie(rules, "route", "route", scores);
  for (std::size_t i = 0; i < rules.outputs.size(); ++i) {
    if (rules.outputs[i].kind != "sign") continue;
    double of = 0, among = 0, greatest = 0;
    for (const std::string& id : rules.outputs[i].of) of += score_of(rules, scores, id);
    for (const std::string& id : rules.outputs[i].among) {
      among += score_of(rules, scores, id);
      greatest = std::max(greatest, score_of(rules, scores, id));
    }
    scores[i] = rules.outputs[i].of.empty() ? greatest : of / std::max(among, 1e-12);
  }
  return scores;
}

}  // namespace

double Reading::score(const ClassifyRules& rules, std::string_view output) const {
  return score_of(rules, scores, output);
}

const Output* Reading::likeliest(const ClassifyRules& rules, std::string_view kind) const {
  const Output* best = nullptr;
  double greatest = -1;
  for (std::size_t i = 0; i < rules.outputs.size(); ++i)
    if (rules.outputs[i].kind == kind && scores[i] > greatest) {
      best = &rules.outputs[i];
      greatest = scores[i];
    }
  return best;
}

Reading read_cues_in(const std::string& text, const std::vector<Span>& labels,
                     const Rulebook& rulebook) {
  Reading reading;
  reading.document = std::make_unique<Document>(read_document({"", text, std::nullopt}, labels));
  reading.text = look_up(*reading.document, rulebook.lexicon);
  reading.hits = find_cues(reading.text, rulebook.classify);
  reading.values = values_of(reading.hits, rulebook.classify.cues.cues.size());
  reading.words = words_in(reading.text, rulebook.classify);
  reading.scores = scores_of(reading.values, reading.words, rulebook.classify);
  return reading;
}

Span to_note(const ScrubbedText& text, const Document& document, std::uint32_t begin,
             std::uint32_t end) {
  const Span view{document.tokens[begin].begin, document.tokens[end - 1].end};
  return text.to_note(document.clean.to_source(document.view.to_source(view)));
}

}  // namespace report
