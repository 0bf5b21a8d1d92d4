// SPDX-License-Identifier: EUPL-1.2
#include "document/document.hpp"

#include <doctest/doctest.h>

#include "base/error.hpp"

using report::read_document;

namespace {

std::string code_of(std::string text) {
  try {
    read_document({"id", std::move(text)});
  } catch (const report::Error& error) {
    CHECK(error.fault() == report::Fault::input);
    return error.code();
  }
  return "no error";
}

}  // namespace

TEST_CASE("document: a note is read into clean text, view and tokens") {
  const auto document = read_document({"n1", "“Jan”\u00A0Smit\r\n"});
  CHECK(document.note.id == "n1");
  CHECK(document.clean.text == "“Jan” Smit\n");
  CHECK(document.view.text == "\"Jan\" Smit\n");
  REQUIRE(document.tokens.size() == 4);
  CHECK(document.word(document.tokens[1]) == "Jan");
}

TEST_CASE("document: a note without text is refused") {
  CHECK(code_of("") == "empty");
  CHECK(code_of(" \t\r\n\u00A0\u200B") == "empty");
  CHECK(code_of("x") == "no error");
}

TEST_CASE("document: a note that is no text is refused") {
  CHECK(code_of("a\xFF") == "invalid_utf8");
  CHECK(code_of(std::string("a\0b", 3)) == "nul_byte");
}

TEST_CASE("document: a note of more than 64 MiB is refused") {
  CHECK(code_of(std::string(report::largest_note + 1, ' ')) == "too_large");
}

TEST_CASE("document: labels of the note are one token each, wherever cleaning moved them") {
  const std::string text = "FIets\u200B van\r\n> [PERSOON 1] en\u00A0[TELEFOON].";
  const std::size_t one = text.find("[P");
  const std::size_t two = text.find("[T");
  const report::Span labels[] = {{one, one + 11}, {two, two + 10}};
  const auto document = read_document({"n", text}, labels);
  std::vector<std::string> found;
  for (const auto& token : document.tokens)
    if (token.kind == report::TokenKind::label) found.emplace_back(document.word(token));
  CHECK(found == std::vector<std::string>{"[PERSOON 1]", "[TELEFOON]"});
}
