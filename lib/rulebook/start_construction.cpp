// SPDX-License-Identifier: EUPL-1.2
#include "rulebook/start_construction.hpp"

#include <algorithm>

namespace report {
namespace {

/// Copies of a repeated part before "as often as you like" takes over: digits are worth counting,
/// letters and words are not (each count would be a state of its own, beside every other count).
constexpr std::size_t most_copies = 12;
constexpr std::size_t most_optional_copies = 3;
constexpr std::size_t most_counted_symbols = 20;

bool worth_counting(const PatternNode& node) {
  return node.kind == PatternNode::Kind::symbols && node.symbols.count() <= most_counted_symbols;
}

/// A repeat of nearly any letter: what it passes over decides nothing.
bool is_gap(const PatternNode& node) {
  constexpr std::size_t nearly_any = 40;
  constexpr std::size_t few = 3;
  const auto wide = [](const auto& self, const PatternNode& part) -> bool {
    if (part.kind == PatternNode::Kind::symbols) return part.symbols.count() > nearly_any;
    return std::any_of(part.parts.begin(), part.parts.end(),
                       [&](const PatternNode& inner) { return self(self, inner); });
  };
  return node.kind == PatternNode::Kind::repeat && node.most > few &&
         wide(wide, node.parts.front());
}

/// Fewest symbols a match of the part has.
std::size_t shortest(const PatternNode& node) {
  switch (node.kind) {
    case PatternNode::Kind::symbols:
      return 1;
    case PatternNode::Kind::look:
      return 0;
    case PatternNode::Kind::sequence: {
      std::size_t all = 0;
      for (const PatternNode& part : node.parts) all += shortest(part);
      return all;
    }
    case PatternNode::Kind::alternatives: {
      std::size_t least = endless;
      for (const PatternNode& part : node.parts) least = std::min(least, shortest(part));
      return least;
    }
    case PatternNode::Kind::repeat:
      break;
  }
  return std::min(endless, node.least * shortest(node.parts.front()));
}

/// Thompson's construction, back to front: each part is laid in front of the place behind it. A gap
/// behind a beginning is taken for the end: by then a rule is worth trying. Not so where any word
/// is a beginning.
class Construction {
 public:
  Construction(std::vector<Spot>& spots, std::uint16_t pattern)
      : spots_(spots), pattern_(pattern), accept_(add({Spot::Kind::accept, pattern_, {}, 0, 0})) {}

  /// One of several parts that must all match.
  Construction(std::vector<Spot>& spots, std::uint16_t pattern, std::uint8_t part)
      : spots_(spots),
        pattern_(pattern),
        part_(part),
        accept_(add({Spot::Kind::symbols, pattern_, {}, 0, 0})) {
    Spot& end = spots_[accept_];
    end.symbols.set();
    end.next = accept_;
    end.held = true;
  }

  std::uint32_t whole(const PatternNode& node) {
    anyhow_ = begins_anyhow(node);
    return lay(node, accept_, 0);
  }

  /// A look ahead is asked for to its end: what it says of a later symbol is why it is there.
  std::uint32_t look(const PatternNode& node) {
    anyhow_ = true;
    return lay(node.parts.front(), accept_, 0);
  }

 private:
  std::uint32_t add(Spot spot) {
    spot.part = part_;
    spots_.push_back(spot);
    return static_cast<std::uint32_t>(spots_.size() - 1);
  }

  std::uint32_t split(std::uint32_t one, std::uint32_t other) {
    return add({Spot::Kind::split, pattern_, {}, one, other});
  }

  /// `before`: symbols that a match has at least had by then.
  std::uint32_t lay(const PatternNode& node, std::uint32_t behind, std::size_t before) {
    switch (node.kind) {
      case PatternNode::Kind::look:
        return behind;
      case PatternNode::Kind::symbols:
        return add({Spot::Kind::symbols, pattern_, node.symbols, behind, 0});
      case PatternNode::Kind::sequence:
        return sequence(node, behind, before);
      case PatternNode::Kind::alternatives: {
        std::uint32_t front = lay(node.parts.back(), behind, before);
        for (std::size_t i = node.parts.size() - 1; i-- > 0;)
          front = split(lay(node.parts[i], behind, before), front);
        return front;
      }
      case PatternNode::Kind::repeat:
        break;
    }
    constexpr std::size_t long_gap = 30;
    constexpr std::size_t beginning = 5;  // symbols
    if (!anyhow_ && is_gap(node) && before >= (node.most < long_gap ? beginning : 1))
      return accept_;
    const PatternNode& part = node.parts.front();
    const bool counted = worth_counting(part);
    const std::size_t least = std::min<std::size_t>(node.least, counted ? most_copies : 1);
    std::uint32_t front = behind;
    if (node.most - least > (counted ? most_optional_copies : 1)) {
      front = split(0, behind);
      spots_[front].next = lay(part, front, before);
    } else {
      for (std::size_t i = least; i < node.most; ++i)
        front = split(lay(part, front, before), behind);
    }
    for (std::size_t i = 0; i < least; ++i) front = lay(part, front, before);
    return front;
  }

  std::uint32_t sequence(const PatternNode& node, std::uint32_t behind, std::size_t before) {
    std::vector<std::size_t> befores;
    for (const PatternNode& part : node.parts) {
      befores.push_back(before);
      before += shortest(part);
    }
    for (std::size_t i = node.parts.size(); i-- > 0;)
      behind = lay(node.parts[i], behind, befores[i]);
    return behind;
  }

  std::vector<Spot>& spots_;
  std::uint16_t pattern_;
  std::uint8_t part_ = 0;
  std::uint32_t accept_;
  bool anyhow_ = false;
};

}  // namespace

bool begins_anyhow(const PatternNode& node) {
  constexpr std::size_t many = 20;
  const Symbols first = first_symbols(node);
  std::size_t upper = 0;
  std::size_t lower = 0;
  for (std::size_t letter = 'a'; letter <= 'z'; ++letter) {
    lower += first.test(letter) ? 1U : 0U;
    upper += first.test(letter - 'a' + 'A') ? 1U : 0U;
  }
  return std::max(lower, upper) >= many;
}

std::vector<std::uint32_t> lay_pattern(const PatternNode& whole, std::uint16_t pattern,
                                       std::vector<Spot>& spots) {
  constexpr std::size_t most_looks = 7;
  std::vector<const PatternNode*> looks;
  if (whole.kind == PatternNode::Kind::sequence)
    for (const PatternNode& part : whole.parts) {
      const bool empty = part.kind == PatternNode::Kind::sequence && part.parts.empty();
      if (part.kind != PatternNode::Kind::look && !empty) break;
      if (!empty && !part.negated && !part.behind && looks.size() < most_looks)
        looks.push_back(&part);
    }
  if (looks.empty()) return {Construction(spots, pattern).whole(whole)};
  std::vector<std::uint32_t> fronts{Construction(spots, pattern, 0).whole(whole)};
  for (std::size_t i = 0; i < looks.size(); ++i)
    fronts.push_back(
        Construction(spots, pattern, static_cast<std::uint8_t>(i + 1)).look(*looks[i]));
  return fronts;
}

}  // namespace report
