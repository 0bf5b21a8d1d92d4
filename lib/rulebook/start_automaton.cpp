// SPDX-License-Identifier: EUPL-1.2
#include "rulebook/start_automaton.hpp"

#include <algorithm>
#include <cctype>
#include <compare>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "base/error.hpp"
#include "rulebook/flat.hpp"
#include "rulebook/start_construction.hpp"

namespace report {
namespace {
constexpr std::size_t most_states = 0x7000;
constexpr std::uint64_t magic = 0x3230544155544153U;
}  // namespace

class AutomatonBuilder {
 public:
  AutomatonBuilder(std::span<const StartAutomaton::Entrant> patterns, StartAutomaton& out)
      : out_(out) {
    std::vector<std::uint32_t> fronts;
    std::vector<std::uint16_t> always;  // their syntax is not known here
    for (const auto& [pattern, number] : patterns) {
      const auto tree = parse_pattern(pattern->source());
      if (!tree) {
        always.push_back(number);
        continue;
      }
      const auto own = lay_pattern(*tree, number, spots_);
      fronts.insert(fronts.end(), own.begin(), own.end());
      if (own.size() > 1) parts_[number] = own.size();
    }
    make_columns();
    list_of({});
    seen_.resize(spots_.size(), 0);
    add_state(closure(fronts, std::move(always)));
  }

  /// Builds the states on the way of one sample that begins here.
  void walk(std::string_view text) {
    std::size_t state = 0;
    for (const char byte : text) {
      const std::uint8_t column = out_.columns_[static_cast<unsigned char>(byte)];
      if (column == StartAutomaton::continued) continue;
      if (targets_[state][column] == unbuilt) {
        const Subset subset = step(state, column);
        if (subset.spots.empty()) return;
        const auto found = numbers_.find(subset);
        if (found == numbers_.end() && subsets_.size() >= most_states) return;
        const std::size_t target = found != numbers_.end() ? found->second : add_state(subset);
        targets_[state][column] = static_cast<std::int32_t>(target);
      }
      state = static_cast<std::size_t>(targets_[state][column]);
    }
  }

  void finish() {
    auto owned = std::make_shared<StartAutomaton::Owned>();
    std::vector<std::vector<std::uint16_t>> rows;
    for (std::size_t state = 0; state < subsets_.size(); ++state) {
      rows.push_back(row_of(state));
      owned->nodes.push_back({0, 0, list_of(subsets_[state].emits)});
      owned->rests.push_back(list_of(waiting(subsets_[state])));
    }
    find_common(rows, *owned);
    comb(rows, *owned);
    owned->members = std::move(members_);
    owned->starts = std::move(starts_);
    out_.nodes_ = owned->nodes;
    out_.entries_ = owned->entries;
    out_.common_ = owned->common;
    out_.members_ = owned->members;
    out_.rests_ = owned->rests;
    out_.starts_ = owned->starts;
    out_.owned_ = std::move(owned);
  }

 private:
  static constexpr std::int32_t unbuilt = -1;

  /// A state of the deterministic automaton: the spots it stands for, those that wait for a
  /// symbol; and the patterns decided on arrival, whose spots are left out.
  struct Subset {
    std::vector<std::uint32_t> spots;
    std::vector<std::uint16_t> emits;
    auto operator<=>(const Subset&) const = default;
  };

  /// Symbols that no pattern tells apart share a column.
  void make_columns() {
    std::vector<Symbols> kinds;
    for (const Spot& spot : spots_)
      if (spot.kind == Spot::Kind::symbols &&
          std::find(kinds.begin(), kinds.end(), spot.symbols) == kinds.end())
        kinds.push_back(spot.symbols);
    std::map<std::vector<bool>, std::uint8_t> numbers;
    std::array<std::uint8_t, beyond_ascii + 1> column{};
    for (std::size_t symbol = 0; symbol <= beyond_ascii; ++symbol) {
      std::vector<bool> signature;
      signature.reserve(kinds.size());
      for (const Symbols& kind : kinds) signature.push_back(kind.test(symbol));
      const auto [number, fresh] =
          numbers.emplace(std::move(signature), static_cast<std::uint8_t>(numbers.size()));
      column.at(symbol) = number->second;
      if (fresh) representatives_.push_back(symbol);
    }
    width_ = numbers.size();
    constexpr std::size_t first_lead = 0xC0;
    for (std::size_t byte = 0; byte < out_.columns_.size(); ++byte)
      out_.columns_[byte] = byte < beyond_ascii ? column.at(byte)
                            : byte < first_lead ? StartAutomaton::continued
                                                : column.back();
  }

  std::size_t add_state(const Subset& subset) {
    subsets_.push_back(subset);
    targets_.emplace_back(width_, unbuilt);
    // Nothing may lead back to the first: its number says that all is over.
    if (subsets_.size() > 1) numbers_.emplace(subset, subsets_.size() - 1);
    return subsets_.size() - 1;
  }

