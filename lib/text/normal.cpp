// SPDX-License-Identifier: EUPL-1.2
#include "text/normal.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/error.hpp"
#include "text/letters.hpp"
#include "text/veils.hpp"

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
    if (point == U'\n') line_begin_ = result_.text.size();
  }
  void copy(std::string_view bytes, std::size_t from) {
    result_.text += bytes;
    const std::size_t before = result_.origin.size();
    result_.origin.resize(before + bytes.size());
    std::iota(result_.origin.begin() + static_cast<std::ptrdiff_t>(before), result_.origin.end(),
              static_cast<std::uint32_t>(from));
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
  [[nodiscard]] std::size_t line_length() const { return result_.text.size() - line_begin_; }
  DerivedText finish(std::size_t source_size) {
    result_.origin.push_back(static_cast<std::uint32_t>(source_size));
    return std::move(result_);
  }

 private:
  DerivedText result_;
  std::size_t last_ = 0;
  std::size_t line_begin_ = 0;
};

bool compatibility_range(char32_t point) {
  return (point >= 0xFB00U && point <= 0xFB06U) || (point >= 0xFF01U && point <= 0xFF5EU) ||
         (point >= 0x1D400U && point <= 0x1D7FFU) || (point >= 0x2100U && point <= 0x2138U) ||
         (point >= 0x2160U && point <= 0x217FU) || (point >= 0x2460U && point <= 0x24FFU) ||
         (point >= 0x1D2CU && point <= 0x1D6AU) || (point >= 0x1F100U && point <= 0x1F1FFU) ||
         (point >= 0x2070U && point <= 0x209CU) ||
         point == 0x17FU;  // ſ, which a caseless s of a rule would match too
}

/// The ASCII digit for a decimal digit of another script; each script has ten in a row.
std::optional<char32_t> other_digit(char32_t point) {
  if (!is_decimal(point)) return std::nullopt;
  char32_t value = 0;
  while (value < 9 && is_decimal(point - value - 1)) ++value;
  return U'0' + value;
}

/// What a styled character stands for, and of "⒘" or "⒥" only the digits or letters: nothing may
/// end within one character of the note. "℅" says c/o and stays.
void put_compatible(char32_t point, std::size_t from, Deriver& out) {
  const std::u32string parts = compatible(point);
  if (parts.find(U'/') != std::u32string::npos && parts.size() > 1) return out.put(point, from);
  const auto mark = [](char32_t part) {
    return part == U'.' || part == U',' || part == U'(' || part == U')';
  };
  for (const char32_t part : parts)
    if (parts.size() == 1 || !mark(part)) out.put(part, from);
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
    return put_compatible(point, from, out);
  }
  // Behind the styled digits of mathematics, of which five rows stand side by side.
  if (const auto digit = other_digit(point)) return out.put(*digit, from);
  out.put(point, from);
}

/// A word of letters as replace_twins() sees it.
struct TwinWord {
  std::u32string letters;  // twins in place of what looks like them
  std::vector<std::size_t> starts;
  std::size_t end = 0;
  bool twins = false;
  bool latin = false;
  bool foreign = false;  // a letter of another script that looks like none of ours
};

TwinWord twin_word(std::string_view text, std::size_t at) {
  TwinWord word;
  for (word.end = at; word.end < text.size();) {
    std::size_t next = word.end;
    const char32_t point = decode(text, next);
    if (!is_letter(point)) break;
    const char32_t twin = latin_twin(point);
    word.twins = word.twins || twin != 0;
    word.latin = word.latin || (twin == 0 && point < 0x250U);
    word.foreign = word.foreign || (twin == 0 && point >= 0x370U && !is_combining(point));
    word.letters += twin != 0 ? twin : point;
    word.starts.push_back(word.end);
    word.end = next;
  }
  return word;
}

/// Letters of other alphabets made the Latin ones they look like, in words where each has a twin
/// and in words that hold Latin letters too.
void replace_twins(DerivedText& derived) {
  const std::string& text = derived.text;
  if (std::none_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0xC9U && byte != 0xE2U;
      }))
    return;
  DerivedText out;
  std::size_t at = 0;
  while (at < text.size()) {
    TwinWord word = twin_word(text, at);
    if (word.twins && (word.latin || !word.foreign)) {
      for (std::size_t i = 0; i < word.letters.size(); ++i) {
        encode(word.letters[i], out.text);
        out.origin.resize(out.text.size(), derived.origin[word.starts[i]]);
      }
    } else {
      if (word.end == at) decode(text, word.end);
      out.text.append(text, at, word.end - at);
      out.origin.insert(out.origin.end(), derived.origin.begin() + static_cast<long>(at),
                        derived.origin.begin() + static_cast<long>(word.end));
    }
    at = word.end;
  }
  out.origin.push_back(derived.origin.back());
  derived = std::move(out);
}

constexpr bool plain(unsigned char byte) {
  return byte >= 0x20U && byte < 0x7FU && byte != '&' && byte != '=';
}

/// Does the line of quoted-printable go on behind the = before `at`? Mailers break at 76; shorter
/// lines may end in an equals sign of their own.
bool soft_break(std::string_view text, std::size_t at, std::size_t length) {
  constexpr std::size_t shortest = 60;
  return length >= shortest &&
         (text.substr(at).starts_with('\n') || text.substr(at).starts_with("\r\n"));
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
    } else if (point == U'=' && soft_break(source, at, out.line_length())) {
      at = source.find('\n', at) + 1;
    } else {
      std::size_t next = from;
      const auto decoded = point == U'&'    ? html_reference(source, next)
                           : point == U'='  ? quoted_printable(source, next)
                           : point >= 0x80U ? twice_encoded(source, next)
                                            : std::nullopt;
      if (decoded) at = next;
      put_clean(decoded.value_or(point), from, out);
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
                nul ? say({"byte {} is NUL: dit is geen tekst", "byte {} is NUL: this is no text"},
                          *fault + 1)
                    : say({"byte {} is geen UTF-8", "byte {} is not UTF-8"}, *fault + 1),
                {nul ? say({"geef de tekst van het document, niet het document zelf",
                            "give the text of the document, not the document itself"})
                     : say({"zet het eerst om, bijvoorbeeld met iconv -f WINDOWS-1252 -t UTF-8",
                            "convert it first, for example with iconv -f WINDOWS-1252 -t UTF-8"})})
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
