// SPDX-License-Identifier: EUPL-1.2
#include "text/normal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/error.hpp"
#include "text/letters.hpp"

namespace report {
namespace {

/// Builds a derived text code point by code point.
class Deriver {
 public:
  explicit Deriver(std::size_t size) {
    result_.text.reserve(size);
    result_.origin.reserve(size + 1);
  }
  void put(char32_t point, std::size_t from) {
    last_ = result_.text.size();
    encode(point, result_.text);
    result_.origin.resize(result_.text.size(), static_cast<std::uint32_t>(from));
  }
  void copy(std::string_view bytes, std::size_t from) {
    result_.text += bytes;
    for (std::size_t i = 0; i < bytes.size(); ++i)
      result_.origin.push_back(static_cast<std::uint32_t>(from + i));
    last_ = result_.text.size() - 1;
  }
  /// The last code point put, 0 at the start.
  [[nodiscard]] char32_t last() const {
    if (result_.text.empty()) return 0;
    std::size_t at = last_;
    return decode(result_.text, at);
  }
  void replace_last(char32_t point) {
    const std::uint32_t from = result_.origin[last_];
    result_.text.resize(last_);
    result_.origin.resize(last_);
    put(point, from);
  }
  [[nodiscard]] std::string& text() { return result_.text; }
  DerivedText finish(std::size_t source_size) {
    result_.origin.push_back(static_cast<std::uint32_t>(source_size));
    return std::move(result_);
  }

