// SPDX-License-Identifier: EUPL-1.2
#include "find/need_places.hpp"

#include <algorithm>
#include <array>

#include "text/utf8.hpp"

namespace report {

void NeedPlaces::find_characters() {
  std::array<std::uint8_t, 256> kind_of{};
  for (std::size_t i = 0; i < rules_.needs.size(); ++i)
    if (rules_.needs[i].kind == RuleNeed::Kind::character)
      kind_of.at(static_cast<unsigned char>(rules_.needs[i].character)) =
          static_cast<std::uint8_t>(i + 1);
  if (const std::uint8_t digit = kind_of['0']; digit != 0)
    for (unsigned char byte = '0'; byte <= '9'; ++byte) kind_of.at(byte) = digit;
  points_.resize(text_.size());
  std::uint32_t point = 0;
  std::size_t byte = 0;
  for (std::size_t token = 0; token <= text_.size(); ++token) {
    const std::size_t end =
        token < text_.size() ? text_.tokens()[token].begin : text_.document->view.text.size();
    for (; byte < end; ++byte) {
      const char here = text_.document->view.text[byte];
      const auto kind = kind_of[static_cast<unsigned char>(here)];
      if (kind != 0) needed_[kind - 1U].places.push_back(point);
      if (!is_continuation(here)) ++point;
    }
    if (token < text_.size()) points_[token] = point;
  }
}

void NeedPlaces::find_words() {
  std::vector<std::pair<Classes, Needed*>> words;
  Needed* numbers = nullptr;
  for (std::size_t i = 0; i < rules_.needs.size(); ++i) {
    const RuleNeed& need = rules_.needs[i];
    if (need.kind == RuleNeed::Kind::word) words.emplace_back(need.classes, &needed_[i]);
    if (need.kind == RuleNeed::Kind::number) numbers = &needed_[i];
  }
  for (std::size_t token = 0; token < text_.size(); ++token) {
    const TokenKind kind = text_.tokens()[token].kind;
    if (numbers != nullptr && (kind == TokenKind::number || kind == TokenKind::mixed))
      numbers->places.push_back(static_cast<std::uint32_t>(token));
    const Classes classes = text_.all_classes(token);
    if ((classes & rules_.any_needed_class) == 0) continue;
    for (const auto& [any, needed] : words)
      if ((classes & any) != 0) needed->places.push_back(static_cast<std::uint32_t>(token));
  }
}

void NeedPlaces::find_groups() {
  toggled_.assign(text_.size() + 1, 0);
  for (std::size_t i = 0; i < rules_.starts.size(); ++i) {
    const StartGroup& group = rules_.starts[i];
    const std::uint32_t bit = 1U << i;
    if (group.traces && !traces_) continue;
    const std::uint16_t need = rules_.index_of(group.need);
    if (need == RuleGate::no_need) {
      toggled_.front() ^= bit;
      continue;
    }
    const bool by_points = group.need.kind == RuleNeed::Kind::character;
    std::size_t token = 0;
    bool open = false;
    for (const std::uint32_t place : needed_[need].places) {
      const auto at = [&](std::size_t index) {
        return by_points ? points_[index] : static_cast<std::uint32_t>(index);
      };
      const auto reach = static_cast<std::uint32_t>(group.need.within);
      const std::uint32_t begin = place + 1 - std::min(place + 1, reach);
      std::size_t first = token;
      while (first < text_.size() && at(first) < begin) ++first;
      if (open && first > token) toggled_[token] ^= bit;
      if (!open || first > token) toggled_[first] ^= bit;
      open = true;
      token = first;
      while (token < text_.size() && at(token) <= place) ++token;
    }
    if (open) toggled_[token] ^= bit;
  }
}

}  // namespace report
