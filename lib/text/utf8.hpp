// SPDX-License-Identifier: EUPL-1.2
// UTF-8 (RFC 3629). Offsets are bytes unless a name says code points.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

namespace report {

/// A half-open range of byte offsets into one text; which text, the holder says.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
  friend bool operator==(const Span&, const Span&) = default;
  [[nodiscard]] bool overlaps(const Span& other) const {
    return begin < other.end && other.begin < end;
  }
  [[nodiscard]] bool contains(const Span& other) const {
    return begin <= other.begin && other.end <= end;
  }
  [[nodiscard]] std::size_t size() const { return end - begin; }
};

/// A byte 10xxxxxx: a further one of a character.
constexpr bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// The end of the character whose bytes begin before `at`: `at` itself unless it is within one.
constexpr std::size_t character_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_continuation(text[at])) ++at;
  return at;
}

/// The byte offset of the first byte that is not UTF-8 (overlong forms, surrogates and values above
/// U+10FFFF included) or is NUL; nothing when all is well.
std::optional<std::size_t> first_fault(std::string_view text);

/// The code point that begins at `at`, and moves `at` past it. The text must be valid.
char32_t decode(std::string_view text, std::size_t& at);

/// Appends one code point.
void encode(char32_t point, std::string& out);

/// Turns rising byte offsets into code point offsets in one pass over the text.
class CodePointCounter {
 public:
  explicit CodePointCounter(std::string_view text) : text_(text) {}
  /// Code points before `byte`; going back starts again at the front.
  std::size_t operator()(std::size_t byte) {
    if (byte < byte_) byte_ = points_ = 0;
    for (; byte - byte_ >= sizeof(std::uint64_t); byte_ += sizeof(std::uint64_t)) {
      std::uint64_t eight = 0;
      std::memcpy(&eight, text_.data() + byte_, sizeof eight);
      // The top bit of each continuation byte.
      const std::uint64_t further = eight & ~(eight << 1U) & 0x8080808080808080U;
      points_ += sizeof eight - static_cast<std::size_t>(std::popcount(further));
    }
    for (; byte_ < byte; ++byte_)
      if (!is_continuation(text_[byte_])) ++points_;
    return points_;
  }

 private:
  std::string_view text_;
  std::size_t byte_ = 0;
  std::size_t points_ = 0;
};

}  // namespace report
