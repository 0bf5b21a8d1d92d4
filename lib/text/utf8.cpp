// SPDX-License-Identifier: EUPL-1.2
#include "text/utf8.hpp"

#include <cstring>

namespace report {
namespace {

constexpr unsigned char byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

/// Length of the well-formed sequence at `at`, 0 when it is none (table 3-7 of the Unicode
/// Standard).
std::size_t sequence_length(std::string_view text, std::size_t at) {
  const unsigned char lead = byte_at(text, at);
  const std::size_t left = text.size() - at;
  if (lead < 0x80U) return lead == 0 ? 0 : 1;
  if (lead < 0xC2U || lead > 0xF4U || left < 2) return 0;
  const unsigned char second = byte_at(text, at + 1);
  if (!is_continuation(text[at + 1])) return 0;
  if (lead < 0xE0U) return 2;
  if (left < 3 || !is_continuation(text[at + 2])) return 0;
  if (lead < 0xF0U) {
    if (lead == 0xE0U && second < 0xA0U) return 0;
    if (lead == 0xEDU && second > 0x9FU) return 0;
    return 3;
  }
  if (left < 4 || !is_continuation(text[at + 3])) return 0;
  if (lead == 0xF0U && second < 0x90U) return 0;
  if (lead == 0xF4U && second > 0x8FU) return 0;
  return 4;
}

/// True when the eight bytes are ASCII and none is NUL.
bool plain_ascii(const char* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  constexpr std::uint64_t high = 0x8080808080808080U;
  constexpr std::uint64_t ones = 0x0101010101010101U;
  return ((word | (word - ones)) & high) == 0;
}

}  // namespace

std::optional<std::size_t> first_fault(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (at + sizeof(std::uint64_t) <= text.size() && plain_ascii(text.data() + at)) {
      at += sizeof(std::uint64_t);
      continue;
    }
    const std::size_t length = sequence_length(text, at);
    if (length == 0) return at;
    at += length;
  }
  return std::nullopt;
}

char32_t decode(std::string_view text, std::size_t& at) {
  const unsigned char lead = byte_at(text, at++);
  if (lead < 0x80U) return lead;
  const int more = lead < 0xE0U ? 1 : lead < 0xF0U ? 2 : 3;
  char32_t point = lead & (0x3FU >> static_cast<unsigned>(more));
  for (int i = 0; i < more; ++i) point = (point << 6U) | (byte_at(text, at++) & 0x3FU);
  return point;
}

void encode(char32_t point, std::string& out) {
  const auto put = [&out](char32_t byte) { out += static_cast<char>(byte); };
  if (point < 0x80U) {
    put(point);
  } else if (point < 0x800U) {
    put(0xC0U | (point >> 6U));
    put(0x80U | (point & 0x3FU));
  } else if (point < 0x10000U) {
    put(0xE0U | (point >> 12U));
    put(0x80U | ((point >> 6U) & 0x3FU));
    put(0x80U | (point & 0x3FU));
  } else {
    put(0xF0U | (point >> 18U));
    put(0x80U | ((point >> 12U) & 0x3FU));
    put(0x80U | ((point >> 6U) & 0x3FU));
    put(0x80U | (point & 0x3FU));
  }
}

}  // namespace report
