// SPDX-License-Identifier: EUPL-1.2
#include "find/leftover_features.hpp"

#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

#include "rulebook/lexicon.hpp"
#include "text/utf8.hpp"

namespace report {
namespace {

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
  [[nodiscard]] const FeatureName& of(const Token& token, bool begins, Casing casing) const {
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

  std::vector<FeatureName> names_;
};

const Shapes& shapes() {
  static const Shapes all;
  return all;
}

/// Names that all texts share.
struct CommonNames {
  FeatureName edge{"^"}, line{"|"}, number{"#"}, mixed{"#x"}, label{"<label>"};
  FeatureName keep{"keep"}, flag{"flag"}, allowed{"allowed"};
  FeatureName own{"own"}, front{"front"}, middle{"middle"}, back{"back"};
};

const CommonNames& common_names() {
  static const CommonNames all;
  return all;
}

}  // namespace

FeatureName::FeatureName(std::string called)
    : name(std::move(called)), hash(Lexicon::hash_of(name).low) {}

LeftoverFeatures::LeftoverFeatures(const LookedUp& text, const Found& found,
                                   const Rulebook& rulebook)
    : text_(text),
      casing_(casing_of(text)),
      small_(rulebook.lexicon.class_bit("stopword").value_or(0)),
      held_(text.size(), nullptr),
      edge_{common_names().edge.hash, no_token, &common_names().edge} {
  for (const std::string& name : rulebook.lexicon.class_names()) lists_.emplace_back(name);
  for (const IdentifierType& type : rulebook.find.types)
    removed_.emplace_back(fmt::format("<{}>", type.id));
  hold(found, rulebook.find);
  line_up(found, rulebook.find);
  count_words();
  look_around(rulebook.find.leftovers);
}

bool LeftoverFeatures::left(std::size_t token) const {
  const TokenKind kind = text_.tokens()[token].kind;
  return kind != TokenKind::mark && kind != TokenKind::label &&
         things_[place_[token]].token == token && held_[token] != &common_names().allowed;
}

bool LeftoverFeatures::is_small(std::size_t token) const {
  if (!is_stopword(token)) return false;
  for (const int far : {-2, -1, 1, 2})
    if (thing(place_[token], far).removed) return false;
  return true;
}

bool LeftoverFeatures::beside_removed(std::size_t token) const {
  for (const int way : {-1, 1}) {
    const Thing& next = thing(place_[token], way);
    if (next.removed || (is_mark(next) && thing(place_[token], 2 * way).removed)) return true;
  }
  return false;
}

std::optional<std::size_t> LeftoverFeatures::beside(std::size_t token, int way) const {
  const Thing& next = thing(place_[token], way);
  const Thing& word = is_mark(next) ? thing(place_[token], 2 * way) : next;
  if (word.token == no_token || is_mark(word)) return std::nullopt;
  return word.token;
}

void LeftoverFeatures::remove(std::size_t token, std::size_t type) {
  things_[place_[token]] = {removed_[type].hash, no_token, &removed_[type], true};
}

bool LeftoverFeatures::held(std::size_t token) const {
  return held_[token] == &common_names().keep || held_[token] == &common_names().flag;
}

const FeatureName& LeftoverFeatures::shape_of(std::size_t token) const {
  constexpr std::string_view opening = ":\">'[]|*-";
  bool begins = token == 0 || text_.sentence_start[token] || text_.tokens()[token].line_start;
  if (!begins) {
    const Token& before = text_.tokens()[token - 1];
    begins = before.kind == TokenKind::mark &&
             opening.find(text_.document->view.text[before.begin]) != std::string_view::npos;
  }
  return shapes().of(text_.tokens()[token], begins, casing_);
}

const LeftoverFeatures::Thing& LeftoverFeatures::thing(std::size_t place, int far) const {
  const auto at = static_cast<std::ptrdiff_t>(place) + far;
  return at < 0 || at >= static_cast<std::ptrdiff_t>(things_.size())
             ? edge_
             : things_[static_cast<std::size_t>(at)];
}

std::string_view LeftoverFeatures::name_of(const Thing& thing) const {
  return thing.named == nullptr ? text_.folded[thing.token] : std::string_view(thing.named->name);
}

/// With the words that hang on by a hyphen: "Den Hey" of "Den Hey-Acker".
Span LeftoverFeatures::whole_words(Span span) const {
  const std::vector<Token>& tokens = text_.tokens();
  std::size_t next = token_at(tokens, span.end);
  while (next + 1 < text_.size() && !tokens[next].space_before && !tokens[next + 1].space_before &&
         text_.document->view.text[tokens[next].begin] == '-' && tokens[next + 1].is_word()) {
    span.end = tokens[next + 1].end;
    next += 2;
  }
  return span;
}

void LeftoverFeatures::hold(const Found& found, const FindRules& rules) {
  const auto hold_span = [&](Span span, const FeatureName& as) {
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
      for (const FeatureName& type : held_types_)
        if (type.name == finding.type) hold_span(finding.span, type);
  }
}

void LeftoverFeatures::line_up(const Found& found, const FindRules& rules) {
  std::size_t next = 0;
  place_.reserve(text_.size());
  things_.reserve(text_.size() + text_.size() / 8);
  for (std::uint32_t i = 0; i < text_.size(); ++i) {
    const Token& token = text_.tokens()[i];
    while (next < found.removed.size() && found.removed[next].span.end <= token.begin) ++next;
    const auto of = [](const FeatureName& named) { return Thing{named.hash, no_token, &named}; };
    if (token.line_start && i > 0) things_.push_back(of(common_names().line));
    place_.push_back(things_.size());
    if (next < found.removed.size() && found.removed[next].span.begin < token.end) {
      std::size_t type = 0;
      while (rules.types[type].id != found.removed[next].type) ++type;
      things_.push_back(of(removed_[type]));
      things_.back().removed = true;
    } else if (token.kind == TokenKind::label) {
      things_.push_back(of(common_names().label));
    } else if (token.kind == TokenKind::number || token.kind == TokenKind::mixed) {
      const FeatureName& named =
          token.kind == TokenKind::number ? common_names().number : common_names().mixed;
      things_.push_back({named.hash, i, &named});
    } else {
      things_.push_back({text_.hashes[i], i, nullptr});
    }
  }
}

void LeftoverFeatures::look_around(const LeftoverRules& rules) {
  line_.reserve(text_.size());
  line_types_.push_back(0);
  own_.resize(text_.size() == 0 ? 0 : text_.sentence.back() + 1U, nullptr);
  for (std::size_t i = 0; i < text_.size(); ++i) {
    const Token& token = text_.tokens()[i];
    if (token.line_start && i > 0) line_types_.push_back(0);
    line_.push_back(static_cast<std::uint32_t>(line_types_.size() - 1));
    const Thing& here = things_[place_[i]];
    if (here.removed)
      line_types_.back() |= 1U << static_cast<std::size_t>(here.named - removed_.data());
    if (token.is_word() && std::binary_search(rules.own.begin(), rules.own.end(), text_.hashes[i]))
      own_[text_.sentence[i]] = &common_names().own;
  }
}

void LeftoverFeatures::count_words() {
  static const std::array<FeatureName, 4> names{FeatureName("1"), FeatureName("2"),
                                                FeatureName("3"), FeatureName("4")};  // and more
  std::unordered_map<std::uint64_t, std::size_t> counts;
  counts.reserve(text_.size());
  for (const std::uint64_t hash : text_.hashes) ++counts[hash];
  count_.reserve(text_.size());
  for (const std::uint64_t hash : text_.hashes)
    count_.push_back(&names.at(std::min(counts[hash], names.size()) - 1));
}

std::pair<std::string_view, std::string_view> LeftoverFeatures::affixes_of(
    std::size_t token) const {
  constexpr std::size_t letters = 3;
  const std::string_view word = text_.folded[token];
  if (!text_.tokens()[token].is_word()) return {};
  std::size_t front = 0;
  std::size_t back = word.size();
  for (std::size_t letter = 0; letter < letters; ++letter) {
    if (front < word.size()) ++front;
    while (front < word.size() && is_continuation(word[front])) ++front;
    if (back > 0) --back;
    while (back > 0 && is_continuation(word[back])) --back;
  }
  if (front == word.size()) return {};
  return {word.substr(0, front), word.substr(back)};
}

std::array<char, 3> LeftoverFeatures::glued_to(std::size_t token) const {
  const Token& here = text_.tokens()[token];
  const std::string_view view = text_.document->view.text;
  const auto told = [&](std::size_t at) {
    if (at >= view.size()) return '_';
    const char byte = view[at];
    if (byte == ' ' || byte == '\n' || byte == '\t') return '_';
    return byte > ' ' && byte < 0x7F ? byte : '?';
  };
  return {here.begin == 0 ? '_' : told(here.begin - 1), '|', told(here.end)};
}

const FeatureName& LeftoverFeatures::part_of(std::size_t token) const {
  constexpr std::size_t parts = 8;  // the first is the front, the last two are the back
  const std::size_t part = token * parts / text_.size();
  if (part == 0) return common_names().front;
  return part + 2 < parts ? common_names().middle : common_names().back;
}

}  // namespace report
