// SPDX-License-Identifier: EUPL-1.2
#include "find/whole.hpp"

#include <algorithm>
#include <string_view>

#include "base/deadline.hpp"
#include "find/leftovers.hpp"
#include "find/room.hpp"

namespace report {
namespace {

/// What joins the parts of a number or account.
constexpr std::string_view joints = "-_./\\@+~#";

/// The parts of one chunk of text without a blank.
class Chunk {
 public:
  Chunk(const LookedUp& text, const std::vector<Span>& kept)
      : text_(text),
        everyday_(text.lexicon->class_bit("stopword").value_or(0) |
                  text.lexicon->class_bit("common").value_or(0)),
        kept_(held_by(text, kept)) {}

  /// The index behind what hangs on behind the token before `end`, no further than `stop`.
  [[nodiscard]] std::size_t behind(std::size_t end, std::size_t stop) const {
    while (end < stop && glued(end)) {
      if (text_.tokens()[end].kind != TokenKind::mark) {
        ++end;
      } else if (joins(end) && glued(end + 1) && is_part(end + 1) && !begins_sentence(end)) {
        end += 2;
      } else {
        break;
      }
    }
    return end;
  }

  /// The index of the first token of what hangs on before `begin`, no further than `stop`: only
  /// what is no word by itself, since "tel.06" and "mail:jan" are written without a blank as well.
  [[nodiscard]] std::size_t before(std::size_t begin, std::size_t stop) const {
    while (begin > stop && glued(begin)) {
      if (own_part(begin - 1)) {
        --begin;
      } else if (begin > 1 && joins(begin - 1) && glued(begin - 1) && own_part(begin - 2)) {
        begin -= 2;
      } else {
        break;
      }
    }
    return begin;
  }

 private:
  /// Does nothing part it from the token before it, and is neither kept?
  [[nodiscard]] bool glued(std::size_t token) const {
    return token < text_.size() && token > 0 && !text_.tokens()[token].space_before &&
           !text_.tokens()[token].line_start && !kept_[token] && !kept_[token - 1];
  }
  [[nodiscard]] bool joins(std::size_t token) const {
    return text_.tokens()[token].kind == TokenKind::mark &&
           joints.find(text_.document->view.text[text_.tokens()[token].begin]) !=
               std::string_view::npos;
  }
  [[nodiscard]] bool is_part(std::size_t token) const {
    const TokenKind kind = text_.tokens()[token].kind;
    return kind != TokenKind::mark && kind != TokenKind::label;
  }
  [[nodiscard]] bool own_part(std::size_t token) const {
    constexpr std::size_t longest_letters = 4;  // "KB/4412", whatever KB is besides
    const Token& here = text_.tokens()[token];
    return is_part(token) && (!here.is_word() || text_.classes[token] == 0 ||
                              (here.upper && text_.folded[token].size() <= longest_letters &&
                               !text_.is(token, everyday_)));
  }
  /// "06-12345678.Hij belde": a full stop whose blank was forgotten.
  [[nodiscard]] bool begins_sentence(std::size_t mark) const {
    return text_.folded[mark] == "." && text_.tokens()[mark + 1].capital &&
           text_.classes[mark + 1] != 0;
  }

  const LookedUp& text_;
  Classes everyday_;
  std::vector<bool> kept_;  // of each token
};

}  // namespace

void take_what_hangs_on(const LookedUp& text, const FindRules& rules, const std::vector<Span>& kept,
                        std::vector<Finding>& findings) {
  if (findings.empty()) return;
  const Chunk chunk(text, kept);
  for (std::size_t i = 0; i < findings.size(); ++i) {
    check_deadline();
    const IdentifierType* const type = rules.type(findings[i].type);
    if (type == nullptr || !type->whole) continue;
    Span& span = findings[i].span;
    const std::vector<Token>& tokens = text.tokens();
    // Looked at up to the neighbours only, so that all of it takes time linear in the text.
    const Room room(tokens, findings, i);
    std::size_t first = room.first;
    if (first > 0 && tokens[first - 1].end > span.begin) --first;
    Span wide{std::min<std::size_t>(tokens[chunk.before(first, room.low)].begin, span.begin),
              std::max<std::size_t>(tokens[chunk.behind(room.end, room.high) - 1].end, span.end)};
    wide = between_neighbours(wide, findings, i);
    // A mark between two findings is neither's.
    const std::string& view = text.document->view.text;
    while (wide.end > span.end && joints.find(view[wide.end - 1]) != std::string_view::npos)
      --wide.end;
    while (wide.begin < span.begin && joints.find(view[wide.begin]) != std::string_view::npos)
      ++wide.begin;
    span = wide;
  }
}

namespace {

/// The groups of a code written apart: "CZ 44 71 0", "06 (28) (11) (90)", "MB · 47".
class Groups {
 public:
  Groups(const LookedUp& text, const std::vector<Span>& kept)
      : text_(text), kept_(held_by(text, kept)) {}

