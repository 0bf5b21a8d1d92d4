// SPDX-License-Identifier: EUPL-1.2
// The matching view of a clean text: quotes, dashes and blanks plain, wrapped lines joined,
// capitals that a scanner misread.
#include <algorithm>
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

bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

/// Does a sentence or line begin there? Within one, "ln" is a lane.
bool opens(std::string_view text, std::size_t at) {
  const std::size_t before = text.substr(0, at).find_last_not_of(' ');
  return before == std::string_view::npos ||
         (before + 1 < at &&
          std::string_view(".!?:").find(text[before]) != std::string_view::npos) ||
         text[before] == '\n';
}

/// The word at `begin` with l where a scanner should have read I: "OPENlNG", "lK", "ln", "lntern".
/// No Dutch word begins with these letters. Others stay as they are.
void restore_scanned(std::string& text, std::size_t begin, std::size_t end) {
  const std::size_t size = end - begin;
  const std::string_view word = std::string_view(text).substr(begin, size);
  const auto capitals =
      static_cast<std::size_t>(std::count_if(word.begin(), word.end(), is_capital));
  const auto misread = static_cast<std::size_t>(std::count(word.begin(), word.end(), 'l'));
  if (capitals + misread == size &&
      (capitals > 1 || word == "lK" || word == "lN" || word == "lS")) {
    std::replace(text.begin() + static_cast<std::ptrdiff_t>(begin),
                 text.begin() + static_cast<std::ptrdiff_t>(end), 'l', 'I');
  } else if (capitals == 0 && opens(text, begin) &&
             (word == "lk" || word == "ln" || word == "ls" ||
              (size > 4 && (word.starts_with("ln") || word.starts_with("lmm"))))) {
    text[begin] = 'I';
  }
}

/// Every word between blanks and marks that holds an l.
void restore_scanned(std::string& text) {
  const auto parts = [&](std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    return byte < 0x80U && !is_letter(text[at]) && (byte < '0' || byte > '9') && byte != '@' &&
           byte != '_' && byte != '/';
  };
  for (std::size_t l = text.find('l'); l != std::string::npos; l = text.find('l', l + 1)) {
    std::size_t begin = l;
    while (begin > 0 && is_letter(text[begin - 1])) --begin;
    std::size_t end = l + 1;
    while (end < text.size() && is_letter(text[end])) ++end;
    // Nearly all words have small letters beside their l.
    const bool whole = (begin == 0 || parts(begin - 1)) && (end == text.size() || parts(end));
    if (whole && (l == begin || is_capital(text[l - 1]))) restore_scanned(text, begin, end);
    l = end - 1;
  }
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
  restore_scanned(out.text);
  return out;
}

}  // namespace report
