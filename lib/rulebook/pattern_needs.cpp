// SPDX-License-Identifier: EUPL-1.2
#include "rulebook/pattern_needs.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "text/utf8.hpp"

namespace report {
namespace {

constexpr std::size_t endless = 1'000'000;
constexpr std::size_t never = endless;

/// Of a part of the expression: how long a match of it can be, and for each needable character by
/// which code point at the latest it has stood (never = a match may do without).
struct Extent {
  std::size_t least = 0;
  std::size_t most = 0;
  std::size_t look_behind = never;  // fewest code points before one is asked
  std::array<std::size_t, needable.size()> latest{};
  Extent() { latest.fill(never); }
};

std::size_t capped(std::size_t length) { return std::min(length, endless); }

Extent one_of_unknown() {
  Extent one;
  one.least = one.most = 1;
  return one;
}

Extent literal(char32_t point) {
  Extent one = one_of_unknown();
  const char byte = point >= U'0' && point <= U'9' ? '0' : static_cast<char>(point);
  if (point < 0x80U)
    if (const auto at = needable.find(byte); at != std::string_view::npos) one.latest.at(at) = 1;
  return one;
}

Extent sequence(const Extent& first, const Extent& second) {
  Extent both;
  both.least = capped(first.least + second.least);
  both.most = capped(first.most + second.most);
  both.look_behind = std::min(first.look_behind, capped(first.least + second.look_behind));
  for (std::size_t i = 0; i < needable.size(); ++i) {
    const std::size_t in_second = second.latest.at(i);
    both.latest.at(i) = std::min(first.latest.at(i),
                                 in_second == never ? never : capped(first.most + in_second));
  }
  return both;
}

Extent either(const Extent& one, const Extent& other) {
  Extent both;
  both.least = std::min(one.least, other.least);
  both.most = std::max(one.most, other.most);
  both.look_behind = std::min(one.look_behind, other.look_behind);
  for (std::size_t i = 0; i < needable.size(); ++i)
    both.latest.at(i) = std::max(one.latest.at(i), other.latest.at(i));
  return both;
}

Extent repeated(const Extent& one, std::size_t least, std::size_t most) {
  Extent all = one;
  all.most = most >= endless || one.most >= endless ? endless : capped(one.most * most);
  all.least = capped(one.least * least);
  if (least == 0) all.latest.fill(never);
  return all;
}

/// Thrown within this file when the expression uses what is not known here.
struct Unknown {};

/// Recursive descent over the syntax that rule files use.
class Reading {
 public:
  explicit Reading(std::string_view pattern) : pattern_(pattern) {}

  Extent all() {
    const Extent extent = ways();
    if (at_ != pattern_.size()) throw Unknown();
    return extent;
  }

 private:
  [[nodiscard]] bool more() const { return at_ < pattern_.size(); }
  [[nodiscard]] bool ahead(std::string_view text) const {
    return pattern_.substr(at_).starts_with(text);
  }
  bool take(std::string_view text) {
    if (!ahead(text)) return false;
    at_ += text.size();
    return true;
  }
  char next() {
    if (!more()) throw Unknown();
    return pattern_[at_++];
  }

  void skip_spacing() {
    while (more()) {
      const char here = pattern_[at_];
      if (here == '#') {
        at_ = std::min(pattern_.find('\n', at_), pattern_.size());
      } else if (here == ' ' || here == '\n' || here == '\t') {
        ++at_;
      } else {
        break;
      }
    }
  }

  Extent ways() {
    Extent all = branch();
    while (take("|")) all = either(all, branch());
    return all;
  }

  Extent branch() {
    Extent all;
    for (skip_spacing(); more() && !ahead("|") && !ahead(")"); skip_spacing())
      all = sequence(all, quantified(atom()));
    return all;
  }

  Extent atom() {
    if (take("(")) return group();
    if (take("[")) return character_class();
    if (take("\\")) return escape();
    if (take("^") || take("$")) return {};
    if (take(".")) return one_of_unknown();
    if (ahead("*") || ahead("+") || ahead("?")) throw Unknown();
    return literal(decode(pattern_, at_));
  }

  Extent group() {
    bool looks = false;
    bool behind = false;
    if (ahead("*")) throw Unknown();
    if (take("?")) {
      if (take("#")) {
        at_ = pattern_.find(')', at_);
        if (at_ == std::string_view::npos) throw Unknown();
        ++at_;
        return {};
      }
      if (take("<=") || take("<!") || take("=") || take("!")) {
        looks = true;
        behind = pattern_.substr(at_ - 2, 2) == "<=";
      } else if (take("<") || take("P<")) {
        while (next() != '>') {
        }
      } else if (!take(":") && !take(">") && !take("|")) {
        // Flags: (?i) holds on, (?i:...) is a group.
        const auto end = pattern_.find_first_not_of("imsxnJU-", at_);
        if (end == std::string_view::npos || end == at_) throw Unknown();
        at_ = end;
        if (take(")")) return {};
        if (!take(":")) throw Unknown();
      }
    }
    Extent inner = ways();
    if (!take(")")) throw Unknown();
    if (!looks) return inner;
    Extent look;
    look.look_behind = behind ? 0 : inner.look_behind;
    return look;
  }

