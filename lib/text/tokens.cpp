// SPDX-License-Identifier: EUPL-1.2
#include "text/tokens.hpp"

#include <algorithm>
#include <array>

#include "text/letters.hpp"

namespace report {
namespace {

enum class Shape : std::uint8_t { mark, lower, upper, digit, blank, line_end, wide };

constexpr std::array<Shape, 256> shapes = [] {
  std::array<Shape, 256> table{};
  for (std::size_t byte = 0; byte < table.size(); ++byte) {
    if (byte >= 0x80U)
      table[byte] = Shape::wide;
    else if (byte >= 'a' && byte <= 'z')
      table[byte] = Shape::lower;
    else if (byte >= 'A' && byte <= 'Z')
      table[byte] = Shape::upper;
    else if (byte >= '0' && byte <= '9')
      table[byte] = Shape::digit;
    else if (byte == ' ')
      table[byte] = Shape::blank;
    else if (byte == '\n')
      table[byte] = Shape::line_end;
    else
      table[byte] = Shape::mark;
  }
  return table;
}();

/// One character at `at`: its shape, wide ones resolved, and where the next begins.
struct Character {
  Shape shape;
  std::size_t next;
};

Character character(std::string_view view, std::size_t at) {
  const Shape shape = shapes[static_cast<unsigned char>(view[at])];
  if (shape != Shape::wide) return {shape, at + 1};
  std::size_t next = at;
  const char32_t point = decode(view, next);
  if (!is_letter(point)) return {Shape::mark, next};
  return {is_upper(point) ? Shape::upper : Shape::lower, next};
}

/// The token of letters and digits that begins at `at`.
Token run(std::string_view view, std::size_t at) {
  Token token;
  token.begin = static_cast<std::uint32_t>(at);
  std::size_t letters = 0;
  std::size_t uppers = 0;
  std::size_t digits = 0;
  while (at < view.size()) {
    const Shape plain = shapes[static_cast<unsigned char>(view[at])];
    if (plain == Shape::lower) {
      ++letters;
      ++at;
      continue;
    }
    const Character here = plain == Shape::wide ? character(view, at) : Character{plain, at + 1};
    if (here.shape == Shape::digit) {
      ++digits;
    } else if (here.shape == Shape::lower || here.shape == Shape::upper) {
      ++letters;
      if (here.shape == Shape::upper) ++uppers;
    } else if (view[at] == '\'' && letters > 0 && digits == 0 && at + 1 < view.size()) {
      const Shape behind = character(view, at + 1).shape;
      if (behind != Shape::lower && behind != Shape::upper) break;
    } else {
      break;
    }
    at = here.next;
  }
  token.end = static_cast<std::uint32_t>(at);
  token.kind = digits == 0 ? TokenKind::word : letters == 0 ? TokenKind::number : TokenKind::mixed;
  token.capital = character(view, token.begin).shape == Shape::upper;
  // d'Hautefeuille, l'Ami: the capital stands behind the apostrophe.
  if (token.end - token.begin > 3 && view[token.begin + 1] == '\'')
    token.capital = token.capital || character(view, token.begin + 2).shape == Shape::upper;
  token.upper = uppers == letters && letters > 1;
  return token;
}

}  // namespace

std::vector<Token> tokenise(std::string_view view, std::span<const Span> labels) {
  std::vector<Token> tokens;
  constexpr std::size_t bytes_a_token = 5;
  tokens.reserve(view.size() / bytes_a_token + 4);
  bool line_start = true;
  bool space = true;
  auto label = labels.begin();
  for (std::size_t at = 0; at < view.size();) {
    while (label != labels.end() && label->begin < at) ++label;
    const Character here = character(view, at);
    if (here.shape == Shape::blank || here.shape == Shape::line_end) {
      space = true;
      line_start = line_start || here.shape == Shape::line_end;
      at = here.next;
      continue;
    }
    Token token;
    if (label != labels.end() && label->begin == at) {
      token.begin = static_cast<std::uint32_t>(at);
      token.end = static_cast<std::uint32_t>(label->end);
      token.kind = TokenKind::label;
    } else if (here.shape == Shape::mark) {
      token.begin = static_cast<std::uint32_t>(at);
      token.end = static_cast<std::uint32_t>(here.next);
    } else {
      token = run(view, at);
      // A label may begin within a run: the run ends before it.
      if (label != labels.end() && label->begin < token.end)
        token.end = static_cast<std::uint32_t>(label->begin);
    }
    token.line_start = line_start;
    token.space_before = space;
    tokens.push_back(token);
    line_start = space = false;
    at = token.end;
  }
  return tokens;
}

std::size_t token_at(const std::vector<Token>& tokens, std::size_t byte) {
  const auto found = std::partition_point(tokens.begin(), tokens.end(),
                                          [byte](const Token& t) { return t.begin < byte; });
  return static_cast<std::size_t>(found - tokens.begin());
}

}  // namespace report
