// SPDX-License-Identifier: EUPL-1.2
// The matching view of a clean text: quotes and dashes plain, wrapped lines joined.
#include <algorithm>
#include <array>

#include "text/letters.hpp"
#include "text/normal.hpp"

namespace report {
namespace {

/// What a typographic mark is for the rules; 0 for what stays as it is.
char plain_mark(char32_t point) {
  switch (point) {
    case U'\t': return ' ';
    case U'‐': case U'‑': case U'‒': case U'–': case U'—': case U'―': case U'−': case U'⁃':
      return '-';
    case U'‘': case U'’': case U'‚': case U'‛': case U'`': case U'´': case U'ʼ': case U'′':
      return '\'';
    case U'“': case U'”': case U'„': case U'‟': case U'«': case U'»': case U'″':
      return '"';
    default: return 0;
  }
}

struct Line {
  std::size_t begin = 0;  // behind the mail quoting
  std::size_t end = 0;
  bool quoted = false;
};

Line line_at(std::string_view text, std::size_t at) {
  Line line{at, std::min(text.find('\n', at), text.size()), false};
  std::size_t next = at;
  for (;;) {
    std::size_t mark = next;
    while (mark < line.end && text[mark] == ' ') ++mark;
    if (mark >= line.end || text[mark] != '>') break;
    line.quoted = true;
    next = mark + 1;
    if (next < line.end && text[next] == ' ') ++next;
    line.begin = next;
  }
  while (line.end > line.begin && (text[line.end - 1] == ' ' || text[line.end - 1] == '\t'))
    --line.end;
  return line;
}

bool digit(char byte) { return byte >= '0' && byte <= '9'; }

bool begins_item(std::string_view line) {
  if (line.empty()) return true;
  constexpr std::string_view bullets = "-*+|#=_[(>";
  if (bullets.find(line[0]) != std::string_view::npos) return true;
  if (line.starts_with("•") || line.starts_with("–") || line.starts_with("—")) return true;
  // "Naam: ..." and "1. ..." begin a line of their own.
  const std::string_view head = line.substr(0, 24);
  const auto colon = head.find(':');
  const auto number_end = head.find_first_not_of("0123456789");
  return (colon != std::string_view::npos && head.find('.') > colon) ||
         (number_end != std::string_view::npos && number_end > 0 && number_end < 4 &&
          (head[number_end] == '.' || head[number_end] == ')'));
}

/// Abbreviation at the end of a line: the full stop then ends no sentence.
bool ends_in_abbreviation(std::string_view line) {
  const auto blank = line.find_last_of(' ');
  const std::string_view word = blank == std::string_view::npos ? line : line.substr(blank + 1);
  constexpr std::array<std::string_view, 12> known{"dhr.", "mw.",  "mevr.", "mr.", "dr.",   "ir.",
                                                   "drs.", "prof.", "ing.", "nr.", "t.a.v.", "v.d."};
  return std::find(known.begin(), known.end(), word) != known.end() ||
         (word.size() == 2 && word[0] >= 'A' && word[0] <= 'Z' && word[1] == '.');
}

enum class Joint { keep, blank, nothing };

/// Is the break between two lines only where the text was wrapped? Mail quoting wraps at any
/// width; elsewhere the first word of the next line must have had no room in the column.
Joint joint(std::string_view text, const Line& line, const Line& next) {
  const std::string_view above = text.substr(line.begin, line.end - line.begin);
  const std::string_view below = text.substr(next.begin, next.end - next.begin);
  if (above.empty() || below.empty() || line.quoted != next.quoted) return Joint::keep;
  const bool digits = digit(above.back()) && digit(below.front());
  if (begins_item(below) && !digits) return Joint::keep;
  constexpr std::string_view closing = ".!?:;|";
  if (closing.find(above.back()) != std::string_view::npos && !ends_in_abbreviation(above))
    return Joint::keep;
  const bool broken_word = above.size() > 2 && above.back() == '-' &&
                           above[above.size() - 2] >= 'a' && above[above.size() - 2] <= 'z' &&
                           below[0] >= 'a' && below[0] <= 'z';
  if (broken_word) return Joint::nothing;
  constexpr std::size_t narrowest_column = 56;
  const std::size_t first_word = std::min(below.find(' '), below.size());
  if (!line.quoted && above.size() + 1 + first_word < narrowest_column) return Joint::keep;
  return Joint::blank;
}

}  // namespace

DerivedText matching_view(std::string_view text) {
  DerivedText out;
  out.text.reserve(text.size());
  out.origin.reserve(text.size() + 1);
  const auto put = [&out](char byte, std::size_t from) {
    out.text += byte;
    out.origin.push_back(static_cast<std::uint32_t>(from));
  };
  std::size_t at = 0;
  while (at < text.size()) {
    const Line line = line_at(text, at);
    const std::size_t line_break = std::min(text.find('\n', at), text.size());
    for (std::size_t i = line.begin; i < line.end;) {
      const auto byte = static_cast<unsigned char>(text[i]);
      if (byte < 0x80U && byte != '`' && byte != '\t') {
        put(text[i], i);
        ++i;
        continue;
      }
      const std::size_t from = i;
      const char32_t point = decode(text, i);
      if (const char mark = plain_mark(point); mark != 0) {
        put(mark, from);
      } else {
        for (std::size_t k = from; k < i; ++k) put(text[k], from);
      }
    }
    if (line_break == text.size()) break;
    const Line next = line_at(text, line_break + 1);
    switch (joint(text, line, next)) {
      case Joint::keep: put('\n', line_break); break;
      case Joint::blank: put(' ', line_break); break;
      case Joint::nothing:
        out.text.pop_back();
        out.origin.pop_back();
        break;
    }
    at = line_break + 1;
  }
  out.origin.push_back(static_cast<std::uint32_t>(text.size()));
  return out;
}

}  // namespace report
