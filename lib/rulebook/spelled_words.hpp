// SPDX-License-Identifier: EUPL-1.2
// Words that stand for digits, letters and marks where somebody spells: "nul zes", "de P van
// Pieter", "apenstaartje". Read from the key `spelled` of a file of rules/find.
#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rulebook/yaml.hpp"

namespace report {

enum class SpelledKind : std::uint8_t {
  digit,     // "nul"
  number,    // "veertien", "honderddrie": two digits or three
  letter,    // "ypsilon"
  alphabet,  // "Tango": its first letter, beside others that are spelled
  mark,      // "streepje"
  filler,    // "eh", "even kijken": says nothing
  doubling,  // "dubbel": what follows, twice
};

struct SpelledWord {
  SpelledKind kind = SpelledKind::filler;
  std::string text;  // what it stands for
};

class SpelledWords {
 public:
  /// The word with this low half of Lexicon::hash_of(); null when it spells nothing.
  [[nodiscard]] const SpelledWord* find(std::uint64_t hash) const;
  /// Is it the end of a name of the net: "nl"?
  [[nodiscard]] bool ends_domain(std::string_view folded) const {
    return domains_.contains(folded);
  }
  /// Does a single number word behind this word stand for a number: "nummer zeven"?
  [[nodiscard]] bool introduces(std::uint64_t hash) const;

  /// Is it said between the parts of one number: "even denken", "daarna"?
  [[nodiscard]] bool remark(std::uint64_t hash) const { return remarks_.contains(hash); }

  /// Does it part two numbers: "of"?
  [[nodiscard]] bool parting(std::uint64_t hash) const { return parting_.contains(hash); }

  /// Does a number word before it make a date?
  [[nodiscard]] bool month(std::uint64_t hash) const { return months_.contains(hash); }

  double unknown = 0;                        // certainty of a code that no rule knows
  double name = 0;                           // of letters only
  std::vector<std::string> match, no_match;  // examples
  std::string why_nl, why_en;                // one sentence for --explain
  Place place;

  /// Throws Error{rules} at a place of the value.
  static SpelledWords read(const yaml::Value& value);

  template <typename Archive>
  void serialize(Archive& archive) {
    archive(filter_, words_, introducing_, remarks_, parting_, domains_, months_, unknown, name,
            match, no_match, why_nl, why_en, place);
  }

 private:
  void add(const std::string& written, SpelledKind kind, const std::string& text);
  /// Sorts the words; of two entries of one word the first counts.
  void sort();

  static constexpr std::size_t filter_bits = 1U << 16U;
  std::vector<std::uint64_t> filter_ = std::vector<std::uint64_t>(filter_bits / 64);
  std::vector<std::pair<std::uint64_t, SpelledWord>> words_;  // sorted by hash
  std::set<std::uint64_t> introducing_, remarks_, parting_;
  std::set<std::string, std::less<>> domains_;
  std::set<std::uint64_t> months_;
};

template <typename Archive>
void serialize(Archive& archive, SpelledWord& word) {
  archive(word.kind, word.text);
}

}  // namespace report