  Subset step(std::size_t state, std::size_t column) {
    const std::size_t symbol = representatives_[column];
    std::vector<std::uint32_t> fronts;
    for (const std::uint32_t spot : subsets_[state].spots)
      if (spots_[spot].symbols.test(symbol)) fronts.push_back(spots_[spot].next);
    return closure(fronts, {});
  }

  Subset closure(const std::vector<std::uint32_t>& fronts, std::vector<std::uint16_t> emits) {
    ++round_;
    Subset subset;
    subset.emits = std::move(emits);
    std::vector<std::uint32_t> open(fronts.rbegin(), fronts.rend());
    while (!open.empty()) {
      const std::uint32_t at = open.back();
      open.pop_back();
      if (seen_[at] == round_) continue;
      seen_[at] = round_;
      const Spot& spot = spots_[at];
      if (spot.kind == Spot::Kind::accept) {
        subset.emits.push_back(spot.pattern);
      } else if (spot.kind == Spot::Kind::split) {
        open.push_back(spot.next);
        open.push_back(spot.other);
      } else {
        subset.spots.push_back(at);
      }
    }
    if (!parts_.empty()) join_parts(subset);
    std::sort(subset.emits.begin(), subset.emits.end());
    std::erase_if(subset.spots, [&](std::uint32_t at) {
      return std::binary_search(subset.emits.begin(), subset.emits.end(), spots_[at].pattern);
    });
    std::sort(subset.spots.begin(), subset.spots.end());
    return subset;
  }

  /// Of patterns in several parts: one of which a part can match no more is over, one of which all
  /// are held is decided.
  void join_parts(Subset& subset) {
    struct Parts {
      std::uint32_t alive = 0, held = 0;
    };
    std::map<std::uint16_t, Parts> found;
    for (const std::uint32_t at : subset.spots) {
      const Spot& spot = spots_[at];
      if (!parts_.contains(spot.pattern)) continue;
      Parts& parts = found[spot.pattern];
      parts.alive |= 1U << spot.part;
      if (spot.held) parts.held |= 1U << spot.part;
    }
    const auto over = [&](std::uint32_t at) {
      const auto parts = found.find(spots_[at].pattern);
      return parts != found.end() && parts->second.alive + 1 != 1U << parts_.at(spots_[at].pattern);
    };
    for (const auto& [pattern, parts] : found)
      if (parts.held + 1 == 1U << parts_.at(pattern)) subset.emits.push_back(pattern);
    std::erase_if(subset.spots, over);
  }

  /// The target of each column. What was not built is decided at once: all that is left may match.
  std::vector<std::uint16_t> row_of(std::size_t state) {
    std::vector<std::uint16_t> row;
    for (std::size_t column = 0; column < width_; ++column) {
      std::int32_t target = targets_[state][column];
      if (target == unbuilt) {
        const Subset subset = step(state, column);
        const auto found = numbers_.find(subset);
        if (found != numbers_.end())
          target = static_cast<std::int32_t>(found->second);
        else if (const std::uint16_t list = list_of(alive(subset)); list != 0)
          target = StartAutomaton::leaf | list;
        else
          target = StartAutomaton::decided;
      }
      row.push_back(static_cast<std::uint16_t>(target));
    }
    return row;
  }

  /// Gives every state the common row from which its own differs least. Common are rows that differ
  /// much from the common rows so far and little from many others: found by taking states in turn.
  void find_common(const std::vector<std::vector<std::uint16_t>>& rows,
                   StartAutomaton::Owned& out) const {
    constexpr std::size_t most = 200;
    const std::size_t near = width_ / 8;
    std::vector<std::size_t> common;
    const auto differences = [&](const std::vector<std::uint16_t>& one,
                                 const std::vector<std::uint16_t>& other) {
      std::size_t count = 0;
      for (std::size_t i = 0; i < width_; ++i) count += one[i] != other[i] ? 1U : 0U;
      return count;
    };
    for (std::size_t state = 0; state < rows.size(); ++state) {
      std::size_t best = width_ + 1;
      std::size_t best_row = 0;
      for (std::size_t i = 0; i < common.size(); ++i)
        if (const std::size_t here = differences(rows[state], rows[common[i]]); here < best) {
          best = here;
          best_row = i;
        }
      if (best > near && common.size() < most) {
        best_row = common.size();
        common.push_back(state);
      }
      out.nodes[state].row = static_cast<std::uint16_t>(best_row * width_);
    }
    for (const std::size_t state : common)
      out.common.insert(out.common.end(), rows[state].begin(), rows[state].end());
  }

