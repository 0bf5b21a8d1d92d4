// SPDX-License-Identifier: EUPL-1.2
// Which of many patterns can match at a place: one deterministic automaton over all of them, walked
// from the place until it is decided. Derived from the patterns (pattern_syntax), never written by
// hand: it may name a pattern that does not match, it never leaves out one that does (matches of
// nothing aside: no rule reports them). Subset construction as in Aho, Lam, Sethi and Ullman,
// "Compilers", 3.7; states that sample texts do not reach are not built, and name all that is left.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rulebook/entrant.hpp"
#include "rulebook/pattern.hpp"

namespace report {

class StartAutomaton {
 public:
  using Entrant = report::Entrant<Pattern>;

  StartAutomaton() = default;
  /// `samples` decide which states are worth their place: texts of the kind that will be read.
  StartAutomaton(std::span<const Entrant> patterns, std::span<const std::string> samples);

  /// Calls `take(number)` for every pattern that may match at byte `at`, once each, in no order.
  template <typename Take>
  void candidates(std::string_view text, std::size_t at, Take take) const {
    if (nodes_.empty()) return;
    emit(nodes_.front().list, take);
    walk(0, text, at, take);
  }

  /// Where a walk over `word` ends: `decided` when no pattern can begin so, `anew` when some may be
  /// named on the way; else a state from which walk() goes on. Texts share words more than places.
  [[nodiscard]] std::uint16_t behind(std::string_view word) const {
    if (nodes_.empty()) return decided;
    bool named = nodes_.front().list != 0;
    const std::uint16_t state = walk(0, word, 0, [&](std::uint16_t) { named = true; });
    return named ? anew : state;
  }
  static constexpr std::uint16_t decided = 0;  // nothing leads back to the first state
  static constexpr std::uint16_t anew = 0x8000U;

  /// Goes on from a state at byte `at`, naming as candidates() does. Gives the state at the end of
  /// the text, or `decided`.
  template <typename Take>
  // NOLINTNEXTLINE(modernize-use-nodiscard): what it names may be all that is wanted
  std::uint16_t walk(std::uint16_t state, std::string_view text, std::size_t at, Take take) const {
    const std::size_t end = std::min(text.size(), at + longest_walk);
    for (; at < end; ++at) {
      const std::uint8_t column = columns_[static_cast<unsigned char>(text[at])];
      if (column == continued) continue;
      const Node& node = nodes_[state];
      const Entry& entry = entries_[node.base + column];
      const std::uint16_t target = entry.state == state ? entry.target : common_[node.row + column];
      if (target == decided) return decided;
      if ((target & leaf) != 0) {
        emit(target & ~leaf, take);
        return decided;
      }
      state = target;
      if (nodes_[state].list != 0) emit(nodes_[state].list, take);
    }
    if (end == text.size()) return state;
    emit(rests_[state], take);
    return decided;
  }

  /// The automaton as bytes, and one over such bytes, which must outlive it (64-byte aligned).
  [[nodiscard]] std::string bytes() const;
  static StartAutomaton over(std::span<const std::byte> bytes);

  [[nodiscard]] std::size_t states() const { return nodes_.size(); }

  /// Can the pattern begin with nearly any letter? Such patterns and the others make smaller
  /// automata apart than together: states that count words would stand beside those that spell
  /// them.
  static bool begins_anyhow(const Pattern& pattern);

 private:
  template <typename Take>
  void emit(std::size_t list, Take& take) const {
    for (std::uint32_t i = starts_[list]; i < starts_[list + 1U]; ++i) take(members_[i]);
  }

  static constexpr std::uint16_t leaf = 0x8000U;  // decided: the rest is the number of a list
  // Bytes; what is not decided by then may match. Else a note of one endless pattern (06-06-06-…)
  // would be walked to its end from each of its tokens.
  static constexpr std::size_t longest_walk = 40;
  static constexpr std::uint8_t continued = 0xFFU;  // a further byte of a character

  /// A state's targets are those of one of a few common rows, but for some that lie in entries_
  /// from `base` on, by column; the gaps between them hold those of other states (comb vectors:
  /// Tarjan and Yao, "Storing a sparse table", 1979). So all of it stays near: a walk is a chain of
  /// loads.
  struct Node {
    std::uint32_t base = 0;
    std::uint16_t row = 0;   // where its common row begins
    std::uint16_t list = 0;  // decided on arrival
  };
  struct Entry {
    std::uint16_t state = leaf;  // whose it is
    std::uint16_t target = decided;
  };
  struct Owned {
    std::vector<Node> nodes;
    std::vector<Entry> entries;
    std::vector<std::uint16_t> common, members, rests;
    std::vector<std::uint32_t> starts;
  };
  friend class AutomatonBuilder;

  std::shared_ptr<const Owned> owned_;
  std::array<std::uint8_t, 256> columns_{};
  std::span<const Node> nodes_;
  std::span<const Entry> entries_;
  std::span<const std::uint16_t> common_;   // common rows: a target for each column
  std::span<const std::uint16_t> members_;  // numbers of patterns, list behind list
  std::span<const std::uint16_t> rests_;    // of each state, the list of what may still match
  std::span<const std::uint32_t> starts_;   // of each list, where it begins; list 0 is empty
};

}  // namespace report
