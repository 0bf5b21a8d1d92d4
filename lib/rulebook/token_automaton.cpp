// SPDX-License-Identifier: EUPL-1.2
#include "rulebook/token_automaton.hpp"

#include <algorithm>

#include "rulebook/token_states.hpp"

namespace report {
namespace {

/// The states this thread has made. Those of rules that are no longer used go when there are many.
std::shared_ptr<TokenStates> states_of(
    const std::shared_ptr<const TokenAutomaton::Patterns>& patterns) {
  constexpr std::size_t most = 16;
  thread_local std::vector<std::shared_ptr<TokenStates>> known;
  for (const auto& states : known)
    if (states->patterns() == patterns.get()) return states;
  if (known.size() == most) known.erase(known.begin());
  known.push_back(std::make_shared<TokenStates>(patterns));
  return known.back();
}

}  // namespace

TokenAutomaton::TokenAutomaton(std::span<const Entrant> patterns) {
  auto made = std::make_shared<Patterns>();
  for (const auto& [pattern, number] : patterns) {
    made->all.push_back({pattern->program(), number, made->steps});
    made->steps += static_cast<std::uint32_t>(made->all.back().program->steps.size());
  }
  patterns_ = std::move(made);
}

TokenWalk::TokenWalk(const TokenAutomaton& automaton, const LookedUp& text) : text_(text) {
  if (automaton.patterns_ && !automaton.patterns_->all.empty())
    states_ = states_of(automaton.patterns_);
}

std::span<const std::uint16_t> TokenWalk::candidates(std::size_t token) {
  found_.clear();
  if (!states_) return {};
  states_->bound();
  // What is not decided by then may match.
  constexpr std::size_t longest_walk = 16;
  TokenStates::Number state = TokenStates::first;
  const std::size_t end = std::min(text_.size(), token + longest_walk);
  for (std::size_t at = token; at < end && text_.sentence[at] == text_.sentence[token]; ++at) {
    state = states_->step(state, text_, at);
    if (state == TokenStates::over) break;
    const auto decided = states_->decided(state);
    found_.insert(found_.end(), decided.begin(), decided.end());
    if (states_->ends(state)) break;
    if (at + 1 == token + longest_walk) states_->waiting(state, found_);
  }
  std::sort(found_.begin(), found_.end());
  return found_;
}

}  // namespace report
