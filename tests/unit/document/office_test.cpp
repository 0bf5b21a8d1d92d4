// SPDX-License-Identifier: EUPL-1.2
#include "document/office.hpp"

#include <doctest/doctest.h>

#include "base/error.hpp"

using namespace report;
using namespace std::string_view_literals;

TEST_CASE("office: a document is what its first bytes say, then what its name says") {
  CHECK(kind_of("a.txt", "tekst") == DocumentKind::plain);
  CHECK(kind_of("a", "") == DocumentKind::plain);
  CHECK(kind_of("a.EML", "x") == DocumentKind::mail);
  CHECK(kind_of("a.htm", "x") == DocumentKind::html);
  CHECK(kind_of("a.txt", "%PDF-1.7") == DocumentKind::pdf);
  CHECK(kind_of("a.txt", "{\\rtf1") == DocumentKind::unreadable);
  CHECK(kind_of("a.docx", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") == DocumentKind::unreadable);
  CHECK(kind_of("a.bin", "PK\x03\x04..word/document.xml") == DocumentKind::docx);
  CHECK(kind_of("a", "PK\x03\x04..mimetypeapplication/vnd.oasis.opendocument.text") ==
        DocumentKind::odt);
  CHECK(kind_of("a.docx", "PK\x03\x04") == DocumentKind::docx);
  CHECK(kind_of("a.zip", "PK\x03\x04") == DocumentKind::unreadable);
  CHECK(kind_of("a.docx", "tekst") == DocumentKind::docx);
  CHECK(kind_of(".eml", "x") == DocumentKind::plain);
}

TEST_CASE("office: the part of a byte") {
  const std::vector<Part> parts{{"body", 0}, {"comments", 10}};
  CHECK(part_at(parts, 0) == "body");
  CHECK(part_at(parts, 9) == "body");
  CHECK(part_at(parts, 10) == "comments");
  CHECK(part_at({}, 10).empty());
}

TEST_CASE("office: parts come one after another, and hidden text is text") {
  const PlainText page = read_office(
      DocumentKind::html, "<p>Een<b>Twee</b></p><!-- drie --><img alt='vier'><p hidden>vijf</p>");
  CHECK(page.text.find("EenTwee\n") != std::string::npos);
  for (const auto word : {"drie"sv, "vier"sv, "vijf"sv})
    CHECK(page.text.find(word) != std::string::npos);
  CHECK(part_at(page.parts, page.text.find("drie")) == "comments");
  CHECK(page.unread.empty());
}

TEST_CASE("office: what is no document of its kind is an error") {
  for (const DocumentKind kind : {DocumentKind::docx, DocumentKind::odt, DocumentKind::pdf,
                                  DocumentKind::mail, DocumentKind::unreadable})
    CHECK_THROWS_AS(read_office(kind, "tekst"), Error);
}
