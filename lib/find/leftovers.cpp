// SPDX-License-Identifier: EUPL-1.2
#include "find/leftovers.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "find/name_casing.hpp"
#include "rulebook/lexicon.hpp"

namespace report {
namespace {

/// A name that features are told in, with its hash.
struct Named {
  std::string name;
  std::uint64_t hash;
  explicit Named(std::string called) : name(std::move(called)), hash(Lexicon::hash_of(name).low) {}
};

/// What stands beside a word: a word, a mark, a line end, or something that is removed.
struct Thing {
  std::uint64_t hash;
  std::uint32_t token;  // most: no token
  const Named* named;   // of what is no word of the text
};
constexpr auto no_token = static_cast<std::uint32_t>(-1);

/// How the letters of a word are written, whether it begins something, and how the note writes.
class Shapes {
 public:
  Shapes() {
    for (const std::string_view letters :
         {"x", "xx", "X", "XX", "XXXX", "Xx", "x1", "1", "11", "111", "1111", "11111"})
      for (const std::string_view begins : {"", "^"})
        for (const std::string_view casing : {"", "-lower", "-upper"})
          names_.emplace_back(fmt::format("{}{}{}", letters, begins, casing));
  }
  [[nodiscard]] const Named& of(const Token& token, bool begins, Casing casing) const {
    return names_[(letters_of(token) * 2 + (begins ? 1 : 0)) * 3 +
                  static_cast<std::size_t>(casing)];
  }

 private:
  static std::size_t letters_of(const Token& token) {
    constexpr std::size_t longest = 4;
    constexpr std::size_t numbers = 7;
    const std::size_t size = token.end - token.begin;
    if (token.kind == TokenKind::mixed) return numbers - 1;
    if (token.kind == TokenKind::number) return numbers + std::min(size - 1, longest);
    if (!token.capital) return size == 1 ? 0 : 1;
    if (size == 1) return 2;
    if (!token.upper) return 5;
    return size < longest ? 3 : 4;
  }

  std::vector<Named> names_;
};

const Shapes& shapes() {
  static const Shapes all;
  return all;
}

/// Names that all texts share.
struct CommonNames {
  Named edge{"^"}, line{"|"}, number{"#"}, mixed{"#x"}, label{"<label>"};
  Named keep{"keep"}, flag{"flag"}, allowed{"allowed"};
};

const CommonNames& common_names() {
  static const CommonNames all;
  return all;
}

/// The words of a text that are left, and the features of each.
class Leftovers {
 public:
  Leftovers(const LookedUp& text, const Found& found, const Rulebook& rulebook)
      : text_(text),
        casing_(casing_of(text)),
        small_(rulebook.lexicon.class_bit("stopword").value_or(0)),
        held_(text.size(), nullptr) {
    for (const std::string& name : rulebook.lexicon.class_names()) lists_.emplace_back(name);
    for (const IdentifierType& type : rulebook.find.types)
      removed_.emplace_back(fmt::format("<{}>", type.id));
    hold(found, rulebook.find);
    line_up(found, rulebook.find);
  }

  [[nodiscard]] bool left(std::size_t token) const {
    const TokenKind kind = text_.tokens()[token].kind;
    return kind != TokenKind::mark && kind != TokenKind::label &&
           things_[place_[token]].token == token && held_[token] != &common_names().allowed;
  }

  /// A small word beside nothing that is removed: never an identifier, and half of all words.
  [[nodiscard]] bool is_small(std::size_t token) const {
    if (text_.tokens()[token].capital || !text_.is(token, small_)) return false;
    for (const int far : {-2, -1, 1, 2}) {
      const Thing& beside = thing(place_[token], far);
      if (beside.named != nullptr && !removed_.empty() && beside.named >= removed_.data() &&
          beside.named < removed_.data() + removed_.size())
        return false;
    }
    return true;
  }

  /// A rule keeps it or flags it.
  [[nodiscard]] bool held(std::size_t token) const {
    return held_[token] == &common_names().keep || held_[token] == &common_names().flag;
  }

