// SPDX-License-Identifier: EUPL-1.2
// What a word that the rules leave is weighed by: see rulebook/leftover_rules.hpp.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "find/find.hpp"
#include "find/name_casing.hpp"
#include "rulebook/leftover_rules.hpp"
#include "rulebook/token_pattern.hpp"

namespace report {

/// A name that features are told in, with its hash.
struct FeatureName {
  std::string name;
  std::uint64_t hash;
  explicit FeatureName(std::string called);
};

/// The words of a text that are left, and the features of each. The text must outlive it.
class LeftoverFeatures {
 public:
  LeftoverFeatures(const LookedUp& text, const Found& found, const Rulebook& rulebook);

  /// A word of which nothing is removed, and that no list of the organisation allows.
  [[nodiscard]] bool left(std::size_t token) const;
  /// A small word, wherever it stands.
  [[nodiscard]] bool is_stopword(std::size_t token) const {
    return !text_.tokens()[token].capital && text_.is(token, small_);
  }
  /// A small word beside nothing that is removed: never an identifier, and half of all words.
  [[nodiscard]] bool is_small(std::size_t token) const;
  /// Beside something that is removed, one mark between them or none: perhaps the rest of it.
  [[nodiscard]] bool beside_removed(std::size_t token) const;
  /// The word before this one (`way` -1) or behind it (1), one mark between them or none, of which
  /// nothing is removed; nothing at the end of a line.
  [[nodiscard]] std::optional<std::size_t> beside(std::size_t token, int way) const;
  /// From now on the word counts as removed, as one of rulebook.find.types.
  void remove(std::size_t token, std::size_t type);
  /// A rule keeps it or flags it.
  [[nodiscard]] bool held(std::size_t token) const;

  /// Calls `take(kind, one, other, hash of one, hash of other)` for every feature.
  template <typename Take>
  void each(std::size_t token, Take take) const {
    using F = LeftoverFeature;
    const FeatureName& shape = shape_of(token);
    const std::size_t place = place_[token];
    take(F::any, {}, {}, 0, 0);
    take(F::shape, shape.name, {}, shape.hash, 0);
    take(F::word, name_of(things_[place]), {}, things_[place].hash, 0);
    each_list(text_.all_classes(token), [&](const FeatureName& list) {
      take(F::list, list.name, {}, list.hash, 0);
      take(F::list_shape, list.name, shape.name, list.hash, shape.hash);
    });
    constexpr std::array<F, 3> before{F::before1, F::before2, F::before3};
    constexpr std::array<F, 3> after{F::after1, F::after2, F::after3};
    for (std::size_t far = 1; far <= before.size(); ++far) {
      const Thing& left = thing(place, -static_cast<int>(far));
      const Thing& right = thing(place, static_cast<int>(far));
      take(before.at(far - 1), name_of(left), {}, left.hash, 0);
      take(after.at(far - 1), name_of(right), {}, right.hash, 0);
      if (far > 1) continue;
      take(F::before1_shape, name_of(left), shape.name, left.hash, shape.hash);
      take(F::after1_shape, name_of(right), shape.name, right.hash, shape.hash);
    }
    const auto lists = [&](int far, F kind, bool shaped) {
      const Thing& beside = thing(place, far);
      if (beside.token == no_token) return;
      each_list(text_.all_classes(beside.token), [&](const FeatureName& list) {
        take(kind, list.name, shaped ? std::string_view(shape.name) : std::string_view(), list.hash,
             shaped ? shape.hash : 0);
      });
    };
    lists(-1, F::before1_list, true);
    lists(1, F::after1_list, true);
    lists(-2, F::before2_list, false);
    constexpr int nearest = 3, farthest = 8;
    for (int far = nearest; far <= farthest && static_cast<std::size_t>(far) <= place; ++far) {
      const Thing& beside = thing(place, -far);
      bool again = false;  // each once
      for (int nearer = nearest; nearer < far; ++nearer)
        again = again || thing(place, -nearer).hash == beside.hash;
      if (!again) take(F::near, name_of(beside), {}, beside.hash, 0);
    }
    if (held_[token] != nullptr)
      take(F::held, held_[token]->name, shape.name, held_[token]->hash, shape.hash);
    const std::size_t line = line_[token];
    const auto types = [&](std::size_t of, F kind) {
      for (std::uint32_t all = line_types_[of]; all != 0; all &= all - 1) {
        const FeatureName& type = removed_[static_cast<std::size_t>(std::countr_zero(all))];
        take(kind, type.name, shape.name, type.hash, shape.hash);
      }
    };
    types(line, F::line);
    if (line > 0) types(line - 1, F::line_before);
    if (line + 1 < line_types_.size()) types(line + 1, F::line_after);
    if (const FeatureName* const own = own_[text_.sentence[token]])
      take(F::sentence, own->name, shape.name, own->hash, shape.hash);
    const FeatureName& part = part_of(token);
    take(F::part, part.name, shape.name, part.hash, shape.hash);
    const auto written = [&](F kind, std::string_view name) {
      take(kind, name, shape.name, Lexicon::hash_of(name).low, shape.hash);
    };
    if (const auto [start, ending] = affixes_of(token); !start.empty()) {
      written(F::start, start);
      written(F::ending, ending);
    }
    const std::array<char, 3> glued = glued_to(token);
    written(F::glued, {glued.data(), glued.size()});
    take(F::count, count_[token]->name, shape.name, count_[token]->hash, shape.hash);
  }

