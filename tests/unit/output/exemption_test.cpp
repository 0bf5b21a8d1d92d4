// SPDX-License-Identifier: EUPL-1.2
#include "output/exemption.hpp"

#include <doctest/doctest.h>

using namespace report;

TEST_CASE("exemption: its line, the next one, or the file") {
  const auto found = exemptions_in(
      "tekst report:allow r-1,phone: omdat\n# report:allow a b: want\nreport:allow-file x: zo\n");
  REQUIRE(found.size() == 3);
  CHECK(found[0].line == 1);
  CHECK(found[0].covers == 1);
  CHECK(found[0].rules == std::vector<std::string>{"r-1", "phone"});
  CHECK(found[1].covers == 3);
  CHECK(found[1].rules == std::vector<std::string>{"a", "b"});
  CHECK(found[2].covers == 0);
  for (const Exemption& one : found) CHECK(one.reasoned);
}

TEST_CASE("exemption: without a reason it allows nothing") {
  for (const char* text : {"x report:allow r", "x report:allow r:", "x report:allow r: <!-- -->",
                           "x report:allow r:   -->"}) {
    auto found = exemptions_in(text);
    REQUIRE(found.size() == 1);
    CHECK_FALSE(found[0].reasoned);
    std::vector<Spotted> spotted(1);
    spotted[0].rule = "r";
    spotted[0].line = 1;
    apply_exemptions(found, spotted);
    CHECK(spotted.size() == 1);
  }
}

TEST_CASE("exemption: by rule or by type, and only what it names") {
  auto found = exemptions_in("x report:allow r, phone: want");
  std::vector<Spotted> spotted(3);
  spotted[0].rule = "r";
  spotted[1].type = "phone";
  spotted[2].rule = "rr";
  for (Spotted& one : spotted) one.line = 1;
  apply_exemptions(found, spotted);
  REQUIRE(spotted.size() == 1);
  CHECK(spotted[0].rule == "rr");
  CHECK(found[0].used);
}
