// SPDX-License-Identifier: EUPL-1.2
#include "find/gaps.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "base/deadline.hpp"
#include "find/leftovers.hpp"

namespace report {
namespace {

constexpr std::size_t most_gap_words = 3;

/// Calls `holds(token)` for what lies between two findings of one sentence; true when it holds for
/// all, and there are words, but no more than most_gap_words.
template <typename Holds>
bool between(const LookedUp& text, const Finding& a, const Finding& b, Holds holds) {
  std::size_t words = 0;
  std::size_t i = token_at(text.tokens(), a.span.end);
  for (; i < text.size() && text.tokens()[i].begin < b.span.begin; ++i) {
    if (text.tokens()[i].line_start || !holds(i)) return false;
    if (text.tokens()[i].kind != TokenKind::mark && ++words > most_gap_words) return false;
  }
  return words > 0 && i < text.size() &&
         text.sentence[token_at(text.tokens(), a.span.begin)] == text.sentence[i];
}

/// "kevin" and "graauw" of "kevin de graauw".
bool one_name(const LookedUp& text, const NameClasses& classes, const Finding& a,
              const Finding& b) {
  const std::size_t second = token_at(text.tokens(), b.span.begin);
  return a.type == "person" && second < text.size() && !text.is(second, classes.given) &&
         between(text, a, b, [&](std::size_t i) {
           return !text.tokens()[i].capital && text.is(i, classes.particle_proper);
         });
}

/// "Achter" and "Turfmolen" of "Achter de Turfmolen".
bool one_passage(const LookedUp& text, const NameClasses& classes, const Finding& a,
                 const Finding& b) {
  constexpr std::string_view marks = ",.-/(+'";
  return between(text, a, b, [&](std::size_t i) {
    const Token& token = text.tokens()[i];
    if (token.kind == TokenKind::mark)
      return marks.find(text.document->view.text[token.begin]) != std::string_view::npos;
    return !token.capital && text.is(i, classes.stopword) && text.folded[i] != "en" &&
           text.folded[i] != "of";
  });
}

}  // namespace

void close_gaps(const LookedUp& text, const NameClasses& classes, std::vector<Finding>& findings) {
  const auto joined = [&](const Finding& a, const Finding& b) {
    if (a.type != b.type) return false;
    return is_leftover(a) || is_leftover(b) ? one_passage(text, classes, a, b)
                                            : one_name(text, classes, a, b);
  };
  std::vector<Finding> whole;
  whole.reserve(findings.size());
  for (Finding& finding : findings) {
    if (!whole.empty() && joined(whole.back(), finding)) {
      const Span span{whole.back().span.begin, finding.span.end};
      // A leftover says the least, and whoever is spoken of as somebody is that.
      if (is_leftover(whole.back()) || (!is_leftover(finding) && finding.role != Role::unknown &&
                                        whole.back().role == Role::unknown))
        whole.back() = std::move(finding);
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

  /// May both be parts of one number?
  [[nodiscard]] bool joined(const Finding& a, const Finding& b) const {
    if (!is_part(a) || !is_part(b)) return false;
    const std::size_t first = characters(a.span), last = characters(b.span);
    const std::size_t end = token_at(text_.tokens(), b.span.begin);
    const Gap gap = gap_behind(token_at(text_.tokens(), a.span.end), end, Units::pass);
    if (gap.end != end || std::min(first, last) >= whole_number) return false;
    const std::size_t all = first + gap.characters + last;
    return (gap.remarked && all <= longest_number) || (all <= phone_number && begins_phone(a.span));
  }

  /// The end in bytes of the digits behind a finding that a remark joins to it, or that make a
  /// phone number whole, up to the token `stop`; nothing when none do.
  [[nodiscard]] std::optional<std::size_t> tail(const Finding& finding, std::size_t stop) const {
    if (!is_part(finding)) return std::nullopt;
    const std::size_t known = characters(finding.span);
    if (known == 0 || known > longest_part) return std::nullopt;
    const Gap gap = gap_behind(token_at(text_.tokens(), finding.span.end), stop, Units::stop);
    std::size_t end = gap.end;
    if (end + 1 < stop && is_article(end)) ++end;
    if (end >= stop || characters_of(end) == 0) return std::nullopt;
    std::size_t count = known;
    std::size_t last = end;
    for (; end < stop && (characters_of(end) > 0 || is_pause(end)); ++end)
      if (const std::size_t more = characters_of(end); more > 0) {
        count += more;
        last = end;
      }
    const bool closed = last + 1 == text_.size() || text_.tokens()[last + 1].line_start ||
                        text_.tokens()[last + 1].kind == TokenKind::mark;
    const bool whole = count == phone_number && begins_phone(finding.span);
    if (!closed || count > longest_number || !(gap.remarked || whole)) return std::nullopt;
    return text_.tokens()[last].end;
  }

 private:
  static constexpr std::size_t whole_number = 8;     // characters of what may stand by itself
  static constexpr std::size_t longest_part = 9;     // of what may lack its end
  static constexpr std::size_t phone_number = 10;    // of a Dutch number, with its 0
  static constexpr std::size_t longest_number = 18;  // an IBAN
  static constexpr std::size_t longest_gap = 12;     // tokens

  enum class Units { pass, stop };  // digits and number words that are in no finding
  /// What stands behind a part: marks, fillers, remarks, what another speaker says.
  struct Gap {
    std::size_t end = 0;         // the token behind it
    std::size_t characters = 0;  // of the units in it
    bool remarked = false;
  };

  [[nodiscard]] bool is_part(const Finding& finding) const {
    const IdentifierType* const type = rules_.type(finding.type);
    return type != nullptr &&
           (type->dictated || (is_leftover(finding) && only_units(finding.span)));
  }

  [[nodiscard]] bool only_units(Span span) const {
    for (std::size_t i = token_at(text_.tokens(), span.begin);
         i < text_.size() && text_.tokens()[i].begin < span.end; ++i)
      if (characters_of(i) == 0 && text_.tokens()[i].kind != TokenKind::mark) return false;
    return true;
  }

  /// "06", "nul zes"
  [[nodiscard]] bool begins_phone(Span span) const {
    const std::size_t first = token_at(text_.tokens(), span.begin);
    const SpelledWord* const word = words_.find(text_.hashes[first]);
    return text_.folded[first].starts_with('0') || (word != nullptr && word->text == "0");
  }

  /// How many digits and letters of a number a token is; 0 of one that is no part of a number.
  [[nodiscard]] std::size_t characters_of(std::size_t token) const {
    const Token& here = text_.tokens()[token];
    if (here.kind == TokenKind::number || here.kind == TokenKind::mixed)
      return here.end - here.begin;
    if (!here.is_word() || words_.remark(text_.hashes[token])) return 0;
    const SpelledWord* const word = words_.find(text_.hashes[token]);
    if (word == nullptr || (word->kind != SpelledKind::digit && word->kind != SpelledKind::number))
      return 0;
    return is_article(token) ? 0 : word->text.size();
  }

  /// The one of "en een 7" and "nog een keer acht", which is no digit.
  [[nodiscard]] bool is_article(std::size_t token) const {
    const SpelledWord* const word = words_.find(text_.hashes[token]);
    if (word == nullptr || word->text != "1" || token + 1 >= text_.size()) return false;
    const SpelledWord* const next = words_.find(text_.hashes[token + 1]);
    const bool filled = token > 0 && is_filler(words_.find(text_.hashes[token - 1]));
    return is_filler(next) || (filled && text_.tokens()[token + 1].kind == TokenKind::number);
  }
  static bool is_filler(const SpelledWord* word) {
    return word != nullptr && word->kind == SpelledKind::filler;
  }

  [[nodiscard]] std::size_t characters(Span span) const {
    std::size_t count = 0;
    for (std::size_t i = token_at(text_.tokens(), span.begin);
         i < text_.size() && text_.tokens()[i].begin < span.end; ++i)
      count += std::max<std::size_t>(
          characters_of(i), (text_.shapes[i] & shape::letter) != 0 && text_.tokens()[i].is_word());
    return count;
  }

  [[nodiscard]] bool is_pause(std::size_t token) const {
    const std::string_view mark = text_.folded[token];
    return !text_.tokens()[token].line_start && (mark == "," || mark == "-" || mark == "…");
  }

  /// The small words of "nee dat was het"; none that parts two numbers.
  [[nodiscard]] bool is_small(std::size_t token) const {
    return !text_.tokens()[token].capital && text_.is(token, small_) &&
           !words_.parting(text_.hashes[token]);
  }

  /// "B:" or "B." where a line begins: somebody else speaks.
  [[nodiscard]] bool speaker(std::size_t token) const {
    const Token& here = text_.tokens()[token];
    if (!here.line_start || !here.is_word() || token + 1 >= text_.size()) return false;
    const std::string_view mark = text_.folded[token + 1];
    return mark == ":" || (mark == "." && (text_.shapes[token] & shape::letter) != 0);
  }

  /// A filler, mark or number word of its own: "even", "streepje", "een keer".
  [[nodiscard]] bool says_nothing(std::size_t token) const {
    if (!text_.tokens()[token].is_word()) return false;
    const SpelledWord* const word = words_.find(text_.hashes[token]);
    return is_small(token) || (word != nullptr && word->kind != SpelledKind::letter &&
                               word->kind != SpelledKind::alphabet);
  }

  /// The gap from `begin` on, up to the token `stop`; empty where something else stands.
  [[nodiscard]] Gap gap_behind(std::size_t begin, std::size_t stop, Units units) const {
    Gap gap;
    bool other = false;  // another speaker's words
    std::size_t at = begin;
    for (; at < stop && at < begin + longest_gap; ++at) {
      const Token& here = text_.tokens()[at];
      if (here.kind == TokenKind::label) return {begin, 0, false};
      if (speaker(at)) {
        other = !other;
        gap.remarked = true;
        ++at;
        continue;
      }
      if (here.line_start) return {begin, 0, false};
      if (here.kind == TokenKind::mark) continue;
      if (here.is_word() && words_.remark(text_.hashes[at])) {
        gap.remarked = true;
      } else if (const std::size_t count = characters_of(at); count > 0) {
        if (other) continue;  // repeated
        if (units == Units::stop) break;
        gap.characters += count;
      } else if (!says_nothing(at)) {
        return {begin, 0, false};
      }
    }
    if (other || (at < text_.size() && text_.tokens()[at].line_start)) return {begin, 0, false};
    gap.end = at;
    return gap;
  }

  const LookedUp& text_;
  const FindRules& rules_;
  const SpelledWords& words_;
  Classes small_;
};

}  // namespace

void close_number_gaps(const LookedUp& text, const FindRules& rules, const NameClasses& classes,
                       std::vector<Finding>& findings) {
  const NumberGaps gaps(text, rules, classes.stopword);
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
