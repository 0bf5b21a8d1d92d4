// SPDX-License-Identifier: EUPL-1.2
#include "find/leftovers.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "find/certainty.hpp"
#include "find/leftover_features.hpp"

namespace report {

std::vector<LeftoverWord> leftover_words(const LookedUp& text, const Found& found,
                                         const Rulebook& rulebook) {
  const LeftoverFeatures left(text, found, rulebook);
  std::vector<LeftoverWord> words;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!left.left(i)) continue;
    LeftoverWord word{i, {}};
    left.each(i, [&](LeftoverFeature kind, std::string_view one, std::string_view other,
                     std::uint64_t, std::uint64_t) {
      std::string feature(leftover_feature_names().at(static_cast<std::size_t>(kind)));
      for (const std::string_view name : {one, other})
        if (!name.empty()) feature += fmt::format(" {}", name);
      word.features.push_back(std::move(feature));
    });
    words.push_back(std::move(word));
  }
  return words;
}

std::vector<Finding> leftover_findings(const LookedUp& text, const Found& found,
                                       const Rulebook& rulebook, const FindOptions& options) {
  const LeftoverRules& rules = rulebook.find.leftovers;
  if (rules.empty()) return {};
  const LeftoverFeatures left(text, found, rulebook);
  const std::size_t types = rulebook.find.types.size();
  std::vector<Finding> findings;
  std::vector<std::uint32_t> rows;
  std::optional<std::size_t> last;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!left.left(i) || left.is_small(i) || text.is(i, rules.spared)) continue;
    double odds = 0;
    rows.clear();
    left.each(i, [&](LeftoverFeature kind, std::string_view, std::string_view, std::uint64_t one,
                     std::uint64_t other) {
      if (const auto row = rules.weights.find(LeftoverRules::key(kind, one, other))) {
        odds += rules.weights.value(*row);
        rows.push_back(*row);
      }
    });
    const double removed_from = left.beside_removed(i) ? rules.beside : rules.remove;
    double certainty = certainty_of(odds, rules.unsure, removed_from);
    // What a rule protects or flags stays: a person is shown it.
    if (left.held(i)) certainty = std::min(certainty, options.threshold - 0.01);
    if (certainty < options.unsure) continue;
    std::vector<double> sums(types, 0);
    for (const std::uint32_t row : rows)
      for (std::size_t type = 0; type < types; ++type)
        sums[type] += rules.weights.weight(row, type);
    const auto best =
        static_cast<std::size_t>(std::max_element(sums.begin(), sums.end()) - sums.begin());
    Finding finding;
    finding.span = {text.tokens()[i].begin, text.tokens()[i].end};
    finding.type = rulebook.find.types[best].id;
    finding.rule = LeftoverRules::rule_of(finding.type);
    finding.certainty = certainty;
    // A row of words is one finding, and so are two with a small word between: "mees van acker".
    const bool removed = certainty >= options.threshold;
    const bool in_row =
        last && (*last + 1 == i || (*last + 2 == i && left.left(i - 1) && left.is_small(i - 1) &&
                                    !text.tokens()[i - 1].line_start));
    if (in_row && findings.back().type == finding.type &&
        (findings.back().certainty >= options.threshold) == removed &&
        !text.tokens()[i].line_start) {
      findings.back().span.end = finding.span.end;
      findings.back().certainty = std::max(findings.back().certainty, certainty);
    } else {
      findings.push_back(std::move(finding));
    }
    last = i;
  }
  return findings;
}

}  // namespace report
