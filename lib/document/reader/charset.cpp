// SPDX-License-Identifier: EUPL-1.2
#include <array>
#include <cerrno>
#include <memory>

#include <iconv.h>

#include "document/reader/readers.hpp"
#include "text/utf8.hpp"

namespace report {

std::string to_utf8(std::string_view bytes, const std::string& charset) {
  if (charset.empty() || charset == "utf-8" || charset == "UTF-8" || charset == "utf8") {
    if (first_fault(bytes))
      throw broken_document(say({"bytes die geen UTF-8 zijn", "bytes that are no UTF-8"}));
    return std::string(bytes);
  }
  void* const converter = ::iconv_open("UTF-8", charset.c_str());
  // NOLINTNEXTLINE(performance-no-int-to-ptr): the value POSIX lays down for a failure
  if (converter == reinterpret_cast<void*>(-1))
    throw broken_document(say({"een onbekende tekenset", "an unknown charset"}));
  const auto closed = [](void* open) { ::iconv_close(open); };
  const std::unique_ptr<void, decltype(closed)> guard(converter, closed);
  std::string out;
  std::array<char, 1U << 15U> block{};
  char* in = const_cast<char*>(bytes.data());
  std::size_t left = bytes.size();
  while (left > 0) {
    char* to = block.data();
    std::size_t room = block.size();
    const std::size_t done = ::iconv(converter, &in, &left, &to, &room);
    out.append(block.data(), block.size() - room);
    if (done == static_cast<std::size_t>(-1) && errno != E2BIG)
      throw broken_document(
          say({"bytes die niet bij de tekenset horen", "bytes that are not of its charset"}));
  }
  if (first_fault(out))
    throw broken_document(
        say({"bytes die niet bij de tekenset horen", "bytes that are not of its charset"}));
  return out;
}

}  // namespace report
