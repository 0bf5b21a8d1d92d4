// SPDX-License-Identifier: EUPL-1.2
#include "find/leftovers.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "base/deadline.hpp"
#include "find/certainty.hpp"
#include "find/leftover_features.hpp"
#include "find/misread.hpp"
#include "find/name_words.hpp"

namespace report {
namespace {

/// Which words of a text are weighed at all.
class Weighed {
 public:
  Weighed(const LookedUp& text, const Rulebook& rulebook)
      : text_(text),
        spared_(rulebook.find.leftovers.spared),
        ordinary_(name_classes(rulebook.lexicon).any_ordinary()) {}

  [[nodiscard]] bool operator()(const LeftoverFeatures& left, std::size_t i) const {
    return left.left(i) && !left.is_small(i) && !text_.is(i, spared_) && !is_misread_word(i);
  }

 private:
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
  Classes spared_, ordinary_;
};

template <typename IsWeighed>
WordsBeside words_beside(const LeftoverFeatures& left, std::size_t i, IsWeighed is_weighed) {
  WordsBeside words;
  std::size_t next = 0;
  for (const int way : {-1, 1}) {
    std::optional<std::size_t> word = i;
    for (int far = 0; far < 2; ++far) {
      if (word) word = left.beside(*word, way);
      if (word && is_weighed(*word)) words.at(next) = word;
      ++next;
    }
  }
  return words;
}

/// Weighs the words of one text: each by itself, then with the odds of the words beside it; then
/// once more those beside a word that went, since they may be the rest of it. The odds beside
/// remain those of the first weighing.
class Weighing {
 public:
  Weighing(const LookedUp& text, const Found& found, const Rulebook& rulebook,
           const FindOptions& options)
      : text_(text),
        rules_(rulebook.find.leftovers),
        find_(rulebook.find),
        options_(options),
        weights_beside_(rules_.weights_beside()),
        left_(text, found, rulebook),
        weighed_(text, rulebook),
        odds_(text.size()),
        from_beside_(text.size(), 0),
        verdicts_(text.size()) {}

  std::vector<Finding> findings() {
    for (std::size_t i = 0; i < text_.size(); ++i)
      if (weighed_(left_, i)) odds_[i] = odds_of(i);
    for (std::size_t i = 0; i < text_.size(); ++i)
      if (odds_[i]) from_beside_[i] = odds_from_beside(i);
    for (std::size_t i = 0; i < text_.size(); ++i)
      if (odds_[i]) decide(i, *odds_[i], rules_.beside);
    std::vector<std::size_t> gone;
    for (std::size_t i = 0; i < text_.size(); ++i)
      if (removes(i)) gone.push_back(i);
    for (const std::size_t i : gone) left_.remove(i, verdicts_[i].type);
    std::vector<std::size_t> rest;
    for (const std::size_t i : gone)
      for (const int way : {-1, 1})
        if (const auto word = left_.beside(i, way); word && (rest.empty() || rest.back() != *word))
          rest.push_back(*word);  // once between two
    for (const std::size_t i : rest)
      if (weighed_(left_, i)) {
        // A small word that was not weighed before: nothing stood beside it.
        if (!odds_[i]) from_beside_[i] = odds_from_beside(i);
        decide(i, odds_of(i), rules_.again);
      }
    recall();
    for (std::size_t i = 0; i < text_.size(); ++i) gather(i);
    return std::move(findings_);
  }

 private:
  /// What is thought of a word: how certainly it belongs to an identifier, of which type.
  struct Verdict {
    double certainty = 0;
    std::size_t type = 0;
  };

  [[nodiscard]] bool removes(std::size_t i) const {
    return verdicts_[i].certainty >= options_.threshold;
  }

  /// Calls `take(row)` for every feature of the word that the table has.
  template <typename Take>
  void each_row(std::size_t i, Take take) const {
    left_.each(i, [&](LeftoverFeature kind, std::string_view, std::string_view, std::uint64_t one,
                      std::uint64_t other) {
      if (const auto row = rules_.weights.find(LeftoverRules::key(kind, one, other))) take(*row);
    });
  }

  /// What the features of the word come to.
  [[nodiscard]] double odds_of(std::size_t i) const {
    check_deadline();
    double odds = 0;
    each_row(i, [&](std::uint32_t row) { odds += rules_.weights.value(row); });
    return odds;
  }

