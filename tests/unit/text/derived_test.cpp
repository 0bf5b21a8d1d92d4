// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include <doctest/doctest.h>

#include "text/normal.hpp"
#include "text/tokens.hpp"
#include "unit/text/hostile.hpp"

using report::DerivedText;
using report::Span;

namespace {

constexpr int texts = 20'000;

std::string fault_of(const DerivedText& derived, std::size_t source_size) {
  if (derived.origin.size() != derived.text.size() + 1) return "origin has the wrong size";
  if (derived.origin.back() != source_size) return "origin does not end at the source's end";
  if (!std::is_sorted(derived.origin.begin(), derived.origin.end())) return "origin falls";
  if (report::first_fault(derived.text)) return "the text is not UTF-8";
  return "";
}

bool at_character(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

std::string fault_of_ranges(const DerivedText& derived, std::string_view source) {
  const std::size_t size = derived.text.size();
  for (std::size_t begin = 0; begin < size; ++begin) {
    if (!at_character(derived.text, begin)) continue;
    for (std::size_t end = begin + 1; end <= std::min(size, begin + 12); ++end) {
      if (!at_character(derived.text, end)) continue;
      const Span span = derived.to_source({begin, end});
      if (span.begin >= span.end || span.end > source.size()) return "a range came from nothing";
      if (!at_character(source, span.begin) || !at_character(source, span.end))
        return "a range cuts a character of the source";
    }
  }
  return "";
}

std::string visible(std::string_view text) {
  std::string out;
  for (const char byte : text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    const auto value = static_cast<unsigned char>(byte);
    if (value >= 0x20U && value < 0x7FU)
      out += byte;
    else
      (out += "\\x", out += digits[value >> 4U], out += digits[value & 0xFU]);
  }
  return out;
}

}  // namespace

TEST_CASE("derived text: the way back holds for clean texts and views of hostile texts") {
  HostileTexts hostile(20261124);
  for (int i = 0; i < texts; ++i) {
    const std::string source = hostile.next();
    const DerivedText clean = report::clean(source);
    const DerivedText view = report::matching_view(clean.text);
    std::string fault = fault_of(clean, source.size());
    if (fault.empty()) fault = fault_of_ranges(clean, source);
    if (fault.empty()) fault = fault_of(view, clean.text.size());
    if (fault.empty()) fault = fault_of_ranges(view, clean.text);
    if (!fault.empty()) FAIL_CHECK(fault << ": " << visible(source));
  }
}

TEST_CASE("derived text: neighbouring ranges never share a place in the source") {
  HostileTexts hostile(7);
  for (int i = 0; i < texts; ++i) {
    const std::string source = hostile.next();
    const DerivedText clean = report::clean(source);
    for (std::size_t cut = 1; cut + 1 < clean.text.size(); ++cut) {
      if (!at_character(clean.text, cut) || clean.origin[cut] == clean.origin[cut - 1]) continue;
      if (clean.to_source({0, cut}).end > clean.to_source({cut, clean.text.size()}).begin)
        FAIL_CHECK(visible(source));
    }
  }
}

TEST_CASE("clean: a clean text stays as it is when it is cleaned again") {
  HostileTexts hostile(42);
  for (int i = 0; i < texts; ++i) {
    const std::string source = hostile.next();
    const std::string once = report::clean(source).text;
    const std::string twice = report::clean(once).text;
    if (once != twice)
      FAIL_CHECK(visible(source) << " -> " << visible(once) << " -> " << visible(twice));
  }
}

TEST_CASE("clean: the range of a source that a word came from holds what was hidden in it") {
  const std::string source = "bel J\u200Ba\u0301n &eacute;\u00E9n ﬁjn";
  const DerivedText clean = report::clean(source);
  REQUIRE(clean.text == "bel Ján één fijn");
  const auto from = [&](std::string_view word) {
    const std::size_t at = clean.text.find(word);
    const Span span = clean.to_source({at, at + word.size()});
    return source.substr(span.begin, span.size());
  };
  CHECK(from("Ján") == "J\u200Ba\u0301n");
  CHECK(from("één") == "&eacute;\u00E9n");
  CHECK(from("fijn") == "ﬁjn");
  CHECK(from("f") == "ﬁ");
  CHECK(from("bel") == "bel");
}

TEST_CASE("clean: a range before a line end does not take half of the line end along") {
  const std::string source = "Jan\r\nPiet";
  const DerivedText clean = report::clean(source);
  CHECK(clean.to_source({0, 3}) == Span{0, 3});
  CHECK(clean.to_source({3, 4}) == Span{3, 5});
  CHECK(clean.to_source({4, 8}) == Span{5, 9});
}

TEST_CASE("tokens: nothing but blanks lies between the tokens of hostile texts") {
  HostileTexts hostile(99);
  for (int i = 0; i < texts; ++i) {
    const std::string view = report::matching_view(report::clean(hostile.next()).text).text;
    std::size_t at = 0;
    for (const report::Token& token : report::tokenise(view)) {
      const bool blank =
          view.substr(at, token.begin - at).find_first_not_of(" \n") == std::string::npos;
      if (token.begin < at || token.end <= token.begin || !blank) FAIL_CHECK(visible(view));
      at = token.end;
    }
    if (view.substr(at).find_first_not_of(" \n") != std::string::npos) FAIL_CHECK(visible(view));
  }
}
