// SPDX-License-Identifier: EUPL-1.2
#include "find/leftovers.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "base/deadline.hpp"
#include "find/certainty.hpp"
#include "find/leftover_features.hpp"
#include "find/misread.hpp"
#include "find/name_words.hpp"

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

namespace {

/// Weighs the words of one text.
class Weighing {
 public:
  Weighing(const LookedUp& text, const Found& found, const Rulebook& rulebook,
           const FindOptions& options)
      : text_(text),
        rules_(rulebook.find.leftovers),
        find_(rulebook.find),
        options_(options),
        left_(text, found, rulebook),
        ordinary_(name_classes(rulebook.lexicon).any_ordinary()) {}

  std::vector<Finding> findings() {
    for (std::size_t i = 0; i < text_.size(); ++i) look_at(i);
    return std::move(findings_);
  }

 private:
  /// How certain it is that a word belongs to an identifier; its rows are in rows_.
  double weigh(std::size_t i) {
    double odds = 0;
    rows_.clear();
    left_.each(i, [&](LeftoverFeature kind, std::string_view, std::string_view, std::uint64_t one,
                      std::uint64_t other) {
      if (const auto row = rules_.weights.find(LeftoverRules::key(kind, one, other))) {
        odds += rules_.weights.value(*row);
        rows_.push_back(*row);
      }
    });
    const bool rest = left_.beside_removed(i) && !left_.is_stopword(i);
    return certainty_of(odds, rules_.unsure, rest ? rules_.beside : rules_.remove);
  }

  [[nodiscard]] const std::string& likeliest_type() const {
    std::vector<double> sums(find_.types.size(), 0);
    for (const std::uint32_t row : rows_)
      for (std::size_t type = 0; type < sums.size(); ++type)
        sums[type] += rules_.weights.weight(row, type);
    return find_
        .types[static_cast<std::size_t>(std::max_element(sums.begin(), sums.end()) - sums.begin())]
        .id;
  }

  void look_at(std::size_t i) {
    check_deadline();
    if (!left_.left(i) || left_.is_small(i) || text_.is(i, rules_.spared) || is_misread_word(i))
      return;
    double certainty = weigh(i);
    // What a rule protects or flags stays: a person is shown it.
    if (left_.held(i)) certainty = std::min(certainty, options_.threshold - 0.01);
    if (certainty < options_.unsure) return;
    Finding finding;
    finding.span = {text_.tokens()[i].begin, text_.tokens()[i].end};
    finding.type = likeliest_type();
    finding.rule = LeftoverRules::rule_of(finding.type);
    finding.certainty = certainty;
    // A row of words is one finding, and so are two with a small word between: "mees van acker".
    const bool removed = certainty >= options_.threshold;
    const bool in_row =
        last_ && (*last_ + 1 == i || (*last_ + 2 == i && left_.left(i - 1) &&
                                      left_.is_small(i - 1) && !text_.tokens()[i - 1].line_start));
    if (in_row && findings_.back().type == finding.type &&
        (findings_.back().certainty >= options_.threshold) == removed &&
        !text_.tokens()[i].line_start) {
      findings_.back().span.end = finding.span.end;
      findings_.back().certainty = std::max(findings_.back().certainty, certainty);
    } else {
      findings_.push_back(std::move(finding));
    }
    last_ = i;
  }

  /// "verantwoorde1ijk" of a scan: an ordinary word, whatever its shape says.
  [[nodiscard]] bool is_misread_word(std::size_t i) const {
    if (text_.tokens()[i].kind != TokenKind::mixed) return false;
    const auto meant = misread(text_.document->word(text_.tokens()[i]));
    if (!meant) return false;
    const std::string word = fold(*meant);
    return (text_.lexicon->classes_of(word) & ordinary_) != 0 ||
           is_compound(word, *text_.lexicon, ordinary_);
  }

  const LookedUp& text_;
  const LeftoverRules& rules_;
  const FindRules& find_;
  const FindOptions& options_;
  LeftoverFeatures left_;
  Classes ordinary_;
  std::vector<std::uint32_t> rows_;
  std::optional<std::size_t> last_;  // the word of the last finding
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> leftover_findings(const LookedUp& text, const Found& found,
                                       const Rulebook& rulebook, const FindOptions& options) {
  if (rulebook.find.leftovers.empty()) return {};
  return Weighing(text, found, rulebook, options).findings();
}

}  // namespace report