 private:
  DerivedText result_;
  std::size_t last_ = 0;
};

/// The byte that Windows-1252 gives to a code point, if it has one at 0x80 or above.
std::optional<unsigned char> cp1252_byte(char32_t point) {
  constexpr std::u32string_view high =
      U"€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ";
  if (point >= 0xA0U && point <= 0xFFU) return static_cast<unsigned char>(point);
  const auto at = point < 0x80U ? std::u32string_view::npos : high.find(point);
  if (at == std::u32string_view::npos) return std::nullopt;
  return static_cast<unsigned char>(0x80U + at);
}

/// Can these two bytes begin a character that a Dutch note holds? Latin letters, typographic marks,
/// the euro sign, emoji. Others are refused: René…” is no twice encoded Ren酔.
constexpr bool expected_lead(unsigned char lead, unsigned char second) {
  return (lead >= 0xC2U && lead <= 0xC5U) || (lead == 0xE2U && second >= 0x80U && second <= 0x84U) ||
         (lead == 0xF0U && second == 0x9FU) || (lead == 0xEFU && second >= 0xBBU);
}

/// A character that was UTF-8, read as Windows-1252 and encoded again: Ã« for ë. Moves `at` past
/// the whole when it is one.
std::optional<char32_t> twice_encoded(std::string_view text, std::size_t& at) {
  std::size_t next = at;
  std::string bytes;
  while (next < text.size() && bytes.size() < 4) {
    const auto byte = cp1252_byte(decode(text, next));
    if (!byte) return std::nullopt;
    if (bytes.empty() && (*byte < 0xC2U || *byte > 0xF4U)) return std::nullopt;
    if (bytes.size() == 1 && !expected_lead(static_cast<unsigned char>(bytes[0]), *byte))
      return std::nullopt;
    bytes += static_cast<char>(*byte);
    const std::size_t wanted = static_cast<unsigned char>(bytes[0]) < 0xE0U   ? 2
                               : static_cast<unsigned char>(bytes[0]) < 0xF0U ? 3
                                                                              : 4;
    if (bytes.size() < wanted) continue;
    if (first_fault(bytes)) return std::nullopt;
    at = next;
    std::size_t start = 0;
    return decode(bytes, start);
  }
  return std::nullopt;
}

/// HTML character references that mail and forms leave behind.
std::optional<char32_t> entity(std::string_view text, std::size_t& at) {
  constexpr std::size_t longest = 10;
  const auto end = text.substr(at, longest).find(';');
  if (end == std::string_view::npos || end < 3) return std::nullopt;
  const std::string_view name = text.substr(at + 1, end - 1);
  char32_t point = 0;
  if (name[0] == '#') {
    const bool hexadecimal = name.size() > 2 && (name[1] == 'x' || name[1] == 'X');
    const std::string digits(name.substr(hexadecimal ? 2 : 1));
    if (digits.empty() ||
        digits.find_first_not_of(hexadecimal ? "0123456789abcdefABCDEF" : "0123456789") !=
            std::string::npos)
      return std::nullopt;
    point = static_cast<char32_t>(std::stoul(digits, nullptr, hexadecimal ? 16 : 10));
    if (point == 0 || point > 0x10FFFFU || (point >= 0xD800U && point < 0xE000U))
      return std::nullopt;
  } else {
    static constexpr std::array<std::pair<std::string_view, char32_t>, 40> named{{
        {"amp", U'&'},     {"lt", U'<'},      {"gt", U'>'},      {"quot", U'"'},
        {"apos", U'\''},   {"nbsp", 0xA0},    {"shy", 0xAD},     {"euro", U'€'},
        {"eacute", U'é'},  {"egrave", U'è'},  {"euml", U'ë'},    {"ecirc", U'ê'},
        {"aacute", U'á'},  {"agrave", U'à'},  {"auml", U'ä'},    {"acirc", U'â'},
        {"iacute", U'í'},  {"igrave", U'ì'},  {"iuml", U'ï'},    {"icirc", U'î'},
        {"oacute", U'ó'},  {"ograve", U'ò'},  {"ouml", U'ö'},    {"ocirc", U'ô'},
        {"uacute", U'ú'},  {"ugrave", U'ù'},  {"uuml", U'ü'},    {"ucirc", U'û'},
        {"ccedil", U'ç'},  {"ntilde", U'ñ'},  {"oslash", U'ø'},  {"szlig", U'ß'},
        {"Eacute", U'É'},  {"Ouml", U'Ö'},    {"Uuml", U'Ü'},    {"Ccedil", U'Ç'},
        {"rsquo", U'’'},   {"lsquo", U'‘'},   {"ndash", U'–'},   {"mdash", U'—'},
    }};
    const auto* hit =
        std::find_if(named.begin(), named.end(), [&](const auto& e) { return e.first == name; });
    if (hit == named.end()) return std::nullopt;
    point = hit->second;
  }
  at += end + 1;
  return point;
}

bool compatibility_range(char32_t point) {
  return (point >= 0xFB00U && point <= 0xFB06U) || (point >= 0xFF01U && point <= 0xFF5EU) ||
         (point >= 0x1D400U && point <= 0x1D7FFU) || (point >= 0x2100U && point <= 0x2138U) ||
         (point >= 0x2460U && point <= 0x24FFU) || (point >= 0x1D2CU && point <= 0x1D6AU) ||
         (point >= 0x1F100U && point <= 0x1F1FFU) || (point >= 0x2070U && point <= 0x209CU) ||
         point == 0x17FU;  // ſ, which a caseless s of a rule would match too
}

/// The ASCII digit for a decimal digit of another script; each script has ten in a row.
std::optional<char32_t> other_digit(char32_t point) {
  if (!is_decimal(point)) return std::nullopt;
  char32_t value = 0;
  while (value < 9 && is_decimal(point - value - 1)) ++value;
  return U'0' + value;
}

void put_clean(char32_t point, std::size_t from, Deriver& out) {
  if (is_combining(point)) {
    const char32_t base = out.last();
    if (const char32_t joined = base == 0 ? 0 : compose(base, point); joined != 0)
      out.replace_last(joined);
    else if (base >= 0x370U && is_letter(base))
      out.put(point, from);
    return;  // a mark that no Latin letter carries says nothing and only hides the word
  }
  if (point == 0x85U || point == 0x2028U || point == 0x2029U || point == 0x0CU || point == 0x0BU)
    return out.put(U'\n', from);
  if (is_invisible(point)) return;
  if (is_blank(point)) return out.put(point == U'\t' ? U'\t' : U' ', from);
  if (compatibility_range(point)) {
    for (const char32_t part : compatible(point)) out.put(part, from);
    return;
  }
  // Behind the styled digits of mathematics, of which five rows stand side by side.
  if (const auto digit = other_digit(point)) return out.put(*digit, from);
  out.put(point, from);
}

/// Cyrillic and Greek letters made the Latin ones they look like, in words where each has a twin.
void replace_twins(DerivedText& derived) {
  std::string& text = derived.text;
  if (std::none_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0xCDU && byte <= 0xD4U;
      }))
    return;
  DerivedText out;
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t end = at;
    bool twins = false;
    bool others = false;
    std::u32string word;
    std::vector<std::size_t> starts;
    while (end < text.size()) {
      std::size_t next = end;
      const char32_t point = decode(text, next);
      if (!is_letter(point)) break;
      const char32_t twin = latin_twin(point);
      twins = twins || twin != 0;
      others = others || (twin == 0 && point >= 0x370U && point <= 0x52FU);
      word += twin != 0 ? twin : point;
      starts.push_back(end);
      end = next;
    }
    if (twins && !others) {
      for (std::size_t i = 0; i < word.size(); ++i) {
        encode(word[i], out.text);
        out.origin.resize(out.text.size(), derived.origin[starts[i]]);
      }
    } else {
      if (end == at) decode(text, end);
      out.text.append(text, at, end - at);
      out.origin.insert(out.origin.end(), derived.origin.begin() + static_cast<long>(at),
                        derived.origin.begin() + static_cast<long>(end));
    }
    at = end;
  }
  out.origin.push_back(derived.origin.back());
  derived = std::move(out);
}