  /// Lays every row where its entries fall into gaps, the fullest rows first.
  void comb(const std::vector<std::vector<std::uint16_t>>& rows, StartAutomaton::Owned& out) const {
    std::vector<std::pair<std::size_t, std::vector<std::uint8_t>>> wanted;
    for (std::size_t state = 0; state < rows.size(); ++state) {
      std::vector<std::uint8_t> columns;
      for (std::uint8_t column = 0; column < width_; ++column)
        if (rows[state][column] != out.common[out.nodes[state].row + column])
          columns.push_back(column);
      wanted.emplace_back(state, std::move(columns));
    }
    std::stable_sort(wanted.begin(), wanted.end(), [](const auto& one, const auto& other) {
      return one.second.size() > other.second.size();
    });
    std::size_t first_gap = 0;
    const auto taken = [&](std::size_t at) {
      return at < out.entries.size() && out.entries[at].state != StartAutomaton::leaf;
    };
    for (const auto& [state, columns] : wanted) {
      if (columns.empty()) continue;
      while (taken(first_gap)) ++first_gap;
      std::size_t base = first_gap - std::min<std::size_t>(first_gap, columns.front());
      while (std::any_of(columns.begin(), columns.end(),
                         [&](std::uint8_t column) { return taken(base + column); }))
        ++base;
      out.nodes[state].base = static_cast<std::uint32_t>(base);
      out.entries.resize(std::max(out.entries.size(), base + width_));
      for (const std::uint8_t column : columns)
        out.entries[base + column] = {static_cast<std::uint16_t>(state), rows[state][column]};
    }
    out.entries.resize(std::max(out.entries.size(), width_));  // rows without entries look here
  }

  /// Every pattern that is not decided and may still match.
  [[nodiscard]] std::vector<std::uint16_t> waiting(const Subset& subset) const {
    return alive({subset.spots, {}});
  }

  /// Every pattern that may still match.
  [[nodiscard]] std::vector<std::uint16_t> alive(const Subset& subset) const {
    std::vector<std::uint16_t> all = subset.emits;
    for (const std::uint32_t spot : subset.spots) all.push_back(spots_[spot].pattern);
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
  }

  std::uint16_t list_of(const std::vector<std::uint16_t>& patterns) {
    const auto [list, fresh] = lists_.emplace(patterns, static_cast<std::uint16_t>(lists_.size()));
    if (fresh) {
      if (lists_.size() > StartAutomaton::leaf)
        throw Error(Fault::rules, say({"de regels beginnen op te veel manieren voor hun automaat",
                                       "the rules begin in too many ways for their automaton"}));
      members_.insert(members_.end(), patterns.begin(), patterns.end());
      starts_.push_back(static_cast<std::uint32_t>(members_.size()));
    }
    return list->second;
  }

  StartAutomaton& out_;
  std::size_t width_ = 0;  // columns
  std::vector<Spot> spots_;
  std::vector<std::size_t> representatives_;    // a symbol of each column
  std::map<std::uint16_t, std::size_t> parts_;  // of patterns that have several, how many
  std::vector<std::uint32_t> seen_;
  std::uint32_t round_ = 0;
  std::vector<Subset> subsets_;
  std::vector<std::vector<std::int32_t>> targets_;
  std::map<Subset, std::size_t> numbers_;
  std::map<std::vector<std::uint16_t>, std::uint16_t> lists_;
  std::vector<std::uint16_t> members_;
  std::vector<std::uint32_t> starts_{0};
};

StartAutomaton::StartAutomaton(std::span<const Entrant> patterns,
                               std::span<const std::string> samples) {
  constexpr std::size_t furthest = 20;  // bytes; by then nearly all is decided
  AutomatonBuilder builder(patterns, *this);
  for (const std::string& sample : samples) {
    bool in_word = false;
    for (std::size_t at = 0; at < sample.size(); ++at) {
      const auto byte = static_cast<unsigned char>(sample[at]);
      const bool letter = byte >= 0x80U || std::isalnum(byte) != 0;
      if (!letter || !in_word) builder.walk(std::string_view(sample).substr(at, furthest));
      in_word = letter;
    }
  }
  builder.finish();
}

bool StartAutomaton::begins_anyhow(const Pattern& pattern) {
  const auto tree = parse_pattern(pattern.source());
  return !tree || report::begins_anyhow(*tree);
}

namespace {

struct Head {
  std::uint64_t magic;
  std::uint64_t nodes, entries, common, members, rests, lists;
  std::array<std::uint8_t, 256> columns;
};

}  // namespace

std::string StartAutomaton::bytes() const {
  const Head head{magic,           nodes_.size(), entries_.size(), common_.size(),
                  members_.size(), rests_.size(), starts_.size(),  columns_};
  return flat_bytes(head, nodes_, entries_, starts_, common_, members_, rests_);
}

StartAutomaton StartAutomaton::over(std::span<const std::byte> bytes) {
  FlatReader flat(bytes);
  const Head head = flat.head<Head>(magic);
  StartAutomaton automaton;
  automaton.columns_ = head.columns;
  flat.take(automaton.nodes_, head.nodes);
  flat.take(automaton.entries_, head.entries);
  flat.take(automaton.starts_, head.lists);
  flat.take(automaton.common_, head.common);
  flat.take(automaton.members_, head.members);
  flat.take(automaton.rests_, head.rests);
  flat.done();
  return automaton;
}

}  // namespace report
