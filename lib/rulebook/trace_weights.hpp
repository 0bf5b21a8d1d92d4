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
/// `pair` of words in a row (^ stands before the first), the words of the `previous` sentence, and
/// the classes of trace in the sentence with hits `before` it and `behind` it.
enum class TraceFeature : std::uint8_t {
  rule,
  trace,
  word,
  start,
  list,
  note,
  pair,
  previous,
  before,
  behind
};
constexpr std::size_t trace_feature_count = 10;
/// Their names in YAML, in the order of the enumeration.
const std::array<std::string_view, trace_feature_count>& trace_feature_names();

class TraceWeights {
 public:
  /// The key of a feature; `hash` is the low half of Lexicon::hash_of() of its name.
  static std::uint64_t key(TraceFeature kind, std::uint64_t hash);
  static std::uint64_t key(TraceFeature kind, std::string_view name);
  /// The key of a pair, of the hashes of its two words.
  static std::uint64_t pair_key(std::uint64_t first, std::uint64_t second);

  /// Reads `sentences` of a rule file. Throws Error{rules} with the place.
  static TraceWeights read(const yaml::Value& value);

  /// Without weights every sentence counts in which a rule found something.
  [[nodiscard]] bool empty() const { return weights_.empty(); }
  [[nodiscard]] double of(std::uint64_t key) const;
  /// The sum of weights from which on a sentence is told.
  [[nodiscard]] double threshold() const { return threshold_; }
  /// The weight from which on a rule gives a sentence a class of its own beside the strongest.
  [[nodiscard]] double strong() const { return strong_; }

  template <typename Archive>
  void serialize(Archive& archive) {
    archive(threshold_, strong_, weights_);
    index();
  }

 private:
  void index();

  static constexpr unsigned index_bits = 12;
  double threshold_ = 0;
  double strong_ = 0;
  std::vector<std::pair<std::uint64_t, float>> weights_;  // by key
  std::vector<std::uint32_t> starts_;  // by the first bits of a key, where they begin
};

}  // namespace report