 private:
  /// What stands beside a word: a word, a mark, a line end, or something that is removed.
  struct Thing {
    std::uint64_t hash;
    std::uint32_t token;       // most: no token
    const FeatureName* named;  // of what is no word of the text
    bool removed = false;
  };
  static constexpr auto no_token = static_cast<std::uint32_t>(-1);

  template <typename Take>
  void each_list(Classes classes, Take take) const {
    for (; classes != 0; classes &= classes - 1) {
      const auto list = static_cast<std::size_t>(std::countr_zero(classes));
      if (list < lists_.size()) take(lists_[list]);
    }
  }

  [[nodiscard]] bool is_mark(const Thing& thing) const {
    return thing.token != no_token && text_.tokens()[thing.token].kind == TokenKind::mark;
  }
  [[nodiscard]] const FeatureName& shape_of(std::size_t token) const;
  [[nodiscard]] const Thing& thing(std::size_t place, int far) const;
  [[nodiscard]] std::string_view name_of(const Thing& thing) const;
  [[nodiscard]] Span whole_words(Span span) const;
  void hold(const Found& found, const FindRules& rules);
  void line_up(const Found& found, const FindRules& rules);
  void look_around(const LeftoverRules& rules);
  void count_words();
  [[nodiscard]] const FeatureName& part_of(std::size_t token) const;
  /// The first and the last three letters of a word of more; else nothing.
  [[nodiscard]] std::pair<std::string_view, std::string_view> affixes_of(std::size_t token) const;
  /// The characters directly before and behind, _ for a blank: "_|," before a comma.
  [[nodiscard]] std::array<char, 3> glued_to(std::size_t token) const;

  const LookedUp& text_;
  Casing casing_;
  Classes small_;
  std::vector<FeatureName> lists_, removed_, held_types_;
  std::vector<const FeatureName*> held_;   // what a rule says of each token
  std::vector<const FeatureName*> count_;  // how often the text has each
  std::vector<Thing> things_;              // tokens and line ends
  std::vector<std::size_t> place_;         // of each token in things_
  std::vector<std::uint32_t> line_;        // of each token
  std::vector<std::uint32_t> line_types_;  // of each line, a bit for each type removed in it
  std::vector<const FeatureName*> own_;    // of each sentence, whether somebody speaks of himself
  Thing edge_;
};

}  // namespace report
