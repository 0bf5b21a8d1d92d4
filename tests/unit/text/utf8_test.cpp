// SPDX-License-Identifier: EUPL-1.2
#include "text/utf8.hpp"

#include <utility>

#include <doctest/doctest.h>

using report::first_fault;
using namespace std::string_view_literals;

TEST_CASE("utf8: well-formed text has no fault") {
  for (const std::string_view good : {""sv, "abc"sv, "\xC2\x80"sv, "\xDF\xBF"sv, "\xE0\xA0\x80"sv,
                                      "\xED\x9F\xBF"sv, "\xEE\x80\x80"sv, "\xEF\xBF\xBF"sv,
                                      "\xF0\x90\x80\x80"sv, "\xF4\x8F\xBF\xBF"sv, "\x01\x7F"sv})
    CHECK_FALSE(first_fault(good));
}

TEST_CASE("utf8: every kind of malformed sequence is found at its first byte") {
  const std::pair<const char*, std::string_view> faults[] = {
      {"a NUL", "\0"sv},
      {"a continuation byte alone", "\x80"sv},
      {"the last continuation byte alone", "\xBF"sv},
      {"overlong of two, lowest", "\xC0\x80"sv},
      {"overlong of two, highest", "\xC1\xBF"sv},
      {"overlong of three", "\xE0\x9F\xBF"sv},
      {"overlong of four", "\xF0\x8F\xBF\xBF"sv},
      {"first surrogate", "\xED\xA0\x80"sv},
      {"last surrogate", "\xED\xBF\xBF"sv},
      {"above U+10FFFF", "\xF4\x90\x80\x80"sv},
      {"a lead of four never used", "\xF5\x80\x80\x80"sv},
      {"a lead of five", "\xF8\x88\x80\x80\x80"sv},
      {"a byte never used", "\xFF"sv},
      {"two cut after one", "\xC3"sv},
      {"three cut after one", "\xE2"sv},
      {"three cut after two", "\xE2\x82"sv},
      {"four cut after three", "\xF0\x9F\x98"sv},
      {"two with no continuation", "\xC3("sv},
      {"three with a bad second byte", "\xE2(\xA1"sv},
      {"three with a bad third byte", "\xE2\x82("sv},
      {"four with a bad second byte", "\xF0(\x98\x80"sv},
      {"four with a bad fourth byte", "\xF0\x9F\x98("sv},
      {"Latin-1", "\xE9t\xE9"sv},
  };
  for (const auto& [what, bytes] : faults) {
    CAPTURE(what);
    for (std::size_t before = 0; before < 20; ++before)
      for (const std::string_view behind : {""sv, "abcdefghijkl"sv}) {
        const std::string text =
            std::string(before, 'x') + std::string(bytes) + std::string(behind);
        const auto fault = first_fault(text);
        REQUIRE(fault);
        CHECK(*fault == before);
      }
  }
}

TEST_CASE("utf8: every code point is encoded as it is decoded") {
  std::string text;
  for (char32_t point = 1; point <= 0x10FFFF; ++point) {
    if (point == 0xD800) point = 0xE000;
    text.clear();
    report::encode(point, text);
    std::size_t at = 0;
    const bool same = report::decode(text, at) == point && at == text.size() && !first_fault(text);
    if (!same) FAIL("code point " << static_cast<unsigned>(point));
  }
}

TEST_CASE("utf8: the counter turns bytes into code points, forward and back") {
  const std::string_view text = "aé€😀z";
  report::CodePointCounter points(text);
  CHECK(points(0) == 0);
  CHECK(points(1) == 1);
  CHECK(points(3) == 2);
  CHECK(points(6) == 3);
  CHECK(points(10) == 4);
  CHECK(points(text.size()) == 5);
  CHECK(points(3) == 2);
}

TEST_CASE("utf8: spans that only touch do not overlap") {
  using report::Span;
  CHECK(Span{0, 3}.overlaps({2, 5}));
  CHECK_FALSE(Span{0, 3}.overlaps({3, 5}));
  CHECK(Span{0, 5}.contains({0, 5}));
  CHECK_FALSE(Span{1, 5}.contains({0, 2}));
}
