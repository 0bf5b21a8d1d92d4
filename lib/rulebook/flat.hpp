// SPDX-License-Identifier: EUPL-1.2
// Arrays of numbers as they lie in memory, a head before them: the form of what the compiled table
// keeps so that a start need not copy it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <type_traits>

#include "base/error.hpp"

namespace report {

template <typename Head, typename... Arrays>
std::string flat_bytes(const Head& head, const Arrays&... arrays) {
  static_assert(std::is_trivially_copyable_v<Head>);
  std::string out(reinterpret_cast<const char*>(&head), sizeof head);
  (out.append(reinterpret_cast<const char*>(arrays.data()), arrays.size_bytes()), ...);
  return out;
}

/// Reads such bytes, 64-byte aligned, where they lie. Throws Error{internal} for others.
class FlatReader {
 public:
  explicit FlatReader(std::span<const std::byte> bytes) : bytes_(bytes) {}

  template <typename Head>
  Head head(std::uint64_t magic) {
    Head head{};
    if (bytes_.size() < sizeof head) throw broken();
    std::memcpy(&head, bytes_.data(), sizeof head);
    if (head.magic != magic) throw broken();
    at_ = sizeof head;
    return head;
  }
  template <typename Number>
  void take(std::span<const Number>& numbers, std::size_t count) {
    if (count > (bytes_.size() - at_) / sizeof(Number)) throw broken();
    numbers = {reinterpret_cast<const Number*>(bytes_.data() + at_), count};
    at_ += count * sizeof(Number);
  }
  /// Nothing may be left.
  void done() const {
    if (at_ != bytes_.size()) throw broken();
  }
  static Error broken() {
    return {Fault::internal, Message::as_is("the compiled rules are broken")};
  }

 private:
  std::span<const std::byte> bytes_;
  std::size_t at_ = 0;
};

}  // namespace report