  /// What the words beside a word add. One that is not weighed counts as the least.
  [[nodiscard]] double odds_from_beside(std::size_t i) const {
    const WordsBeside words =
        words_beside(left_, i, [&](std::size_t other) { return odds_[other].has_value(); });
    double sum = 0;
    for (std::size_t k = 0; k < words.size(); ++k) {
      const double odds = words.at(k) ? *odds_[*words.at(k)] : LeftoverRules::least_odds;
      sum += weights_beside_.at(k) *
             std::clamp(odds, LeftoverRules::least_odds, LeftoverRules::most_odds);
    }
    return sum;
  }

  /// `beside` is what it takes where the word stands beside something removed.
  void decide(std::size_t i, double own, double beside) {
    const double odds = own + from_beside_[i];
    const bool rest = left_.beside_removed(i) && !left_.is_stopword(i);
    Verdict verdict{certainty_of(odds, rules_.unsure, rest ? beside : rules_.remove), 0};
    // What a rule protects or flags stays: a person is shown it.
    if (left_.held(i)) verdict.certainty = std::min(verdict.certainty, options_.threshold - 0.01);
    if (verdict.certainty < options_.unsure || verdict.certainty <= verdicts_[i].certainty) return;
    verdict.type = likeliest_type(i);
    verdicts_[i] = verdict;
  }

  [[nodiscard]] std::size_t likeliest_type(std::size_t i) const {
    std::vector<double> sums(find_.types.size(), 0);
    each_row(i, [&](std::uint32_t row) {
      for (std::size_t type = 0; type < sums.size(); ++type)
        sums[type] += rules_.weights.weight(row, type);
    });
    return static_cast<std::size_t>(std::max_element(sums.begin(), sums.end()) - sums.begin());
  }

  /// A word of no list that went once goes everywhere in the note.
  void recall() {
    constexpr std::size_t shortest = 4;
    std::map<std::string_view, Verdict> gone;
    const auto nameless = [&](std::size_t i) {
      return text_.tokens()[i].is_word() && text_.classes[i] == 0 &&
             text_.folded[i].size() >= shortest;
    };
    for (std::size_t i = 0; i < text_.size(); ++i)
      if (nameless(i) && removes(i)) gone.emplace(text_.folded[i], verdicts_[i]);
    if (gone.empty()) return;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (!nameless(i) || removes(i) || !left_.left(i) || left_.held(i)) continue;
      if (const auto same = gone.find(text_.folded[i]); same != gone.end())
        verdicts_[i] = same->second;
    }
  }

  /// A row of words is one finding, and so are two with a small word between: "mees van acker".
  void gather(std::size_t i) {
    const Verdict& verdict = verdicts_[i];
    if (verdict.certainty < options_.unsure) return;
    const std::string& type = find_.types[verdict.type].id;
    const bool in_row = last_ && (*last_ + 1 == i ||
                                  (*last_ + 2 == i && left_.left(i - 1) &&
                                   left_.is_stopword(i - 1) && !text_.tokens()[i - 1].line_start));
    if (in_row && findings_.back().type == type &&
        (findings_.back().certainty >= options_.threshold) == removes(i) &&
        !text_.tokens()[i].line_start) {
      findings_.back().span.end = text_.tokens()[i].end;
      findings_.back().certainty = std::max(findings_.back().certainty, verdict.certainty);
    } else {
      Finding finding;
      finding.span = {text_.tokens()[i].begin, text_.tokens()[i].end};
      finding.type = type;
      finding.rule = LeftoverRules::rule_of(type);
      finding.certainty = verdict.certainty;
      findings_.push_back(std::move(finding));
    }
    last_ = i;
  }

  const LookedUp& text_;
  const LeftoverRules& rules_;
  const FindRules& find_;
  const FindOptions& options_;
  std::array<double, words_beside_count> weights_beside_;
  LeftoverFeatures left_;
  Weighed weighed_;
  std::vector<std::optional<double>> odds_;  // of each token by itself, where it is weighed
  std::vector<double> from_beside_;          // what the words beside it add to them
  std::vector<Verdict> verdicts_;            // of each token
  std::optional<std::size_t> last_;          // the word of the last finding
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<LeftoverWord> leftover_words(const LookedUp& text, const Found& found,
                                         const Rulebook& rulebook) {
  const LeftoverFeatures left(text, found, rulebook);
  const Weighed weighed(text, rulebook);
  std::vector<LeftoverWord> words;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!weighed(left, i)) continue;
    LeftoverWord word{
        i, {}, words_beside(left, i, [&](std::size_t other) { return weighed(left, other); })};
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
  if (rulebook.find.leftovers.empty()) return {};
  return Weighing(text, found, rulebook, options).findings();
}

bool is_leftover(const Finding& finding) {
  return finding.rule == LeftoverRules::rule_of(finding.type);
}

}  // namespace report
