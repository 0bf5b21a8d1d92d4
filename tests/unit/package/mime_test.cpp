// SPDX-License-Identifier: EUPL-1.2
#include "package/mime.hpp"

#include <doctest/doctest.h>

using report::Files;

TEST_CASE("mime: a padded length is never smaller, at most a sixteenth larger above 22 KiB") {
  for (std::size_t length = 0; length <= 22528; length += 511)
    CHECK(report::padded_length(length) == 22528);
  for (std::size_t length = 22529; length < (1U << 22U); length += 977) {
    const std::size_t padded = report::padded_length(length);
    CHECK(padded >= length);
    CHECK(padded - length <= length / 16);
    CHECK(report::padded_length(padded) == padded);
  }
  CHECK(report::padded_length(33000) == 34816);
}

TEST_CASE("mime: the files come back as they went in, byte for byte") {
  const Files files{{"brief.txt", ""},
                    {"LEESMIJ.txt", "zonder regeleinde"},
                    {"melding.txt", "é\n\n--handover-\n--\n\r\n"},
                    {"manifest.json", "{}\n"}};
  const std::string mime = report::write_parts(files);
  const auto back = report::read_parts(mime);
  REQUIRE(back);
  CHECK(*back == files);
}

TEST_CASE("mime: only the form we write is read") {
  const Files files{{"brief.txt", "a\n"},
                    {"LEESMIJ.txt", "b\n"},
                    {"melding.txt", "c\n"},
                    {"manifest.json", "{}\n"}};
  const std::string mime = report::write_parts(files);
  for (std::size_t cut = 0; cut < mime.size(); ++cut)
    CHECK_FALSE(report::read_parts(std::string_view(mime).substr(0, cut)));
  CHECK_FALSE(report::read_parts(mime + "\n"));
  std::string other = mime;
  other.replace(other.find("brief.txt"), 5, "BRIEF");
  CHECK_FALSE(report::read_parts(other));
}

TEST_CASE("mime: the sealed entity gives its DER back and takes no other padding") {
  for (std::size_t size : {1U, 2U, 3U, 47U, 48U, 49U, 5000U, 60000U}) {
    const std::string der(size, '\x30');
    std::string mime = report::write_sealed(der);
    CHECK(mime.size() == report::padded_length(mime.size()));
    CHECK(report::read_sealed(mime) == der);
    CHECK_FALSE(report::read_sealed(mime + "\n"));
    mime.pop_back();
    CHECK_FALSE(report::read_sealed(mime));
  }
}
