// SPDX-License-Identifier: EUPL-1.2
// What the words of a note weigh for each output, learnt and kept in a table: a head line with the
// names of the columns, then one feature a line: its name (lib/classify/word_features.hpp has the
// kinds), its value, its weight for each output; an empty column is 0.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rulebook/folder.hpp"

namespace report {

class WordWeights {
 public:
  /// `outputs` are the ids that a column can have; one without a column weighs nothing. Throws
  /// Error{rules} with file, line and column: an unknown column, a number that is none, a feature
  /// that stands twice.
  /// `script` is what learns the table, `key_of` makes a feature's key of its name;
  /// nothing is a fault.
  static WordWeights read(
      const RuleFile& file, const std::vector<std::string>& outputs, std::string_view script,
      const std::function<std::optional<std::uint64_t>(std::string_view)>& key_of);

  [[nodiscard]] std::size_t size() const { return values_.size(); }
  /// The row of a feature, by its key.
  [[nodiscard]] std::optional<std::uint32_t> find(std::uint64_t key) const;
  /// Its own number, beside its weights.
  [[nodiscard]] float value(std::uint32_t feature) const { return values_[feature]; }
  [[nodiscard]] float weight(std::uint32_t feature, std::size_t output) const {
    return weights_[std::size_t{feature} * outputs_ + output];
  }

  /// The weights as bytes, and those over such bytes, which must outlive them (64-byte aligned).
  /// They are large, so a start reads them where they lie. Throws Error{internal} for other bytes.
  [[nodiscard]] std::string bytes() const;
  static WordWeights over(std::span<const std::byte> bytes);

 private:
  struct Owned {
    std::vector<std::uint64_t> filter, keys;
    std::vector<std::uint32_t> slots;
    std::vector<float> values, weights;
    void index();
  };
  void view(std::shared_ptr<const Owned> owned);

  std::shared_ptr<const Owned> owned_;
  std::uint32_t outputs_ = 0;
  // A bit for each of the first bits of a key: most of what is asked for is no feature, and a cache
  // holds all of these.
  static constexpr unsigned filter_bits = 17;
  std::span<const std::uint64_t> filter_;
  std::span<const std::uint32_t> slots_;  // open addressing: 1 + feature, 0 = free; a power of two
  std::span<const std::uint64_t> keys_;
  std::span<const float> values_, weights_;
};

}  // namespace report
