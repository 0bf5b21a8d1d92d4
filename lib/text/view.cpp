// SPDX-License-Identifier: EUPL-1.2
// The matching view of a clean text: quotes, dashes and blanks plain, wrapped lines joined.
#include <numeric>

#include "text/lines.hpp"
#include "text/normal.hpp"

namespace report {
namespace {

/// What a typographic mark is for the rules; 0 for what stays as it is.
char plain_mark(char32_t point) {
  switch (point) {
    case U'\t':
      return ' ';
    case U'‐':
    case U'‑':
    case U'‒':
    case U'–':
    case U'—':
    case U'―':
    case U'−':
    case U'⁃':
      return '-';
    case U'‘':
    case U'’':
    case U'‚':
    case U'‛':
    case U'`':
    case U'´':
    case U'ʼ':
    case U'′':
      return '\'';
    case U'“':
    case U'”':
    case U'„':
    case U'‟':
    case U'«':
    case U'»':
    case U'″':
      return '"';
    default:
      return 0;
  }
}

/// ASCII that is no mark for plain_mark(); a blank by itself too.
bool stays(std::string_view text, std::size_t at, std::size_t end) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte == ' ') return at + 1 == end || (text[at + 1] != ' ' && text[at + 1] != '\t');
  return byte < 0x80U && byte != '`' && byte != '\t';
}

constexpr std::size_t column_gap =
    6;  // blanks; "first of a column" (find/rules.cpp) asks for as many

}  // namespace

DerivedText matching_view(std::string_view text) {
  DerivedText out;
  out.text.reserve(text.size());
  out.origin.reserve(text.size() + 1);
  const auto put = [&out](char byte, std::size_t from) {
    out.text += byte;
    out.origin.push_back(static_cast<std::uint32_t>(from));
  };
  const auto copy = [&](std::size_t begin, std::size_t end) {
    out.text.append(text.substr(begin, end - begin));
    const std::size_t before = out.origin.size();
    out.origin.resize(before + (end - begin));
    std::iota(out.origin.begin() + static_cast<std::ptrdiff_t>(before), out.origin.end(),
              static_cast<std::uint32_t>(begin));
  };
  const Wrapping wrapping(text);
  for (Line line = line_at(text, 0);;) {
    for (std::size_t i = line.begin; i < line.end;) {
      const std::size_t run = i;
      while (i < line.end && stays(text, i, line.end)) ++i;
      copy(run, i);
      if (i == line.end) break;
      const std::size_t from = i;
      const char32_t point = decode(text, i);
      const char mark = point == U' ' ? ' ' : plain_mark(point);
      if (mark == ' ') {
        // Several blanks are one; only a gap as between columns stays a gap.
        std::size_t behind = i;
        while (behind < line.end && (text[behind] == ' ' || text[behind] == '\t')) ++behind;
        if (behind - from >= column_gap) {
          for (std::size_t k = from; k < behind; ++k) put(mark, k);
        } else {
          put(mark, from);
        }
        i = behind;
      } else if (mark != 0) {
        put(mark, from);
      } else {
        for (std::size_t k = from; k < i; ++k) put(text[k], from);
      }
    }
    if (line.next > text.size()) break;
    const Line below = line_at(text, line.next);
    switch (wrapping.joint(line, below)) {
      case Joint::keep:
        put('\n', line.next - 1);
        break;
      case Joint::blank:
        put(' ', line.next - 1);
        break;
      case Joint::nothing:
        out.text.pop_back();
        out.origin.pop_back();
        break;
    }
    line = below;
  }
  out.origin.push_back(static_cast<std::uint32_t>(text.size()));
  return out;
}

}  // namespace report