  /// Calls `take(kind, one, other, hash of one, hash of other)` for every feature.
  template <typename Take>
  void each(std::size_t token, Take take) const {
    using F = LeftoverFeature;
    const auto classes_of = [&](std::size_t i) { return text_.all_classes(i); };
    const Named& shape = shape_of(token);
    const std::size_t place = place_[token];
    take(F::any, {}, {}, 0, 0);
    take(F::shape, shape.name, {}, shape.hash, 0);
    take(F::word, name_of(things_[place]), {}, things_[place].hash, 0);
    each_list(classes_of(token), [&](const Named& list) {
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
      each_list(classes_of(beside.token), [&](const Named& list) {
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
  }

 private:
  [[nodiscard]] const Named& shape_of(std::size_t token) const {
    constexpr std::string_view opening = ":\">'[]|*-";
    bool begins = token == 0 || text_.sentence_start[token] || text_.tokens()[token].line_start;
    if (!begins) {
      const Token& before = text_.tokens()[token - 1];
      begins = before.kind == TokenKind::mark &&
               opening.find(text_.document->view.text[before.begin]) != std::string_view::npos;
    }
    return shapes().of(text_.tokens()[token], begins, casing_);
  }

  template <typename Take>
  void each_list(Classes classes, Take take) const {
    for (; classes != 0; classes &= classes - 1) {
      const auto list = static_cast<std::size_t>(std::countr_zero(classes));
      if (list < lists_.size()) take(lists_[list]);
    }
  }

  [[nodiscard]] const Thing& thing(std::size_t place, int far) const {
    const auto at = static_cast<std::ptrdiff_t>(place) + far;
    return at < 0 || at >= static_cast<std::ptrdiff_t>(things_.size())
               ? edge_
               : things_[static_cast<std::size_t>(at)];
  }

  [[nodiscard]] std::string_view name_of(const Thing& thing) const {
    return thing.named == nullptr ? text_.folded[thing.token] : std::string_view(thing.named->name);
  }

  /// With the words that hang on by a hyphen: "Den Hey" of "Den Hey-Acker".
  [[nodiscard]] Span whole_words(Span span) const {
    const std::vector<Token>& tokens = text_.tokens();
    std::size_t next = token_at(tokens, span.end);
    while (next + 1 < text_.size() && !tokens[next].space_before &&
           !tokens[next + 1].space_before && text_.document->view.text[tokens[next].begin] == '-' &&
           tokens[next + 1].is_word()) {
      span.end = tokens[next + 1].end;
      next += 2;
    }
    return span;
  }

  void hold(const Found& found, const FindRules& rules) {
    const auto hold_span = [&](Span span, const Named& as) {
      for (std::size_t i = token_at(text_.tokens(), span.begin);
           i < text_.size() && text_.tokens()[i].begin < span.end; ++i)
        held_[i] = &as;
    };
    for (const Span& span : found.kept) hold_span(whole_words(span), common_names().keep);
    for (const Span& span : found.allowed) hold_span(span, common_names().allowed);
    held_types_.reserve(rules.types.size());
    for (const IdentifierType& type : rules.types) held_types_.emplace_back(type.id);
    for (const Finding& finding : found.unsure) {
      if (finding.action == Action::flag) hold_span(finding.span, common_names().flag);
      // How sure the person model is depends on its threshold.
      else if (finding.type != "person")
        for (const Named& type : held_types_)
          if (type.name == finding.type) hold_span(finding.span, type);
    }
  }

  void line_up(const Found& found, const FindRules& rules) {
    std::size_t next = 0;
    place_.reserve(text_.size());
    things_.reserve(text_.size() + text_.size() / 8);
    for (std::uint32_t i = 0; i < text_.size(); ++i) {
      const Token& token = text_.tokens()[i];
      while (next < found.removed.size() && found.removed[next].span.end <= token.begin) ++next;
      const auto of = [](const Named& named) { return Thing{named.hash, no_token, &named}; };
      if (token.line_start && i > 0) things_.push_back(of(common_names().line));
      place_.push_back(things_.size());
      if (next < found.removed.size() && found.removed[next].span.begin < token.end) {
        std::size_t type = 0;
        while (rules.types[type].id != found.removed[next].type) ++type;
        things_.push_back(of(removed_[type]));
      } else if (token.kind == TokenKind::label) {
        things_.push_back(of(common_names().label));
      } else if (token.kind == TokenKind::number || token.kind == TokenKind::mixed) {
        const Named& named =
            token.kind == TokenKind::number ? common_names().number : common_names().mixed;
        things_.push_back({named.hash, i, &named});
      } else {
        things_.push_back({text_.hashes[i], i, nullptr});
      }
    }
  }

  const LookedUp& text_;
  Casing casing_;
  Classes small_;
  std::vector<Named> lists_, removed_, held_types_;
  std::vector<const Named*> held_;  // what a rule says of each token
  std::vector<Thing> things_;       // tokens and line ends
  std::vector<std::size_t> place_;  // of each token in things_
  Thing edge_{common_names().edge.hash, no_token, &common_names().edge};
};

/// Certainty against log odds: straight lines between what a person is shown, what is removed, and
/// what is as sure as a rule with a list.
double certainty_of(double odds, const LeftoverRules& rules) {
  constexpr double shown = 0.2, removed = 0.5, most = 0.9, beyond = 4;
  const double slope = (removed - shown) / (rules.remove - rules.unsure);
  if (odds < rules.remove) return std::max(0.0, shown + (odds - rules.unsure) * slope);
  return std::min(most, removed + (odds - rules.remove) * (most - removed) / beyond);
}

}  // namespace

std::vector<LeftoverWord> leftover_words(const LookedUp& text, const Found& found,
                                         const Rulebook& rulebook) {
  const Leftovers left(text, found, rulebook);
  std::vector<LeftoverWord> words;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!left.left(i)) continue;
    LeftoverWord word{i, {}};
    left.each(i, [&](LeftoverFeature kind, std::string_view one, std::string_view other,
                     std::uint64_t, std::uint64_t) {
      std::string feature(leftover_feature_names().at(static_cast<std::size_t>(kind)));
      for (const std::string_view name : {one, other})
        if (!name.empty()) feature += fmt::format(" {}", name);
      word.features.push_back(std::move(feature));
    });
    words.push_back(std::move(word));
  }
  return words;
}

std::vector<Finding> leftover_findings(const LookedUp& text, const Found& found,
                                       const Rulebook& rulebook, const FindOptions& options) {
  const LeftoverRules& rules = rulebook.find.leftovers;
  if (rules.empty()) return {};
  const Leftovers left(text, found, rulebook);
  const std::size_t types = rulebook.find.types.size();
  std::vector<Finding> findings;
  std::vector<std::uint32_t> rows;
  std::optional<std::size_t> last;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!left.left(i) || left.is_small(i) || text.is(i, rules.spared)) continue;
    double odds = 0;
    rows.clear();
    left.each(i, [&](LeftoverFeature kind, std::string_view, std::string_view, std::uint64_t one,
                     std::uint64_t other) {
      if (const auto row = rules.weights.find(LeftoverRules::key(kind, one, other))) {
        odds += rules.weights.value(*row);
        rows.push_back(*row);
      }
    });
    double certainty = certainty_of(odds, rules);
    // What a rule protects or flags stays: a person is shown it.
    if (left.held(i)) certainty = std::min(certainty, options.threshold - 0.01);
    if (certainty < options.unsure) continue;
    std::vector<double> sums(types, 0);
    for (const std::uint32_t row : rows)
      for (std::size_t type = 0; type < types; ++type)
        sums[type] += rules.weights.weight(row, type);
    const auto best =
        static_cast<std::size_t>(std::max_element(sums.begin(), sums.end()) - sums.begin());
    Finding finding;
    finding.span = {text.tokens()[i].begin, text.tokens()[i].end};
    finding.type = rulebook.find.types[best].id;
    finding.rule = LeftoverRules::rule_of(finding.type);
    finding.certainty = certainty;
    // A row of words is one finding, and so are two with a small word between: "mees van acker".
    const bool removed = certainty >= options.threshold;
    const bool in_row =
        last && (*last + 1 == i || (*last + 2 == i && left.left(i - 1) && left.is_small(i - 1) &&
                                    !text.tokens()[i - 1].line_start));
    if (in_row && findings.back().type == finding.type &&
        (findings.back().certainty >= options.threshold) == removed &&
        !text.tokens()[i].line_start) {
      findings.back().span.end = finding.span.end;
      findings.back().certainty = std::max(findings.back().certainty, certainty);
    } else {
      findings.push_back(std::move(finding));
    }
    last = i;
  }
  return findings;
}

}  // namespace report