  [[nodiscard]] bool is_digits(std::size_t token) const {
    const TokenKind kind = text_.tokens()[token].kind;
    return kind == TokenKind::number || kind == TokenKind::mixed;
  }

  /// The first token of the groups before `begin`, no further than `stop`.
  [[nodiscard]] std::size_t before(std::size_t begin, std::size_t stop) const {
    while (begin > stop) {
      std::size_t at = begin;
      while (at > stop && joins(at - 1) && same_line(at)) --at;
      const bool joined = at < begin;
      if (at == stop || !same_line(at) || begin - at > most_marks) return begin;
      if (!(joined ? is_group(at - 1) : is_mixed(at - 1)) && !is_letters(at - 1, stop))
        return begin;
      begin = at - 1;
      if (text_.tokens()[begin].is_word()) return begin;
    }
    return begin;
  }

  /// The token behind the groups behind `end`, no further than `stop`.
  [[nodiscard]] std::size_t behind(std::size_t end, std::size_t stop) const {
    while (end < stop) {
      std::size_t at = end;
      while (at < stop && joins(at) && same_line(at)) ++at;
      if (at - end > most_marks || at == stop || !same_line(at) ||
          !(at > end ? is_group(at) : is_mixed(at)))
        return end;
      end = at + 1;
    }
    return end;
  }

 private:
  static constexpr std::size_t most_marks = 3;

  [[nodiscard]] bool same_line(std::size_t token) const {
    return !text_.tokens()[token].line_start;
  }
  /// Not a comma, colon or full stop: they part sentences and lists as well.
  [[nodiscard]] bool joins(std::size_t token) const {
    constexpr std::string_view joiners = "-|/~=_()[]";
    if (kept_[token] || text_.tokens()[token].kind != TokenKind::mark) return false;
    const std::string_view mark = text_.folded[token];
    const bool cell = (mark == "|" || mark == "=") && text_.tokens()[token].space_before;
    if (cell) return false;
    return mark == "·" || mark == "–" || mark == "—" ||
           (mark.size() == 1 && joiners.find(mark[0]) != std::string_view::npos);
  }
  [[nodiscard]] bool is_group(std::size_t token) const {
    constexpr std::size_t longest = 6;
    return is_digits(token) && !kept_[token] && text_.folded[token].size() <= longest;
  }
  /// "6P" of "44 6P": capitals and digits. Not the A12.
  [[nodiscard]] bool is_mixed(std::size_t token) const {
    const std::string_view word = text_.document->word(text_.tokens()[token]);
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const bool road = !is_digit(word[0]) && std::all_of(word.begin() + 1, word.end(), is_digit);
    return text_.tokens()[token].kind == TokenKind::mixed && is_group(token) && !road &&
           std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  }
  /// "CZ", "WGM": letters of a code, and no word or acronym of the lists, unless a label stands
  /// before them.
  [[nodiscard]] bool is_letters(std::size_t token, std::size_t stop) const {
    constexpr std::size_t longest = 4;
    const Token& here = text_.tokens()[token];
    return here.is_word() && here.upper && !kept_[token] && text_.folded[token].size() <= longest &&
           (text_.classes[token] == 0 || (token > stop && text_.folded[token - 1] == ":"));
  }

  const LookedUp& text_;
  std::vector<bool> kept_;  // of each token
};

}  // namespace

void take_groups(const LookedUp& text, const std::vector<Span>& kept,
                 std::vector<Finding>& findings) {
  if (findings.empty()) return;
  const Groups groups(text, kept);
  const std::vector<Token>& tokens = text.tokens();
  for (std::size_t i = 0; i < findings.size(); ++i) {
    check_deadline();
    if (!is_leftover(findings[i])) continue;
    const Room room(tokens, findings, i);
    Span wide = findings[i].span;
    if (room.first < text.size() && groups.is_digits(room.first))
      wide.begin = tokens[groups.before(room.first, room.low)].begin;
    if (room.end > 0 && groups.is_digits(room.end - 1))
      wide.end = tokens[groups.behind(room.end, room.high) - 1].end;
    findings[i].span = between_neighbours(wide, findings, i);
  }
}

void take_articles(const LookedUp& text, const LeftoverRules& rules,
                   std::vector<Finding>& findings) {
  const std::vector<Token>& tokens = text.tokens();
  const std::vector<std::string>& articles = rules.articles;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    check_deadline();
    if (findings[i].type != "person" || !is_leftover(findings[i])) continue;
    const Room room(tokens, findings, i);
    const std::size_t first = room.first;
    if (first > room.low && tokens[first].space_before && !tokens[first].line_start &&
        text.sentence[first - 1] == text.sentence[first] &&
        std::find(articles.begin(), articles.end(), text.folded[first - 1]) != articles.end())
      findings[i].span.begin = tokens[first - 1].begin;
  }
}

}  // namespace report
