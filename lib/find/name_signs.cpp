// SPDX-License-Identifier: EUPL-1.2
#include "find/name_signs.hpp"

#include "base/among.hpp"

namespace report {

bool NameSigns::spelled_only(std::size_t i) const {
  const Token& token = text_.tokens()[i];
  return token.capital && !token.upper && !capitals_.ours[i] &&
         (text_.classes[i] & ~c_.street_suffix) == c_.ordinary && !opens_speech(i);
}

bool NameSigns::rare(std::size_t i) const {
  constexpr std::size_t longest = 5;
  return text_.folded[i].size() <= longest && spelled_only(i);
}

bool NameSigns::of_time(std::size_t i) const {
  if (opens_speech(i) || among(model_.before_times, text_.folded[i - 1])) return true;
  return i + 1 < text_.size() &&
         (text_.tokens()[i + 1].kind == TokenKind::number ||
          text_.tokens()[i + 1].kind == TokenKind::mixed || text_.is(i + 1, c_.day_month));
}

bool NameSigns::acts(std::size_t i) const {
  return i + 1 < text_.size() && text_.sentence[i + 1] == text_.sentence[i] &&
         text_.is(i + 1, c_.finite_verb);
}

bool NameSigns::opens_speech(std::size_t i) const {
  if (i == 0) return true;
  const Token& before = text_.tokens()[i - 1];
  if (before.kind == TokenKind::number) return true;
  return before.kind == TokenKind::mark && text_.folded[i - 1] != "," && text_.folded[i - 1] != "-";
}

bool NameSigns::code_follows(std::size_t i) const {
  const auto& tokens = text_.tokens();
  if (i + 2 >= tokens.size() || tokens[i + 1].space_before || tokens[i + 2].space_before)
    return false;
  return text_.folded[i + 1] == "-" &&
         (tokens[i + 2].kind == TokenKind::number || tokens[i + 2].kind == TokenKind::mixed);
}

bool NameSigns::named_thing(std::string_view word) const {
  constexpr std::size_t shortest_front = 5;
  constexpr std::size_t shortest_tail = 4;
  constexpr std::size_t longest = 64;
  if (word.size() > longest) return false;
  const Classes fronts =
      c_.dutch_place | c_.world_place | c_.brand | c_.organisation | c_.public_place | c_.country;
  for (std::size_t cut = shortest_front; cut + shortest_tail <= word.size(); ++cut)
    if ((text_.lexicon->classes_of(word.substr(0, cut)) & fronts) != 0 &&
        (text_.lexicon->classes_of(word.substr(cut)) & (c_.common | c_.ordinary)) != 0)
      return true;
  return false;
}

}  // namespace report
