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
    if (hyphen == 0 || hyphen + 1 >= text_.size() || text_.folded[hyphen] != "-") return false;
    const Token& back = text_.tokens()[hyphen + 1];
    return !text_.tokens()[hyphen].space_before && back.is_word() && back.line_start &&
           back.capital && !kept_[hyphen + 1] &&
           (text_.classes[hyphen + 1] == 0 || text_.is(hyphen + 1, names_)) && !makes_word(hyphen);
  }

  /// Does the mark break a word whose other half, the token `half`, is no word by itself?
  [[nodiscard]] bool at(std::size_t hyphen, std::size_t half) const {
    if (hyphen == 0 || hyphen + 1 >= text_.size() || text_.folded[hyphen] != "-") return false;
    const std::vector<Token>& tokens = text_.tokens();
    const Token& front = tokens[hyphen - 1];
    const Token& back = tokens[hyphen + 1];
    if (tokens[hyphen].space_before || !front.is_word() || !back.is_word() || !back.line_start ||
        kept_[half])
      return false;
    // "Hekkenb-" is no word, "Bak-huis" a name: what follows is its rest, whatever it is besides.
    const bool rest = half == hyphen + 1 && (text_.classes[hyphen - 1] == 0 || makes_name(hyphen));
    if (!rest && (text_.classes[half] & ~names_) != 0) return false;
    const std::string_view gap = std::string_view(text_.document->view.text)
                                     .substr(tokens[hyphen].end, back.begin - tokens[hyphen].end);
    const bool one_word = !back.capital || (front.upper && back.upper);
    return one_word && std::count(gap.begin(), gap.end(), '\n') == 1 && !makes_word(hyphen);
  }

  /// "118-" and "zwart": what is added to a house number.
  [[nodiscard]] bool within_house_number(std::size_t hyphen) const {
    if (hyphen == 0 || hyphen + 1 >= text_.size() || text_.folded[hyphen] != "-") return false;
    const std::vector<Token>& tokens = text_.tokens();
    return !tokens[hyphen].space_before && !tokens[hyphen - 1].is_word() &&
           tokens[hyphen + 1].line_start && text_.is(hyphen + 1, house_addition_);
  }

 private:
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

}  // namespace

void take_broken_words(const LookedUp& text, const NameClasses& classes,
                       const std::vector<Span>& kept, std::vector<Finding>& findings) {
  if (findings.empty()) return;
  const BrokenWords broken(text, classes, kept);
  const std::vector<Token>& tokens = text.tokens();
  for (std::size_t i = 0; i < findings.size(); ++i) {
    check_deadline();
    if (is_leftover(findings[i])) continue;
    const Room room(tokens, findings, i);
    Span wide = findings[i].span;
    if (room.first > room.low + 1 && broken.at(room.first - 1, room.first - 2))
      wide.begin = tokens[room.first - 2].begin;
    if (room.end + 1 < room.high &&
        (broken.at(room.end, room.end + 1) ||
         (findings[i].type == "person" && broken.within_name(room.end)) ||
         (findings[i].type == "address" && broken.within_house_number(room.end))))
      wide.end = tokens[room.end + 1].end;
    findings[i].span = between_neighbours(wide, findings, i);
  }
}

}  // namespace report
