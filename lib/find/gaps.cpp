// SPDX-License-Identifier: EUPL-1.2
#include "find/gaps.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "base/deadline.hpp"
#include "rulebook/leftover_rules.hpp"

namespace report {
namespace {

bool of_leftovers(const Finding& finding) {
  return finding.rule == LeftoverRules::rule_of(finding.type);
}

}  // namespace

void close_gaps(const LookedUp& text, Classes small, std::vector<Finding>& findings) {
  const auto joined = [&](const Finding& a, const Finding& b) {
    constexpr std::size_t most_words = 3;
    constexpr std::string_view marks = ",.-/(+'";
    if (a.type != b.type || (!of_leftovers(a) && !of_leftovers(b))) return false;
    std::size_t words = 0;
    for (std::size_t i = token_at(text.tokens(), a.span.end);
         i < text.size() && text.tokens()[i].begin < b.span.begin; ++i) {
      const Token& token = text.tokens()[i];
      if (token.line_start) return false;
      if (token.kind == TokenKind::mark) {
        if (marks.find(text.document->view.text[token.begin]) == std::string_view::npos)
          return false;
      } else if (token.capital || !text.is(i, small) || text.folded[i] == "en" ||
                 text.folded[i] == "of" || ++words > most_words) {
        return false;
      }
    }
    const std::size_t first = token_at(text.tokens(), a.span.begin);
    const std::size_t last = token_at(text.tokens(), b.span.begin);
    return words > 0 && last < text.size() && text.sentence[first] == text.sentence[last];
  };
  std::vector<Finding> whole;
  whole.reserve(findings.size());
  for (Finding& finding : findings) {
    if (!whole.empty() && joined(whole.back(), finding)) {
      const Span span{whole.back().span.begin, finding.span.end};
      if (of_leftovers(whole.back())) whole.back() = std::move(finding);
      whole.back().span = span;
    } else {
      whole.push_back(std::move(finding));
    }
  }
  findings = std::move(whole);
}

namespace {

class NumberGaps {
 public:
  NumberGaps(const LookedUp& text, const FindRules& rules, Classes small)
      : text_(text), rules_(rules), words_(rules.spelled), small_(small) {}

  [[nodiscard]] bool is_part(const Finding& finding) const {
    const IdentifierType* const type = rules_.type(finding.type);
    return type != nullptr && type->dictated;
  }

  /// May both be parts of one number?
  [[nodiscard]] bool joined(const Finding& a, const Finding& b) const {
    if (!is_part(a) || !is_part(b)) return false;
    const std::size_t first = characters(a.span), last = characters(b.span);
    if (std::min(first, last) >= whole_number || first + last > longest_number) return false;
    const std::size_t end = token_at(text_.tokens(), b.span.begin);
    return over_gap(token_at(text_.tokens(), a.span.end), end) == end;
  }

  /// The end in bytes of the digits behind a finding that a remark joins to it, up to the token
  /// `stop`; nothing when none do.
  [[nodiscard]] std::optional<std::size_t> tail(const Finding& finding, std::size_t stop) const {
    if (!is_part(finding)) return std::nullopt;
    const std::size_t known = characters(finding.span);
    if (known == 0 || known > longest_part) return std::nullopt;
    const std::size_t begin = token_at(text_.tokens(), finding.span.end);
    std::size_t end = over_gap(begin, stop);
    if (end >= stop || characters_of(end) == 0) return std::nullopt;
    std::size_t count = known;
    while (end < stop && characters_of(end) > 0) count += characters_of(end++);
    const bool closed = end == text_.size() || text_.tokens()[end].line_start ||
                        text_.tokens()[end].kind == TokenKind::mark;
    if (!closed || count > longest_number) return std::nullopt;
    return text_.tokens()[end - 1].end;
  }

 private:
  static constexpr std::size_t whole_number = 8;     // characters of what may stand by itself
  static constexpr std::size_t longest_part = 9;     // of what may lack its end
  static constexpr std::size_t longest_number = 18;  // an IBAN
  static constexpr std::size_t longest_gap = 12;     // tokens