  Extent escape() {
    const char kind = next();
    switch (kind) {
      case 'd': return literal(U'0');
      case 'b': case 'A': case 'z': case 'Z': return {};
      case 'D': case 'w': case 'W': case 's': case 'S': case 'h': case 'H': case 'v': case 'V':
      case 'N': case 'n': case 't': case 'r':
        return one_of_unknown();
      case 'p': case 'P': skip_property(); return one_of_unknown();
      case 'x': return literal(hexadecimal());
      default: break;
    }
    const auto byte = static_cast<unsigned char>(kind);
    const bool letter_or_digit = (kind >= 'a' && kind <= 'z') || (kind >= 'A' && kind <= 'Z') ||
                                 (kind >= '0' && kind <= '9') || byte >= 0x80U;
    if (letter_or_digit) throw Unknown();
    return literal(byte);
  }

  void skip_property() {
    if (next() != '{') return;
    while (next() != '}') {
    }
  }

  char32_t hexadecimal() {
    std::string digits;
    if (take("{")) {
      for (char here = next(); here != '}'; here = next()) digits += here;
    } else {
      digits = pattern_.substr(at_, 2);
      at_ += digits.size();
    }
    if (digits.empty() || digits.find_first_not_of("0123456789abcdefABCDEF") != std::string::npos)
      throw Unknown();
    return static_cast<char32_t>(std::stoul(digits, nullptr, 16));
  }

  /// A class needs a character when all its members are that one, or all are digits.
  Extent character_class() {
    if (take("^")) {
      skip_class(true);
      return one_of_unknown();
    }
    return skip_class(false);
  }

  Extent skip_class(bool negated) {
    bool first = true;
    bool same = true;
    Extent member;
    for (;; first = false) {
      if (!first && take("]")) break;
      Extent one;
      if (take("\\")) one = escape();
      else if (ahead("[:")) throw Unknown();
      else one = literal(decode(pattern_, at_));
      if (one.most == 0) throw Unknown();
      if (ahead("-") && !ahead("-]")) {
        take("-");
        const Extent last = take("\\") ? escape() : literal(decode(pattern_, at_));
        one = either(one, last);  // 0-9 stays a digit, anything else is unknown
        const auto digit = needable.find('0');
        for (std::size_t i = 0; i < needable.size(); ++i)
          if (i != digit) one.latest.at(i) = never;
      }
      member = first ? one : either(member, one);
      same = same && !negated;
      if (!more()) throw Unknown();
    }
    return same ? member : one_of_unknown();
  }

  Extent quantified(const Extent& one) {
    skip_spacing();
    std::size_t least = 1;
    std::size_t most = 1;
    if (take("*")) {
      least = 0;
      most = endless;
    } else if (take("+")) {
      most = endless;
    } else if (take("?")) {
      least = 0;
    } else if (!braces(least, most)) {
      return one;
    }
    if (!take("?")) take("+");
    return repeated(one, least, most);
  }

  bool braces(std::size_t& least, std::size_t& most) {
    if (!ahead("{")) return false;
    const auto end = pattern_.find('}', at_);
    if (end == std::string_view::npos) throw Unknown();
    const std::string inner(pattern_.substr(at_ + 1, end - at_ - 1));
    const auto comma = inner.find(',');
    const std::string low = inner.substr(0, comma);
    const std::string high = comma == std::string::npos ? low : inner.substr(comma + 1);
    const auto number = [](const std::string& text) {
      return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
    };
    if (!number(low) || (!high.empty() && !number(high))) throw Unknown();
    least = std::stoul(low);
    most = high.empty() ? endless : std::stoul(high);
    at_ = end + 1;
    return true;
  }

  std::string_view pattern_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<PatternNeed> need_of(std::string_view pattern) {
  Extent extent;
  try {
    extent = Reading(pattern).all();
  } catch (const Unknown&) {
    return std::nullopt;
  }
  // Beyond this a digit or dot nearly always stands within reach.
  constexpr std::size_t useful = 160;
  for (std::size_t i = 0; i < needable.size(); ++i)
    if (extent.latest.at(i) <= useful) return PatternNeed{needable[i], extent.latest.at(i)};
  return std::nullopt;
}

bool looks_behind_early(std::string_view pattern, std::size_t points) {
  try {
    return Reading(pattern).all().look_behind < points;
  } catch (const Unknown&) {
    constexpr std::array<std::string_view, 4> signs{"(?<=", "\\K", "\\G", "\\B"};
    return std::any_of(signs.begin(), signs.end(), [&](std::string_view sign) {
      return pattern.find(sign) != std::string_view::npos;
    });
  }
}

}  // namespace report