constexpr bool plain(unsigned char byte) {
  return byte >= 0x20U && byte < 0x7FU && byte != '&';
}

DerivedText clean_once(std::string_view source) {
  Deriver out(source.size());
  std::size_t at = 0;
  while (at < source.size()) {
    const std::size_t run = at;
    while (at < source.size() && plain(static_cast<unsigned char>(source[at]))) ++at;
    if (at > run) out.copy(source.substr(run, at - run), run);
    if (at == source.size()) break;
    const std::size_t from = at;
    const char32_t point = decode(source, at);
    if (point == U'\r') {
      // Both bytes of a line end are one place: a range before it must not take the \r along.
      if (at < source.size() && source[at] == '\n') ++at;
      out.put(U'\n', from);
    } else if (point == U'&') {
      std::size_t next = from;
      const auto decoded = entity(source, next);
      if (decoded) at = next;
      put_clean(decoded.value_or(point), from, out);
    } else if (point < 0x80U) {
      put_clean(point, from, out);
    } else {
      std::size_t next = from;
      const auto repaired = twice_encoded(source, next);
      if (repaired) at = next;
      put_clean(repaired.value_or(point), from, out);
    }
  }
  DerivedText derived = out.finish(source.size());
  replace_twins(derived);
  return derived;
}

}  // namespace

Span DerivedText::to_source(Span span) const {
  const std::size_t begin = origin[span.begin];
  std::size_t end_index = span.end;
  // Several bytes may come from one place (ﬁ gives f and i): the end is the next other place.
  while (end_index < text.size() && end_index > 0 && origin[end_index] == origin[end_index - 1])
    ++end_index;
  return {begin, std::max<std::size_t>(origin[end_index], begin)};
}

DerivedText clean(std::string_view source) {
  if (const auto fault = first_fault(source)) {
    const bool nul = source[*fault] == '\0';
    throw Error(Fault::input,
                nul ? fmt::format("byte {} is NUL: this is no text", *fault + 1)
                    : fmt::format("byte {} is not UTF-8", *fault + 1),
                {nul ? "give the text of the document, not the document itself"
                     : "convert it first, for example with iconv -f WINDOWS-1252 -t UTF-8"})
        .with_code(nul ? "nul_byte" : "invalid_utf8");
  }
  DerivedText derived = clean_once(source);
  // What comes to light may itself be veiled: &amp;eacute;, UTF-8 decoded three times. The bound is
  // for texts made to be veiled more deeply than that.
  constexpr int most_veils = 8;
  std::string_view before = source;
  std::string previous;
  for (int veil = 0; veil < most_veils && derived.text != before; ++veil) {
    previous = std::move(derived.text);
    before = previous;
    DerivedText again = clean_once(before);
    for (std::uint32_t& from : again.origin) from = derived.origin[from];
    derived = std::move(again);
  }
  return derived;
}

std::string fold(std::string_view word) {
  std::string out;
  out.reserve(word.size());
  std::size_t at = 0;
  while (at < word.size()) {
    const char byte = word[at];
    if (static_cast<unsigned char>(byte) < 0x80U) {
      out += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
      ++at;
    } else {
      for (const char32_t part : folded(decode(word, at))) encode(part, out);
    }
  }
  return out;
}

}  // namespace report
