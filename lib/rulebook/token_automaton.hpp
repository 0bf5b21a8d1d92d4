// SPDX-License-Identifier: EUPL-1.2
// Which of many token patterns can match at a token: one deterministic automaton over all of them,
// walked from the token until it is decided. It may name a pattern that does not match (what
// `!( ... )` refuses, entries of several words), it never leaves out one that does. Its states are
// made when a text first comes to them: what tokens can be is too much to build beforehand.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "rulebook/entrant.hpp"
#include "rulebook/token_pattern.hpp"

namespace report {

/// Forward patterns only. Copies share what they know.
class TokenAutomaton {
 public:
  using Entrant = report::Entrant<TokenPattern>;

  TokenAutomaton() = default;
  explicit TokenAutomaton(std::span<const Entrant> patterns);

  struct Patterns;  // private to token_automaton.cpp and token_states.cpp

 private:
  friend class TokenWalk;
  std::shared_ptr<const Patterns> patterns_;
};

class TokenStates;

/// Walks over one text, which must outlive it. The states are the thread's own and serve its next
/// texts too; they hold hashes of words, never words.
class TokenWalk {
 public:
  TokenWalk(const TokenAutomaton& automaton, const LookedUp& text);

  /// The numbers of all patterns that may match at the token, each once, rising; until the next
  /// call.
  [[nodiscard]] std::span<const std::uint16_t> candidates(std::size_t token);

 private:
  const LookedUp& text_;
  std::shared_ptr<TokenStates> states_;
  std::vector<std::uint16_t> found_;
};

}  // namespace report
