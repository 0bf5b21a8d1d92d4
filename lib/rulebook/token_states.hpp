// SPDX-License-Identifier: EUPL-1.2
// The states of a token automaton as far as texts have come to them; for token_automaton.cpp only.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "rulebook/token_automaton.hpp"
#include "rulebook/token_program.hpp"
#include "rulebook/token_starts.hpp"

namespace report {

struct TokenAutomaton::Patterns {
  struct One {
    std::shared_ptr<const TokenPattern::Program> program;
    std::uint16_t number = 0;
    std::uint32_t first = 0;  // its first step among those of all
  };
  std::vector<One> all;
  std::uint32_t steps = 0;
};

class TokenStates {
 public:
  using Number = std::uint32_t;
  static constexpr Number over = 0;  // nothing can match any more
  static constexpr Number first = 1;

  explicit TokenStates(std::shared_ptr<const TokenAutomaton::Patterns> patterns);

  [[nodiscard]] const TokenAutomaton::Patterns* patterns() const { return patterns_.get(); }

  /// Forgets all states when there are too many of them. Not within a walk.
  void bound() {
    if (states_.size() > most_states) forget();
  }

  /// The state behind a token.
  [[nodiscard]] Number step(Number from, const LookedUp& text, std::size_t token) {
    const std::uint64_t key = key_of(from, text, token);
    Target* const pair = &targets_[key % targets_.size() & ~std::size_t{1}];
    if (pair[0].key == key) return pair[0].state;
    if (pair[1].key == key) return pair[1].state;
    const Number state = make(from, text, token);
    remember(key, state);
    return state;
  }

  /// The patterns decided on arrival.
  [[nodiscard]] std::span<const std::uint16_t> decided(Number state) const {
    return {decided_.data() + states_[state].decided, states_[state].decided_count};
  }
  /// Can anything else still match?
  [[nodiscard]] bool ends(Number state) const { return states_[state].spots_count == 0; }
  /// Adds all patterns that are not decided.
  void waiting(Number state, std::vector<std::uint16_t>& out) const;

 private:
  static constexpr std::size_t most_states = 8192;
  static constexpr std::size_t fewest_targets =
      1024;  // pages that one note would touch for nothing
  static constexpr std::size_t most_targets = 32768;

  /// A step at which a match may be.
  struct Spot {
    std::uint32_t pattern = 0;
    std::uint32_t step = 0;
    auto operator<=>(const Spot&) const = default;
  };
  /// What a state's items ask of a token: two tokens that answer alike lead to the same state.
  struct State {
    Classes classes = 0;
    Classes phrases = 0;           // of an entry of several words
    std::uint32_t shapes = 0;      // and the bits above
    std::uint32_t affixes = 0;     // an index; 0: no item asks for a beginning or ending
    std::uint32_t words = 0;       // where the filter of the words asked for begins
    std::uint32_t words_mask = 0;  // one less than its bits; 0: none are asked for
    std::uint32_t spots = 0, spots_count = 0;
    std::uint32_t decided = 0, decided_count = 0;
  };
  /// The beginnings and endings asked for, by their first or last two bytes.
  struct Affixes {
    using List = std::vector<std::pair<std::uint32_t, std::string_view>>;
    List beginnings, endings;
    // Filters of the bytes, to tell most words by one look.
    std::array<std::uint64_t, 8> fronts{}, backs{};
    bool shorter = false;  // some have one byte
  };
  __extension__ using Wide = unsigned __int128;
  static std::uint64_t mixed(std::uint64_t one, std::uint64_t other) {
    const Wide product =
        static_cast<Wide>(one ^ 0x9E3779B97F4A7C15U) * (other ^ 0xD6E8FEB86659FD93U);
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
  }
  /// What a state is made of: where matches may be, and the patterns decided.
  struct Made {
    std::vector<Spot> spots;
    std::vector<std::uint16_t> decided;
    bool operator==(const Made&) const = default;
  };
  struct HashOfMade {
    std::size_t operator()(const Made& made) const {
      std::uint64_t hash = 0;
      for (const Spot& spot : made.spots)
        hash = mixed(hash, std::uint64_t{spot.pattern} << 32U | spot.step);
      for (const std::uint16_t pattern : made.decided) hash = mixed(hash, ~std::uint64_t{pattern});
      return hash;
    }
  };
  struct Target {
    std::uint64_t key = 0;  // a hash of what the token answers; 0: empty
    Number state = over;
  };

  /// A hash of the state and what the token answers it. Two that differ have one hash with a chance
  /// of about 1e-14 a step.
  [[nodiscard]] std::uint64_t key_of(Number from, const LookedUp& text, std::size_t token) const {
    const State& state = states_[from];
    const TokenTraits& here = text.traits[token];
    const bool asked =
        may_be_asked(state, here.hash) ||
        (state.affixes != 0 && has_affix(affixes_[state.affixes], text.folded[token]));
    constexpr std::uint64_t odd = 0xC2B2AE3D27D4EB4FU;
    const std::uint64_t asks = (std::uint64_t{here.shapes & state.shapes} << 32U | from) * odd;
    const std::uint64_t entry = (here.phrase & state.phrases) * odd;
    return mixed((here.classes & state.classes) ^ asks, (asked ? here.hash : 0) ^ entry) | 1U;
  }
  [[nodiscard]] bool may_be_asked(const State& state, std::uint64_t word) const {
    const std::uint64_t bit = word & state.words_mask;
    return state.words_mask != 0 && (filters_[state.words + bit / 64] >> bit % 64 & 1U) != 0;
  }
  [[nodiscard]] static bool has_affix(const Affixes& affixes, std::string_view word);
  [[nodiscard]] Number make(Number from, const LookedUp& text, std::size_t token);
  [[nodiscard]] Number number_of(Made made);
  void remember(std::uint64_t key, Number state);
  void find_starts();
  void forget();
  void ask(State& state, Affixes& affixes, const TokenPattern::Program::Item& item);
  void filter_words(State& state);
  [[nodiscard]] const TokenPattern::Program::Step& step_at(const Spot& spot) const {
    return patterns_->all[spot.pattern].program->steps[spot.step];
  }
  /// Calls `take(spot, step)` for every item and accept that `spots` lead to without a token;
  /// `passes(kind)` says whether a condition holds.
  template <typename Passes, typename Take>
  void reach(std::span<const Spot> spots, Passes passes, Take take);

  std::shared_ptr<const TokenAutomaton::Patterns> patterns_;
  TokenStarts starts_;  // where the first state goes on; numbers are indices into begun_
  std::vector<Spot> begun_;
  std::vector<Spot> conditional_;  // patterns that begin with a condition
  std::vector<State> states_;
  std::vector<Spot> spots_;             // of all states
  std::vector<std::uint16_t> decided_;  // of all states
  std::vector<Affixes> affixes_;
  std::vector<std::uint64_t> filters_;  // of words, of all states
  std::vector<std::uint64_t> asked_;    // words of the state being made
  std::vector<Target> targets_;
  std::size_t made_ = 0;  // since the targets were that many
  std::unordered_map<Made, Number, HashOfMade> numbers_;
  std::vector<std::uint32_t> seen_;  // of each step of all patterns, the round that reached it
  std::uint32_t round_ = 0;
  std::vector<Spot> open_;
};

}  // namespace report
