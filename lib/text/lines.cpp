// SPDX-License-Identifier: EUPL-1.2
#include "text/lines.hpp"

#include <algorithm>
#include <array>

#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace report {
namespace {

constexpr std::size_t mailers_column = 56;  // no mailer wraps its own text narrower than this

bool digit(char byte) { return byte >= '0' && byte <= '9'; }
bool lower(char byte) { return byte >= 'a' && byte <= 'z'; }
bool letter(char byte) {
  return lower(byte) || (byte >= 'A' && byte <= 'Z') || static_cast<unsigned char>(byte) >= 0x80U;
}

std::string_view content(std::string_view text, const Line& line) {
  return text.substr(line.begin, line.end - line.begin);
}

bool begins_item(std::string_view line) {
  if (line.empty()) return true;
  constexpr std::string_view bullets = "-*+|#=_[(>";
  if (bullets.find(line[0]) != std::string_view::npos) return true;
  if (line.starts_with("•") || line.starts_with("–") || line.starts_with("—")) return true;
  // "Naam: ..." and "1. ..." begin a line of their own; "310.442" and "9: hij" do not.
  const std::string_view head = line.substr(0, 24);
  const auto colon = head.find(':');
  if (colon != std::string_view::npos && head.find('.') > colon &&
      (letter(head[0]) || (colon + 1 < head.size() && digit(head[colon + 1]))))
    return true;
  const auto number_end = head.find_first_not_of("0123456789");
  return number_end != std::string_view::npos && number_end > 0 && number_end < 4 &&
         (head[number_end] == '.' || head[number_end] == ')') &&
         (number_end + 1 == head.size() || head[number_end + 1] == ' ');
}

/// Abbreviation at the end of a line: the full stop then ends no sentence.
bool ends_in_abbreviation(std::string_view line) {
  const auto blank = line.find_last_of(' ');
  const std::string_view word = blank == std::string_view::npos ? line : line.substr(blank + 1);
  constexpr std::array<std::string_view, 16> known{
      "dhr.", "mw.", "mevr.", "mr.",    "dr.",  "ir.",  "drs.", "prof.",
      "ing.", "nr.", "tel.",  "t.a.v.", "v.d.", "fam.", "mej.", "ds."};
  const auto same = [word](std::string_view other) { return ascii_same(word, other); };
  return std::any_of(known.begin(), known.end(), same) ||
         (word.size() == 2 && word[0] >= 'A' && word[0] <= 'Z' && word[1] == '.');
}

bool ends_by_itself(std::string_view above, std::string_view below) {
  constexpr std::string_view closing = ".!?:;|";
  if (closing.find(above.back()) == std::string_view::npos) return false;
  // Hardly a sentence begins with a digit: "Havenstr." before a line with "5" is an address.
  return above.back() != '.' || !(ends_in_abbreviation(above) || digit(below.front()));
}

/// The widest line that others in the text end just before, or 0 when lines end by themselves.
std::size_t column_of(std::string_view text) {
  struct Pair {
    std::size_t wanted;
    bool goes_on;  // the line below begins with a small letter
  };
  constexpr std::size_t most_pairs = 400;  // enough to tell
  std::array<Pair, most_pairs> pairs{};
  std::size_t count = 0;
  std::size_t widest = 0;
  bool small_letters = false;
  for (Line line = line_at(text, 0); line.next < text.size() && count < most_pairs;) {
    const Line below = line_at(text, line.next);
    const std::string_view over = content(text, line);
    const std::string_view under = content(text, below);
    if (!line.quoted && over.find(' ') != std::string_view::npos)
      widest = std::max(widest, characters(over));
    if (!over.empty() && !line.quoted && !below.quoted && !begins_item(under)) {
      pairs[count++] = {room_wanted(over, under), lower(under.front())};
      small_letters = small_letters || lower(over.back());
    }
    line = below;
  }
  std::size_t full = 0;
  std::size_t going_on = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (pairs[i].wanted <= widest) continue;
    ++full;
    if (pairs[i].goes_on) ++going_on;
  }
  constexpr std::size_t narrowest = 30;
  const bool wrapped = widest >= narrowest && full >= 3 && full * 3 >= count &&
                       (going_on * 2 >= full || !small_letters);
  return wrapped ? widest : 0;
}

}  // namespace

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char byte) { return !is_continuation(byte); }));
}

std::size_t room_wanted(std::string_view above, std::string_view below) {
  return characters(above) + 1 + characters(below.substr(0, below.find(' ')));
}

Line line_at(std::string_view text, std::size_t at) {
  const std::size_t end = std::min(text.find('\n', at), text.size());
  Line line{at, end, end + 1, false};
  const auto blank = [text](std::size_t place) {
    return text[place] == ' ' || text[place] == '\t';
  };
  std::size_t next = at;
  for (;;) {
    std::size_t mark = next;
    while (mark < line.end && blank(mark)) ++mark;
    if (mark >= line.end || text[mark] != '>') break;
    line.quoted = true;
    next = mark + 1;
    if (next < line.end && blank(next)) ++next;
    line.begin = next;
  }
  while (line.end > line.begin && blank(line.end - 1)) --line.end;
  return line;
}

Wrapping::Wrapping(std::string_view text) : text_(text), column_(column_of(text)) {}

Joint Wrapping::joint(const Line& line, const Line& below_line) const {
  const std::string_view above = content(text_, line);
  const std::string_view below = content(text_, below_line);
  if (above.empty() || below.empty() || line.quoted != below_line.quoted) return Joint::keep;
  const bool digits = digit(above.back()) && digit(below.front());
  if (begins_item(below) && !digits) return Joint::keep;
  if (ends_by_itself(above, below)) return Joint::keep;
  const bool broken_word =
      above.size() > 2 && above.back() == '-' && lower(above[above.size() - 2]) && lower(below[0]);
  if (broken_word) return Joint::nothing;
  if (line.quoted) return Joint::blank;
  const std::size_t wanted = room_wanted(above, below);
  return wanted >= mailers_column || (column_ != 0 && wanted > column_) ? Joint::blank
                                                                        : Joint::keep;
}

}  // namespace report
