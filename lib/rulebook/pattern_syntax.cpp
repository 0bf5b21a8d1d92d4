// SPDX-License-Identifier: EUPL-1.2
#include "rulebook/pattern_syntax.hpp"

#include <algorithm>
#include <string>

#include "text/utf8.hpp"

namespace report {
namespace {

/// Thrown within this file when the expression uses what is not known here.
struct Unknown {};

Symbols range(char first, char last) {
  Symbols all;
  for (auto byte = static_cast<unsigned char>(first); byte <= static_cast<unsigned char>(last);
       ++byte)
    all.set(byte);
  return all;
}

const Symbols upper_case = range('A', 'Z');
const Symbols lower_case = range('a', 'z');
// The matching view holds no digits but these: text/normal.
const Symbols digits = range('0', '9');
const Symbols blanks = range('\t', '\r') | range(' ', ' ');

Symbols and_beyond(Symbols symbols) { return symbols.set(beyond_ascii); }

const Symbols word_symbols = and_beyond(upper_case | lower_case | digits | range('_', '_'));

/// Both cases of each letter. K and S have a third form beyond ASCII.
Symbols both_cases(const Symbols& symbols) {
  constexpr std::size_t case_bit = 0x20;
  Symbols all = symbols;
  for (std::size_t letter = 'a'; letter <= 'z'; ++letter) {
    const bool member = symbols.test(letter) || symbols.test(letter ^ case_bit);
    all.set(letter, member).set(letter ^ case_bit, member);
  }
  if (all.test('k') || all.test('s')) all.set(beyond_ascii);
  return all;
}

Symbols of_point(char32_t point) {
  Symbols one;
  return one.set(point < beyond_ascii ? static_cast<std::size_t>(point) : beyond_ascii);
}

PatternNode symbols_node(const Symbols& symbols) {
  PatternNode node;
  node.kind = PatternNode::Kind::symbols;
  node.symbols = symbols;
  return node;
}

/// Recursive descent.
class Reading {
 public:
  explicit Reading(std::string_view pattern) : pattern_(pattern) {}

  PatternNode all() {
    PatternNode node = ways();
    if (at_ != pattern_.size()) throw Unknown();
    return node;
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
      if (here == '#')
        at_ = std::min(pattern_.find('\n', at_), pattern_.size());
      else if (here == ' ' || here == '\n' || here == '\t')
        ++at_;
      else
        break;
    }
  }

  /// Alternatives up to ")" or the end. Flags set within hold until there.
  PatternNode ways() {
    const bool caseless = caseless_;
    PatternNode node;
    node.kind = PatternNode::Kind::alternatives;
    node.parts.push_back(branch());
    while (take("|")) node.parts.push_back(branch());
    caseless_ = caseless;
    if (node.parts.size() > 1) return node;
    PatternNode only = std::move(node.parts.front());
    return only;
  }

  PatternNode branch() {
    PatternNode node;
    for (skip_spacing(); more() && !ahead("|") && !ahead(")"); skip_spacing())
      node.parts.push_back(quantified(atom()));
    return node;
  }

  PatternNode atom() {
    if (take("(")) return group();
    if (take("[")) return symbols_node(character_class());
    if (take("\\")) return escape();
    if (take("^") || take("$")) return {};
    if (take(".")) return symbols_node(~of_point(U'\n'));
    if (ahead("*") || ahead("+") || ahead("?")) throw Unknown();
    return symbols_node(cased(of_point(decode(pattern_, at_))));
  }

  [[nodiscard]] Symbols cased(const Symbols& symbols) const {
    return caseless_ ? both_cases(symbols) : symbols;
  }

  PatternNode group() {
    PatternNode look;
    const bool caseless = caseless_;
    if (ahead("*")) throw Unknown();
    if (take("?")) {
      if (take("#")) {
        at_ = pattern_.find(')', at_);
        if (at_ == std::string_view::npos) throw Unknown();
        ++at_;
        return {};
      }
      if (take("<=") || take("<!") || take("=") || take("!")) {
        look.kind = PatternNode::Kind::look;
        look.negated = pattern_[at_ - 1] == '!';
        look.behind = pattern_[at_ - 2] == '<';
      } else if (take("<") || take("P<")) {
        while (next() != '>') {
        }
      } else if (!take(":") && !take(">") && !take("|")) {
        // (?i) holds until its group ends, (?i:...) within.
        flags();
        if (take(")")) return {};
        if (!take(":")) throw Unknown();
      }
    }
    PatternNode inner = ways();
    caseless_ = caseless;
    if (!take(")")) throw Unknown();
    if (look.kind != PatternNode::Kind::look) return inner;
    look.parts.push_back(std::move(inner));
    return look;
  }

  void flags() {
    bool on = true;
    const std::size_t begin = at_;
    for (; more() && std::string_view("imsxnJU-").find(pattern_[at_]) != std::string_view::npos;
         ++at_) {
      if (pattern_[at_] == '-') on = false;
      if (pattern_[at_] == 'i') caseless_ = on;
      if (pattern_[at_] == 's' || pattern_[at_] == 'x') throw Unknown();
    }
    if (at_ == begin) throw Unknown();
  }

  /// What stands behind a backslash outside a class; word limits are empty.
  PatternNode escape() {
    if (take("b") || take("A") || take("z") || take("Z")) return {};
    if (take("k<")) {
      // The text of a group once more: any text here.
      while (next() != '>') {
      }
      PatternNode any;
      any.kind = PatternNode::Kind::repeat;
      any.parts.push_back(symbols_node(Symbols().set()));
      any.least = 0;
      any.most = endless;
      return any;
    }
    return symbols_node(escaped_symbols());
  }

