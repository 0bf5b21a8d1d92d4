// SPDX-License-Identifier: EUPL-1.2
// What speaks for and against a sentence giving the reporter away: the learnt weights of
// rules/trace/weights.yaml. rules/trace/train writes them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rulebook/yaml.hpp"

namespace report {

/// What is known of a sentence is told in features, each of a kind: the `rule`s that found
/// something in it and their classes of `trace`, its `word`s (folded), the `start`s of its long
/// words, the lexicon classes of its words (`list`), what the `note` around it is like, every
/// `pair` of words in a row (^ stands before the first), the words of the `previous` and the `next`
/// sentence, two words with a `gap` of one or two others between, each of the words that tell `who`
/// with each other word of the sentence (`apart`), and the classes of trace in the sentence with
/// hits `before` it and `behind` it.
enum class TraceFeature : std::uint8_t {
  rule,
  trace,
  word,
  start,
  list,
  note,
  pair,
  previous,
  next,
  gap,
  apart,
  before,
  behind
};
constexpr std::size_t trace_feature_count = 13;

/// The classes of traces: domain.md, section 6.
inline constexpr std::array<std::string_view, 15> trace_classes{
    "unique_role",       "minority_trait", "relation", "shared_event",    "vantage",
    "exact_time",        "absence",        "career",   "prior_complaint", "document_access",
    "number_of_knowers", "own_role",       "damage",   "quote",           "first_person"};
/// Their names in YAML, in the order of the enumeration.
const std::array<std::string_view, trace_feature_count>& trace_feature_names();

class TraceWeights {
 public:
  /// How the sums of a note's sentences are weighed together once more: many notes have one or two
  /// sentences that betray, and those stand together.
  struct Again {
    double any = 0;
    double own = 1;                 // times the sum of the sentence
    double others = 0;              // times the logarithm of how many others are expected to betray
    double before = 0, behind = 0;  // times the chance of the sentence on that side
    double sentences = 0;           // times the logarithm of their number
    template <typename Archive>
    void serialize(Archive& archive) {
      archive(any, own, others, before, behind, sentences);
    }
  };

  /// The key of a feature; `hash` is the low half of Lexicon::hash_of() of its name.
  static std::uint64_t key(TraceFeature kind, std::uint64_t hash);
  static std::uint64_t key(TraceFeature kind, std::string_view name);
  /// The key of a pair, or of two words apart, of the hashes of the two.
  static std::uint64_t pair_key(TraceFeature kind, std::uint64_t first, std::uint64_t second);

  /// Reads `sentences` of a rule file. Throws Error{rules} with the place.
  static TraceWeights read(const yaml::Value& value);

  /// Without weights every sentence counts in which a rule found something.
  [[nodiscard]] bool empty() const { return weights_.empty(); }
  [[nodiscard]] double of(std::uint64_t key) const;
  /// False for nearly every feature without a weight, of sentences or of classes; never for
  /// another.
  [[nodiscard]] bool may_know(std::uint64_t key) const {
    const std::uint64_t bit = key >> (64U - filter_bits);
    return !filter_.empty() && (filter_[bit / 64] >> bit % 64 & 1U) != 0;
  }
  /// The sum of weights from which on a sentence is told.
  [[nodiscard]] double threshold() const { return threshold_; }
  /// The weight from which on a rule gives a sentence a class of its own beside the strongest.
  [[nodiscard]] double strong() const { return strong_; }
  /// The certainty up to which a rule does not know the class of what it found: class_of() tells.
  [[nodiscard]] double weak() const { return weak_; }
  [[nodiscard]] const Again& again() const { return again_; }
  /// Hashes of the words that tell who does something: ik, haar.
  [[nodiscard]] const std::vector<std::uint64_t>& who() const { return who_; }
  /// The class that features speak for most; empty when none of them speaks for any.
  [[nodiscard]] std::string_view class_of(const std::vector<std::uint64_t>& keys) const;

  template <typename Archive>
  void serialize(Archive& archive) {
    archive(threshold_, strong_, weak_, again_, who_, weights_, class_weights_);
    index();
  }

 private:
  void index();

  static constexpr unsigned index_bits = 12;
  static constexpr unsigned filter_bits = 19;
  double threshold_ = 0;
  double strong_ = 0;
  double weak_ = 0;
  Again again_;
  std::vector<std::uint64_t> who_;                        // sorted
  std::vector<std::pair<std::uint64_t, float>> weights_;  // by key
  std::vector<std::uint32_t> starts_;  // by the first bits of a key, where they begin
  std::vector<std::uint64_t> filter_;  // a bit for the first bits of each key known
  /// What a feature says for or against one of trace_classes.
  struct ClassWeight {
    std::uint64_t key = 0;
    std::uint32_t trace_class = 0;
    float weight = 0;
    template <typename Archive>
    void serialize(Archive& archive) {
      archive(key, trace_class, weight);
    }
  };
  std::vector<ClassWeight> class_weights_;  // by key
};

}  // namespace report
