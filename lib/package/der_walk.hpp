// SPDX-License-Identifier: EUPL-1.2
// Elements of DER one behind the other. For the sources of this stage only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace report::der {

using std::string_view_literals::operator""sv;

inline constexpr std::uint8_t integer = 0x02;
inline constexpr std::uint8_t bit_string = 0x03;
inline constexpr std::uint8_t octet_string = 0x04;
inline constexpr std::uint8_t null_value = 0x05;
inline constexpr std::uint8_t object_id = 0x06;
inline constexpr std::uint8_t sequence = 0x30;
inline constexpr std::uint8_t set = 0x31;
inline constexpr std::uint8_t primitive_0 = 0x80;
inline constexpr std::uint8_t context_0 = 0xa0;
inline constexpr std::uint8_t context_1 = 0xa1;

// The contents of object identifiers, as they lie in the DER.
inline constexpr auto oid_data = "\x2a\x86\x48\x86\xf7\x0d\x01\x07\x01"sv;  // RFC 5652
inline constexpr auto oid_sha256 = "\x60\x86\x48\x01\x65\x03\x04\x02\x01"sv;

/// The bytes are not of the form.
struct Broken {};

/// Takes elements off the front of a run of DER. Throws Broken, which never leaves this
/// stage.
class Walk {
 public:
  explicit Walk(std::string_view bytes) : rest_(bytes) {}

  [[nodiscard]] bool at_end() const { return rest_.empty(); }
  [[nodiscard]] std::string_view rest() const { return rest_; }
  [[nodiscard]] bool next_is(std::uint8_t tag) const {
    return !rest_.empty() && static_cast<std::uint8_t>(rest_[0]) == tag;
  }

  /// The content of the next element, which must have this tag.
  std::string_view take(std::uint8_t tag) {
    if (!next_is(tag) || rest_.size() < 2) throw Broken{};
    const auto first = static_cast<std::uint8_t>(rest_[1]);
    std::size_t header = 2;
    std::size_t size = first;
    if (first >= 0x80) {
      const std::size_t count = first & 0x7fU;
      // DER: definite, and no longer than needed (X.690, 10.1).
      if (count == 0 || count > 4 || rest_.size() < 2 + count) throw Broken{};
      size = 0;
      for (std::size_t i = 0; i < count; ++i)
        size = size << 8U | static_cast<std::uint8_t>(rest_[2 + i]);
      if (size < 0x80 || size >> (8 * (count - 1)) == 0) throw Broken{};
      header += count;
    }
    if (size > rest_.size() - header) throw Broken{};
    const std::string_view content = rest_.substr(header, size);
    rest_.remove_prefix(header + size);
    return content;
  }

  Walk into(std::uint8_t tag) { return Walk(take(tag)); }

  void expect(std::uint8_t tag, std::string_view content) {
    if (take(tag) != content) throw Broken{};
  }

  void end() const {
    if (!rest_.empty()) throw Broken{};
  }

 private:
  std::string_view rest_;
};

/// An algorithm identifier of SHA-256; its parameters may be absent or NULL.
inline void expect_sha256(Walk walk) {
  walk.expect(object_id, oid_sha256);
  if (walk.next_is(null_value)) walk.expect(null_value, "");
  walk.end();
}

}  // namespace report::der
