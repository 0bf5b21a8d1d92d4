// SPDX-License-Identifier: EUPL-1.2
#include "find/broken_words.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/deadline.hpp"
#include "find/leftovers.hpp"
#include "find/room.hpp"

namespace report {
namespace {

/// Words that a hyphen at the end of a line broke: "Wró-" and "blewski".
class BrokenWords {
 public:
  BrokenWords(const LookedUp& text, const NameClasses& classes, const std::vector<Span>& kept)
      : text_(text),
        names_(classes.any_name() | classes.name_word),
        ordinary_(classes.any_ordinary()),
        house_addition_(text.lexicon->class_bit("house_addition").value_or(0)),
        kept_(held_by(text, kept)) {}

  /// A person's name goes on with a capital: "Olie-" and "Slagers", not "Werk-" and "Tijd".
  [[nodiscard]] bool within_name(std::size_t hyphen) const {
    if (!breaks_line(hyphen)) return false;
    const Token& back = text_.tokens()[hyphen + 1];
    return back.is_word() && back.capital && !kept_[hyphen + 1] &&
           (text_.classes[hyphen + 1] == 0 || text_.is(hyphen + 1, names_)) && !makes_word(hyphen);
  }

  /// Does the mark break a word whose other half, the token `half`, is no word by itself?
  [[nodiscard]] bool at(std::size_t hyphen, std::size_t half) const {
    if (!breaks_line(hyphen) || blank_line_behind(hyphen)) return false;
    const Token& front = text_.tokens()[hyphen - 1];
    const Token& back = text_.tokens()[hyphen + 1];
    if (!front.is_word() || !back.is_word() || kept_[half]) return false;
    // "Hekkenb-" is no word, "Bak-huis" a name: what follows is its rest, whatever it is besides.
    const bool rest = half == hyphen + 1 && (text_.classes[hyphen - 1] == 0 || makes_name(hyphen));
    if (!rest && (text_.classes[half] & ~names_) != 0) return false;
    const bool one_word = !back.capital || (front.upper && back.upper);
    return one_word && !makes_word(hyphen);
  }

  /// "118-" and "zwart": what is added to a house number.
  [[nodiscard]] bool within_house_number(std::size_t hyphen) const {
    if (!breaks_line(hyphen) || blank_line_behind(hyphen)) return false;
    const TokenKind front = text_.tokens()[hyphen - 1].kind;
    return (front == TokenKind::number || front == TokenKind::mixed) &&
           !text_.tokens()[hyphen + 1].capital && !kept_[hyphen + 1] &&
           text_.is(hyphen + 1, house_addition_);
  }

  /// The token behind the digits that go on with a number on the next line of the note, from the
  /// token behind it on: "VB 009 817" and "44.", "RV 004 719-" and "2"; `next` itself for none.
  [[nodiscard]] std::size_t behind_number(std::size_t next) const {
    constexpr std::size_t most = 4;
    if (next == 0 || next >= text_.size()) return next;
    const std::vector<Token>& tokens = text_.tokens();
    const bool hyphen = text_.folded[next] == "-" && !tokens[next].space_before;
    const std::size_t digits = hyphen ? next + 1 : next;
    if (digits >= text_.size() || kept_[digits] || tokens[digits].kind != TokenKind::number ||
        tokens[digits].end - tokens[digits].begin > most ||
        !on_next_line(tokens[digits - 1].end - 1U, tokens[digits].begin))
      return next;
    const std::size_t behind = digits + 1;
    const bool closed = behind == text_.size() || tokens[behind].line_start ||
                        (tokens[behind].kind == TokenKind::mark && !tokens[behind].space_before);
    return hyphen || closed ? behind : next;
  }

 private:
  /// Does one line end of the note stand between two places of the view, and no blank line? Lines
  /// that go on are one in the view.
  [[nodiscard]] bool on_next_line(std::size_t last, std::size_t next) const {
    const Document& document = *text_.document;
    const Span clean = document.view.to_source({last, next + 1});
    return std::count(document.clean.text.begin() + static_cast<std::ptrdiff_t>(clean.begin),
                      document.clean.text.begin() + static_cast<std::ptrdiff_t>(clean.end),
                      '\n') == 1;
  }

  /// A hyphen that hangs on the word before it and ends its line.
  [[nodiscard]] bool breaks_line(std::size_t hyphen) const {
    return hyphen > 0 && hyphen + 1 < text_.size() && text_.folded[hyphen] == "-" &&
           !text_.tokens()[hyphen].space_before && text_.tokens()[hyphen + 1].line_start;
  }

  [[nodiscard]] bool blank_line_behind(std::size_t hyphen) const {
    const std::size_t end = text_.tokens()[hyphen].end;
    const std::string_view gap = std::string_view(text_.document->view.text)
                                     .substr(end, text_.tokens()[hyphen + 1].begin - end);
    return std::count(gap.begin(), gap.end(), '\n') > 1;
  }

  /// What the lexicon says of both halves as one word.
  [[nodiscard]] Classes whole_word(std::size_t hyphen) const {
    return text_.lexicon->classes_of(std::string(text_.folded[hyphen - 1]) +
                                     std::string(text_.folded[hyphen + 1]));
  }
  [[nodiscard]] bool makes_word(std::size_t hyphen) const {
    return (whole_word(hyphen) & ordinary_) != 0;
  }
  [[nodiscard]] bool makes_name(std::size_t hyphen) const {
    return (whole_word(hyphen) & names_) != 0;
  }

  const LookedUp& text_;
  Classes names_, ordinary_, house_addition_;
  std::vector<bool> kept_;  // of each token
};

constexpr std::size_t whole_number = 9;  // digits of what may stand by itself

/// The digits of a finding.
std::size_t digits_within(const LookedUp& text, const Room& room) {
  std::size_t digits = 0;
  for (std::size_t i = room.first; i < room.end; ++i)
    digits += static_cast<std::size_t>(std::count_if(text.folded[i].begin(), text.folded[i].end(),
                                                     [](char c) { return c >= '0' && c <= '9'; }));
  return digits;
}

}  // namespace

void take_broken_words(const LookedUp& text, const NameClasses& classes, const FindRules& rules,
                       const std::vector<Span>& kept, std::vector<Finding>& findings) {
  if (findings.empty()) return;
  const BrokenWords broken(text, classes, kept);
  const std::vector<Token>& tokens = text.tokens();
  for (std::size_t i = 0; i < findings.size(); ++i) {
    check_deadline();
    const Room room(tokens, findings, i);
    const IdentifierType* const type = rules.type(findings[i].type);
    Span wide = findings[i].span;
    if (type != nullptr && type->dictated && digits_within(text, room) < whole_number) {
      const std::size_t end = broken.behind_number(room.end);
      if (end > room.end && end <= room.high) wide.end = tokens[end - 1].end;
    }
    if (!is_leftover(findings[i])) {
      if (room.first > room.low + 1 && broken.at(room.first - 1, room.first - 2))
        wide.begin = tokens[room.first - 2].begin;
      if (room.end + 1 < room.high &&
          (broken.at(room.end, room.end + 1) ||
           (findings[i].type == "person" && broken.within_name(room.end)) ||
           (findings[i].type == "address" && broken.within_house_number(room.end))))
        wide.end = tokens[room.end + 1].end;
    }
    findings[i].span = between_neighbours(wide, findings, i);
  }
}

}  // namespace report