  Symbols escaped_symbols() {
    const char kind = next();
    switch (kind) {
      case 'd':
        return digits;
      case 'D':
        return ~digits;
      case 'w':
        return word_symbols;
      case 'W':
        return and_beyond(~word_symbols);
      case 's':
        return and_beyond(blanks);
      case 'S':
        return and_beyond(~blanks);
      case 'h':
        return and_beyond(range(' ', ' ') | range('\t', '\t'));
      case 'H':
        return ~(range(' ', ' ') | range('\t', '\t'));
      case 'N':
        return ~of_point(U'\n');
      case 'n':
        return of_point(U'\n');
      case 't':
        return of_point(U'\t');
      case 'r':
        return of_point(U'\r');
      case 'p':
        return property();
      case 'P':
        property();
        return Symbols().set();
      case 'x':
        return cased(of_point(hexadecimal()));
      default:
        break;
    }
    const auto byte = static_cast<unsigned char>(kind);
    const bool letter_or_digit = (kind >= 'a' && kind <= 'z') || (kind >= 'A' && kind <= 'Z') ||
                                 (kind >= '0' && kind <= '9') || byte >= beyond_ascii;
    if (letter_or_digit) throw Unknown();
    return of_point(byte);
  }

  Symbols property() {
    if (!take("{")) throw Unknown();
    std::string name;
    for (char here = next(); here != '}'; here = next()) name += here;
    if (name == "L" || name == "Lu" || name == "Ll") {
      const Symbols letters = name == "Lu"   ? upper_case
                              : name == "Ll" ? lower_case
                                             : upper_case | lower_case;
      return and_beyond(cased(letters));
    }
    if (name == "N" || name == "Nd") return and_beyond(digits);
    if (name == "M") return Symbols().set(beyond_ascii);
    return Symbols().set();
  }

  char32_t hexadecimal() {
    std::string hex;
    if (take("{")) {
      for (char here = next(); here != '}'; here = next()) hex += here;
    } else {
      hex = pattern_.substr(at_, 2);
      at_ += hex.size();
    }
    if (hex.empty() || hex.find_first_not_of("0123456789abcdefABCDEF") != std::string::npos)
      throw Unknown();
    return static_cast<char32_t>(std::stoul(hex, nullptr, 16));
  }

  Symbols character_class() {
    const bool negated = take("^");
    Symbols all;
    for (bool first = true; first || !take("]"); first = false) {
      if (!more() || ahead("[:")) throw Unknown();
      const std::size_t begin = at_;
      Symbols one = class_member();
      if (ahead("-") && !ahead("-]")) {
        const char32_t from = single(begin);
        take("-");
        const std::size_t last = at_;
        class_member();
        one = between(from, single(last));
      }
      all |= one;
    }
    all = cased(all);
    return negated ? and_beyond(~all) : all;
  }

  Symbols class_member() {
    if (take("\\")) {
      if (ahead("b")) throw Unknown();
      return escaped_symbols();
    }
    return of_point(decode(pattern_, at_));
  }

  /// The one code point that the class member in front of `at_`, begun at `begin`, stands for.
  [[nodiscard]] char32_t single(std::size_t begin) const {
    if (pattern_[begin] != '\\') {
      std::size_t at = begin;
      return decode(pattern_, at);
    }
    if (pattern_[begin + 1] == 'x') {
      Reading escape(pattern_);
      escape.at_ = begin + 2;
      return escape.hexadecimal();
    }
    if (at_ != begin + 2) throw Unknown();
    return static_cast<unsigned char>(pattern_[begin + 1]);
  }

  static Symbols between(char32_t first, char32_t last) {
    if (last < first) throw Unknown();
    Symbols all;
    for (char32_t point = first; point <= last && point < beyond_ascii; ++point) all.set(point);
    return last < beyond_ascii ? all : and_beyond(all);
  }

  PatternNode quantified(PatternNode one) {
    skip_spacing();
    PatternNode node;
    node.kind = PatternNode::Kind::repeat;
    if (take("*")) {
      node.least = 0;
      node.most = endless;
    } else if (take("+")) {
      node.most = endless;
    } else if (take("?")) {
      node.least = 0;
    } else if (!braces(node.least, node.most)) {
      return one;
    }
    if (!take("?")) take("+");
    node.parts.push_back(std::move(one));
    return node;
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
  bool caseless_ = false;
};

/// Adds the first symbols of a node; false when it can also match the empty text.
bool add_first(const PatternNode& node, Symbols& all) {
  switch (node.kind) {
    case PatternNode::Kind::symbols:
      all |= node.symbols;
      return true;
    case PatternNode::Kind::look:
      return false;
    case PatternNode::Kind::sequence:
      return std::any_of(node.parts.begin(), node.parts.end(),
                         [&](const PatternNode& part) { return add_first(part, all); });
    case PatternNode::Kind::alternatives: {
      bool filled = true;
      for (const PatternNode& part : node.parts) filled = add_first(part, all) && filled;
      return filled;
    }
    case PatternNode::Kind::repeat:
      break;
  }
  return add_first(node.parts.front(), all) && node.least > 0;
}

}  // namespace

Symbols first_symbols(const PatternNode& node) {
  Symbols all;
  add_first(node, all);
  return all;
}

std::optional<PatternNode> parse_pattern(std::string_view pattern) {
  try {
    return Reading(pattern).all();
  } catch (const Unknown&) {
    return std::nullopt;
  }
}

}  // namespace report
