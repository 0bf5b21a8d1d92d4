// SPDX-License-Identifier: EUPL-1.2
#include "rulebook/token_states.hpp"

#include <algorithm>
#include <bit>

namespace report {

using Program = TokenPattern::Program;

namespace {

constexpr std::size_t word_bits = 64;

std::uint32_t pair_of(char one, char other) {
  return static_cast<std::uint32_t>(static_cast<unsigned char>(one)) << 8U |
         static_cast<unsigned char>(other);
}

/// The place of a pair in a filter of eight words; which bit of it is told by its second byte.
std::size_t filter_slot(std::uint32_t pair) { return (pair >> 8U) % 8; }

std::uint32_t front_of(std::string_view word) { return pair_of(word[0], word[1]); }
std::uint32_t back_of(std::string_view word) {
  return pair_of(word[word.size() - 2], word[word.size() - 1]);
}

}  // namespace

TokenStates::TokenStates(std::shared_ptr<const TokenAutomaton::Patterns> patterns)
    : patterns_(std::move(patterns)), seen_(patterns_->steps, 0) {
  find_starts();
  forget();
}

void TokenStates::find_starts() {
  for (std::uint32_t i = 0; i < patterns_->all.size(); ++i) {
    const Spot front{i, 0};
    bool conditional = false;
    const std::size_t before = begun_.size();
    reach(
        {&front, 1},
        [&](Program::Kind) {
          conditional = true;
          return true;
        },
        [&](const Spot& spot, const Program::Step& step) {
          if (step.kind == Program::Kind::item) begun_.push_back(spot);
        });
    if (!conditional) continue;
    begun_.resize(before);
    conditional_.push_back(front);
  }
  for (std::uint32_t i = 0; i < begun_.size(); ++i) starts_.add(*step_at(begun_[i]).item, i);
  starts_.done();
}

void TokenStates::forget() {
  states_.clear();
  spots_.clear();
  decided_.clear();
  affixes_.assign(1, {});
  filters_.clear();
  targets_.assign(fewest_targets, {});
  made_ = 0;
  numbers_.clear();
  states_.emplace_back();
  std::vector<Spot> fronts;
  for (std::uint32_t i = 0; i < patterns_->all.size(); ++i) fronts.push_back({i, 0});
  (void)number_of({std::move(fronts), {}});
}

void TokenStates::remember(std::uint64_t key, Number state) {
  const auto put = [this](const Target& target) {
    Target* const pair = &targets_[target.key % targets_.size() & ~std::size_t{1}];
    pair[1] = pair[0];
    pair[0] = target;
  };
  if (++made_ > targets_.size() / 4 && targets_.size() < most_targets) {
    std::vector<Target> before(4 * targets_.size());
    before.swap(targets_);
    for (const Target& target : before)
      if (target.key != 0) put(target);
    made_ = 0;
  }
  put({key, state});
}

bool TokenStates::has_affix(const Affixes& affixes, std::string_view word) {
  if (affixes.shorter) return true;
  if (word.size() < 2) return false;
  const auto any = [](const auto& filter, const Affixes::List& list, std::uint32_t pair,
                      auto fits) {
    if ((filter[filter_slot(pair)] >> pair % word_bits & 1U) == 0) return false;
    auto at = std::lower_bound(list.begin(), list.end(), std::pair{pair, std::string_view()});
    while (at != list.end() && at->first == pair && !fits(at->second)) ++at;
    return at != list.end() && at->first == pair;
  };
  return any(affixes.fronts, affixes.beginnings, front_of(word),
             [&](std::string_view affix) { return word.starts_with(affix); }) ||
         any(affixes.backs, affixes.endings, back_of(word),
             [&](std::string_view affix) { return word.ends_with(affix); });
}

template <typename Passes, typename Take>
void TokenStates::reach(std::span<const Spot> spots, Passes passes, Take take) {
  ++round_;
  open_.assign(spots.begin(), spots.end());
  while (!open_.empty()) {
    const Spot spot = open_.back();
    open_.pop_back();
    std::uint32_t& seen = seen_[patterns_->all[spot.pattern].first + spot.step];
    if (seen == round_) continue;
    seen = round_;
    const Program::Step& step = step_at(spot);
    const auto behind = [&](std::size_t to) {
      open_.push_back({spot.pattern, static_cast<std::uint32_t>(to)});
    };
    switch (step.kind) {
      case Program::Kind::item:
      case Program::Kind::accept:
        take(spot, step);
        break;
      case Program::Kind::split:
        behind(spot.step + 1U);
        behind(step.to);
        break;
      case Program::Kind::jump:
      case Program::Kind::unless:
        behind(step.to);
        break;
      case Program::Kind::report_begin:
      case Program::Kind::report_end:
        behind(spot.step + 1U);
        break;
      case Program::Kind::glued:
      case Program::Kind::sentence_start:
        if (passes(step.kind)) behind(spot.step + 1U);
        break;
    }
  }
}

TokenStates::Number TokenStates::make(Number from, const LookedUp& text, std::size_t token) {
  std::vector<Spot> next;
  std::vector<std::uint16_t> decided;
  const auto passes = [&](Program::Kind kind) {
    return kind == Program::Kind::glued ? !text.tokens()[token].space_before
                                        : static_cast<bool>(text.sentence_start[token]);
  };
  const auto take = [&](const Spot& spot, const Program::Step& step) {
    if (step.kind == Program::Kind::accept) return;
    if (takes_entry(*step.item, text.phrase(token)))
      decided.push_back(static_cast<std::uint16_t>(spot.pattern));
    else if (holds(*step.item, text, token))
      next.push_back({spot.pattern, spot.step + 1U});
  };
  if (from == first) {
    starts_.candidates(text, token, [&](std::uint32_t i) { take(begun_[i], step_at(begun_[i])); });
    reach(conditional_, passes, take);
  } else {
    reach({spots_.data() + states_[from].spots, states_[from].spots_count}, passes, take);
  }
  if (next.empty() && decided.empty()) return over;
  reach(
      next, [](Program::Kind) { return true; },
      [&](const Spot& spot, const Program::Step& step) {
        if (step.kind == Program::Kind::accept)
          decided.push_back(static_cast<std::uint16_t>(spot.pattern));
      });
  std::sort(decided.begin(), decided.end());
  decided.erase(std::unique(decided.begin(), decided.end()), decided.end());
  std::erase_if(next, [&](const Spot& spot) {
    return std::binary_search(decided.begin(), decided.end(), spot.pattern);
  });
  std::sort(next.begin(), next.end());
  next.erase(std::unique(next.begin(), next.end()), next.end());
  return number_of({std::move(next), std::move(decided)});
}

TokenStates::Number TokenStates::number_of(Made made) {
  const auto [entry, fresh] =
      numbers_.try_emplace(std::move(made), static_cast<Number>(states_.size()));
  if (!fresh) return entry->second;
  State state;
  Affixes affixes;
  asked_.clear();
  const auto& [own, patterns] = entry->first;
  state.spots = static_cast<std::uint32_t>(spots_.size());
  state.spots_count = static_cast<std::uint32_t>(own.size());
  spots_.insert(spots_.end(), own.begin(), own.end());
  state.decided = static_cast<std::uint32_t>(decided_.size());
  state.decided_count = static_cast<std::uint32_t>(patterns.size());
  for (const std::uint16_t pattern : patterns) decided_.push_back(patterns_->all[pattern].number);
  reach(
      own,
      [&](Program::Kind kind) {
        state.shapes |=
            kind == Program::Kind::glued ? TokenTraits::glued : TokenTraits::sentence_start;
        return true;
      },
      [&](const Spot&, const Program::Step& step) {
        if (step.kind == Program::Kind::item) ask(state, affixes, *step.item);
      });
  filter_words(state);
  if (state.affixes != 0) {
    state.affixes = static_cast<std::uint32_t>(affixes_.size());
    for (Affixes::List* list : {&affixes.beginnings, &affixes.endings}) {
      std::sort(list->begin(), list->end());
      list->erase(std::unique(list->begin(), list->end()), list->end());
    }
    for (const auto& [pair, affix] : affixes.beginnings)
      affixes.fronts[filter_slot(pair)] |= std::uint64_t{1} << pair % word_bits;
    for (const auto& [pair, affix] : affixes.endings)
      affixes.backs[filter_slot(pair)] |= std::uint64_t{1} << pair % word_bits;
    affixes_.push_back(std::move(affixes));
  }
  states_.push_back(state);
  return entry->second;
}

void TokenStates::ask(State& state, Affixes& affixes, const Program::Item& item) {
  state.classes |= item.classes;
  if (!item.negated && item.also.empty()) state.phrases |= item.classes;
  state.shapes |= item.shapes;
  if (item.most_digits != 0)
    state.shapes |= shape::number | TokenTraits::most_digits << TokenTraits::digits_at;
  for (const auto& [hash, word] : item.words) asked_.push_back(hash);
  if (!item.beginnings.empty() || !item.endings.empty()) state.affixes = 1;
  for (const std::string& beginning : item.beginnings)
    if (beginning.size() < 2)
      affixes.shorter = true;
    else
      affixes.beginnings.emplace_back(front_of(beginning), beginning);
  for (const std::string& ending : item.endings)
    if (ending.size() < 2)
      affixes.shorter = true;
    else
      affixes.endings.emplace_back(back_of(ending), ending);
  for (const Program::Item& other : item.also) ask(state, affixes, other);
}

void TokenStates::filter_words(State& state) {
  if (asked_.empty()) return;
  constexpr std::size_t bits_a_word = 16;  // one word in sixteen is taken for one that is asked for
  const std::size_t bits = std::bit_ceil(std::max(asked_.size() * bits_a_word, word_bits));
  state.words = static_cast<std::uint32_t>(filters_.size());
  state.words_mask = static_cast<std::uint32_t>(bits - 1);
  filters_.resize(filters_.size() + bits / word_bits);
  for (const std::uint64_t hash : asked_) {
    const std::uint64_t bit = hash & state.words_mask;
    filters_[state.words + bit / word_bits] |= std::uint64_t{1} << bit % word_bits;
  }
}

void TokenStates::waiting(Number state, std::vector<std::uint16_t>& out) const {
  const State& here = states_[state];
  auto last = static_cast<std::uint32_t>(patterns_->all.size());
  for (std::uint32_t i = here.spots; i < here.spots + here.spots_count; ++i)
    if (spots_[i].pattern != last) {
      last = spots_[i].pattern;
      out.push_back(patterns_->all[last].number);
    }
}

}  // namespace report
