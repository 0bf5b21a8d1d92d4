// SPDX-License-Identifier: EUPL-1.2
// How the words are weighed in which no rule found anything: rules/find/leftovers.yaml and the
// learnt weights of rules/find/leftovers.tsv. rules/find/train writes the latter.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rulebook/folder.hpp"
#include "rulebook/lexicon.hpp"
#include "rulebook/word_weights.hpp"
#include "rulebook/yaml.hpp"

namespace report {

/// What is known of a word, each told in one or two names: "before-1 tel", "class-shape place Xx".
enum class LeftoverFeature : std::uint8_t {
  any,            // every word has it
  shape,          // of its letters, at a beginning or not, and of the note's capitals
  word,           // itself, folded
  list,           // a lexicon class of it
  list_shape,     // the same, and its shape
  before1,        // the first, second and third thing before it
  before2,        //
  before3,        //
  after1,         // and behind it
  after2,         //
  after3,         //
  before1_shape,  // the first thing before it, and its own shape
  after1_shape,   //
  before1_list,   // a lexicon class of the word before it, and its own shape
  after1_list,    //
  before2_list,   // a lexicon class of the word before that
  near,           // something three to eight before it
  held,           // what a rule says of it that does not remove it, and its shape
  line,           // a type removed in its line, and its shape
  line_before,    // in the line before it
  line_after,     // in the line behind it
  sentence,       // whether somebody speaks of himself in its sentence, and its shape
  part,           // the part of the note it stands in, and its shape
  start,          // its first three letters, and its shape
  ending,         // its last three letters, and its shape
  glued,          // what stands before and behind it without a blank, and its shape
  count,          // how often the text that is looked at has it, and its shape
  odds_before1,   // not told of a word: what the odds of the word before it count,
  odds_before2,   // and of the one before that,
  odds_after1,    // and of those behind it
  odds_after2,    //
};
constexpr std::size_t leftover_feature_count = 31;
/// The first and second word before one, the first and second behind it.
constexpr std::size_t words_beside_count = 4;
/// Their names in the table, in the order of the enumeration.
const std::array<std::string_view, leftover_feature_count>& leftover_feature_names();

struct LeftoverRules {
  double remove = 0;   // log odds of an identifier at which the certainty of one is 0.5
  double beside = 0;   // the same beside something that is removed: most are the rest of it
  double again = 0;    // the same beside a word that went at the first weighing
  double unsure = 0;   // at which it is 0.2, and a person is shown the word
  Classes spared = 0;  // a word of these is never one: it names a kind of identifier, a firm, a law
  std::vector<std::string> articles;  // folded; before a person they are of the name: "de Kale"
  std::vector<std::uint64_t> own;     // with which somebody speaks of himself: hashes, sorted
  std::string why_nl, why_en, source;
  Place place;
  WordWeights weights;  // value: for an identifier; outputs: for each type that one can have

  /// The key of a feature; `one` and `other` are the low halves of Lexicon::hash_of() of its names,
  /// `other` 0 for none.
  static std::uint64_t key(LeftoverFeature kind, std::uint64_t one, std::uint64_t other);
  /// The key of "before-1 tel", as the table has it; nothing for a kind that there is not.
  static std::optional<std::uint64_t> key(std::string_view feature);

  /// What the log odds of the words beside a word count for it, between these bounds: in the order
  /// of words_beside_count.
  [[nodiscard]] std::array<double, words_beside_count> weights_beside() const;
  static constexpr double least_odds = -6, most_odds = 4;

  /// What a finding of this type names as its rule.
  static std::string rule_of(std::string_view type) { return "leftover." + std::string(type); }

  [[nodiscard]] bool empty() const { return weights.size() == 0; }

  /// Reads `leftovers` of a rule file. Throws Error{rules} with the place.
  void read(const yaml::Value& value, const Lexicon& lexicon);

  /// The weights lie elsewhere in the compiled table.
  template <typename Archive>
  void serialize(Archive& archive) {
    archive(remove, beside, again, unsure, spared, articles, own, why_nl, why_en, source, place);
  }
};

}  // namespace report
