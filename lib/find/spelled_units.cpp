// SPDX-License-Identifier: EUPL-1.2
#include "find/spelled_units.hpp"

#include <algorithm>

namespace report {

bool SpelledUnits::ordinary(std::size_t i) const {
  const Token& here = token(i);
  return here.kind == TokenKind::mark ||
         (here.kind == TokenKind::word && !here.upper && spelled_[i] == nullptr && !letter_at(i));
}

std::optional<SpelledUnits::Unit> SpelledUnits::letter_of_a_word(std::size_t i) const {
  if (!letter_at(i)) return std::nullopt;
  std::size_t at = i + 1;
  if (at < text_.size() && text_.folded[at] == "als")
    at += text_.folded[at + 1 < text_.size() ? at + 1 : at] == "in" ? 2 : 1;
  else if (at < text_.size() && text_.folded[at] == "van")
    ++at;
  else
    return std::nullopt;
  if (!same_sentence(i, at) || !token(at).is_word() || text_.folded[at].size() < 3 ||
      text_.folded[at].front() != text_.folded[i].front())
    return std::nullopt;
  return Unit{at + 1, upper(i), true, true};
}

bool SpelledUnits::accented(std::size_t i) const {
  return std::any_of(word(i).begin(), word(i).end(),
                     [](char c) { return static_cast<unsigned char>(c) >= 0x80U; });
}

bool SpelledUnits::spelled_digit(std::size_t i) const {
  const SpelledWord* const here = spelled(i);
  return here != nullptr && here->kind == SpelledKind::digit;
}

bool SpelledUnits::pause(std::size_t i) const {
  constexpr std::string_view marks = "-,.";
  return word(i) == "…" ||
         (token(i).kind == TokenKind::mark && marks.find(word(i)) != std::string_view::npos);
}

std::size_t SpelledUnits::over_pause(std::size_t i) const {
  std::size_t at = i;
  bool marked = false;
  while (at < text_.size() && at < i + longest_pause && (pause(at) || filler(at)))
    marked = pause(at++) || marked;
  return marked ? at : i;
}

std::size_t SpelledUnits::before_pause(std::size_t i) const {
  if (i == 0) return 0;
  std::size_t at = i - 1;
  bool marked = false;
  while (at > 0 && at + longest_pause > i && (pause(at) || filler(at)))
    marked = pause(at--) || marked;
  return marked ? at : i - 1;
}

bool SpelledUnits::one_among_digits(std::size_t i, bool within) const {
  const std::size_t next = over_pause(i + 1);
  if (spelled_digit(next)) return within || spelled_digit(over_pause(next + 1));
  const bool last =
      next >= text_.size() || token(next).kind != TokenKind::word || !same_sentence(i, next);
  const auto numeral = [&](std::size_t at) {
    const SpelledWord* const here = spelled(at);
    return here != nullptr &&
           (here->kind == SpelledKind::digit || here->kind == SpelledKind::number);
  };
  const std::size_t before = before_pause(i);
  const std::size_t earlier = before_pause(before);
  const bool digits_before =
      i > 1 && numeral(before) && (before + 1 < i || numeral(earlier) || letter_at(earlier));
  return within && digits_before && (last || spelled(next) != nullptr || i > 3);
}

bool SpelledUnits::read_on(std::size_t i) const {
  const SpelledWord* const here = spelled(i);
  return here != nullptr && !token(i).line_start &&
         (here->kind == SpelledKind::digit || here->kind == SpelledKind::number ||
          here->kind == SpelledKind::filler);
}

std::string SpelledUnits::upper(std::size_t i) const {
  std::string text(text_.folded[i]);
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text;
}

std::optional<SpelledUnits::Unit> SpelledUnits::unit(std::size_t i, bool within) const {
  if (i >= text_.size()) return std::nullopt;
  if (auto letter = letter_of_a_word(i)) return letter;
  const TokenKind kind = token(i).kind;
  constexpr std::size_t longest_typed = 10;
  if (kind == TokenKind::number && word(i).size() <= longest_typed)
    return Unit{i + 1, std::string(word(i)), false, false};
  if (kind == TokenKind::mixed && word(i).size() <= longest_typed && within)
    return Unit{i + 1, upper(i), false, false};
  if (kind != TokenKind::word) return std::nullopt;
  if (const SpelledWord* const here = spelled(i)) {
    switch (here->kind) {
      case SpelledKind::digit:
        // "een" is an article nearly everywhere; "één" is a digit.
        if (here->text == "1" && !accented(i) && !one_among_digits(i, within)) break;
        return Unit{i + 1, here->text, true, false};
      case SpelledKind::number:
        return Unit{i + 1, here->text, true, false};
      case SpelledKind::letter:
        if (!within && text_.folded[i].size() < 3) break;
        return Unit{i + 1,
                    std::string(1, static_cast<char>(here->text.front() - 'a' + 'A')) +
                        here->text.substr(1),
                    true, true};
      case SpelledKind::alphabet:
        return Unit{i + 1, std::string(1, static_cast<char>(here->text.front() - 'a' + 'A')), false,
                    true};
      case SpelledKind::doubling:
        if (!same_sentence(i, i + 1)) break;
        // 'dubbel een' is no article.
        if (spelled_digit(i + 1))
          return Unit{i + 2, spelled(i + 1)->text + spelled(i + 1)->text, true, false};
        if (auto next = unit(i + 1, true); next && next->text.size() == 1) {
          next->text += next->text;
          next->spoken = true;
          return next;
        }
        break;
      default:
        break;
    }
  }
  if (letter_at(i)) return Unit{i + 1, upper(i), false, true};
  constexpr std::size_t longest_code = 4;
  const bool before_digit = i + 1 < text_.size() && spelled_digit(i + 1);
  const bool acronym = !within && text_.classes[i] != 0;
  if ((within || before_digit) && !acronym && token(i).upper && word(i).size() <= longest_code)
    return Unit{i + 1, std::string(word(i)), false, true};
  return std::nullopt;
}

bool SpelledUnits::passes(std::size_t i, std::string& gap) const {
  if (token(i).kind == TokenKind::mark) {
    if (word(i) == "…") {
      gap += ' ';
      return true;
    }
    const char mark = text_.document->view.text[token(i).begin];
    const bool glued = !token(i).space_before;
    constexpr std::string_view kept = "-/@_:.";
    if (kept.find(mark) != std::string_view::npos) {
      const bool end = i + 1 >= text_.size() || token(i + 1).space_before;
      const bool dots = i > 0 && token(i - 1).kind == TokenKind::mark;
      if (mark == '.' && (!glued || end) && !dots && !read_on(i + 1)) return false;
      const bool pause = mark == '.' ? dots || end : mark == ':' && !glued;
      gap += pause ? ' ' : mark;
      return true;
    }
    constexpr std::string_view pauses = ",[]()'\"";
    if (pauses.find(mark) == std::string_view::npos) return false;
    gap += ' ';
    return true;
  }
  const SpelledWord* const here = spelled(i);
  if (here == nullptr) return false;
  if (here->kind == SpelledKind::mark) {
    gap += here->text;
    return true;
  }
  if (here->kind != SpelledKind::filler) return false;
  gap += ' ';
  return true;
}

char SpelledUnits::mark_at(std::size_t i) const {
  const SpelledWord* const here = spelled(i);
  return here != nullptr && here->kind == SpelledKind::mark && !here->text.empty()
             ? here->text.front()
             : '\0';
}

}  // namespace report