  /// How many digits and letters of a number a token is; 0 of one that is no part of a number.
  [[nodiscard]] std::size_t characters_of(std::size_t token) const {
    const Token& here = text_.tokens()[token];
    if (here.kind == TokenKind::number || here.kind == TokenKind::mixed)
      return here.end - here.begin;
    if (!here.is_word()) return 0;
    const SpelledWord* const word = words_.find(text_.hashes[token]);
    if (word == nullptr) return 0;
    const bool counts = word->kind == SpelledKind::digit || word->kind == SpelledKind::number;
    return counts && !words_.remark(text_.hashes[token]) ? word->text.size() : 0;
  }

  [[nodiscard]] std::size_t characters(Span span) const {
    std::size_t count = 0;
    for (std::size_t i = token_at(text_.tokens(), span.begin);
         i < text_.size() && text_.tokens()[i].begin < span.end; ++i)
      count += std::max<std::size_t>(
          characters_of(i), (text_.shapes[i] & shape::letter) != 0 && text_.tokens()[i].is_word());
    return count;
  }

  /// "dat was" of "nee dat was". "of" tells another, but not in "of was het".
  [[nodiscard]] bool is_small(std::size_t token) const {
    if (text_.tokens()[token].capital || !text_.is(token, small_)) return false;
    if (text_.folded[token] != "of" || token + 1 >= text_.size()) return text_.folded[token] != "of";
    const std::string_view next = text_.folded[token + 1];
    return next == "was" || next == "is" || next == "toch" || next == "nee";
  }

  /// "B:" or "B." where a line begins: somebody else speaks.
  [[nodiscard]] bool speaker(std::size_t token) const {
    const Token& here = text_.tokens()[token];
    if (!here.line_start || !here.is_word() || token + 1 >= text_.size()) return false;
    const std::string_view mark = text_.folded[token + 1];
    return mark == ":" || (mark == "." && (text_.shapes[token] & shape::letter) != 0);
  }

  /// The token behind marks, fillers and remarks from `begin` on, at most `stop`; `begin` when they
  /// hold no remark. What another speaker repeats passes too.
  [[nodiscard]] std::size_t over_gap(std::size_t begin, std::size_t stop) const {
    bool remarked = false;
    bool speaks = false;  // somebody else
    std::size_t at = begin;
    for (; at < stop && at < begin + longest_gap; ++at) {
      const Token& here = text_.tokens()[at];
      if (here.kind == TokenKind::label) return begin;
      if (speaker(at)) {
        speaks = !speaks;
        remarked = true;
        ++at;
        continue;
      }
      if (here.line_start) return begin;
      if (here.kind == TokenKind::mark) continue;
      if (here.is_word() && words_.remark(text_.hashes[at])) {
        remarked = true;
        continue;
      }
      if (characters_of(at) > 0 && !speaks) break;
      const SpelledWord* const word = here.is_word() ? words_.find(text_.hashes[at]) : nullptr;
      const bool passes = characters_of(at) > 0 || is_small(at) ||
                          (word != nullptr &&
                           (word->kind == SpelledKind::filler || word->kind == SpelledKind::mark ||
                            word->kind == SpelledKind::doubling));
      if (!passes) return begin;
    }
    return remarked && !speaks ? at : begin;
  }

  const LookedUp& text_;
  const FindRules& rules_;
  const SpelledWords& words_;
  Classes small_;
};

}  // namespace

void close_number_gaps(const LookedUp& text, const FindRules& rules, Classes small,
                       std::vector<Finding>& findings) {
  const NumberGaps gaps(text, rules, small);
  std::vector<Finding> whole;
  whole.reserve(findings.size());
  for (std::size_t i = 0; i < findings.size(); ++i) {
    check_deadline();
    Finding& finding = findings[i];
    if (!whole.empty() && gaps.joined(whole.back(), finding)) {
      const Span span{whole.back().span.begin, finding.span.end};
      // A code is what no rule could name.
      if (whole.back().type == "code") whole.back() = std::move(finding);
      whole.back().span = span;
    } else {
      whole.push_back(std::move(finding));
    }
    const std::size_t stop =
        i + 1 < findings.size() ? token_at(text.tokens(), findings[i + 1].span.begin) : text.size();
    if (const auto end = gaps.tail(whole.back(), stop)) whole.back().span.end = *end;
  }
  findings = std::move(whole);
}

}  // namespace report
