// SPDX-License-Identifier: EUPL-1.2
#include "find/validators.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "base/error.hpp"

using report::valid;

TEST_CASE("validators: a BSN of eight or nine digits passes the elfproef in any spacing") {
  for (const char* good : {"111222333", "1112.22.333", "111 222 333", "10000008", "1OO0O0O8"})
    CHECK_MESSAGE(valid("elfproef", good), good);
  for (const char* bad : {"111222334", "000000000", "1112223", "1112223330", ""})
    CHECK_FALSE_MESSAGE(valid("elfproef", bad), bad);
}

TEST_CASE("validators: an IBAN has the length of its country and rest 1 modulo 97") {
  for (const char* good : {"NL91ABNA0417164300", "nl91 abna 0417 1643 00", "NL91.ABNA.0417.1643.00",
                           "BE68 5390 0754 7034", "DE89370400440532013000"})
    CHECK_MESSAGE(valid("mod97", good), good);
  for (const char* bad : {"NL91ABNA0417164301", "NL91ABNA041716430", "ZZ91ABNA0417164300", "NL91"})
    CHECK_FALSE_MESSAGE(valid("mod97", bad), bad);
}

TEST_CASE("validators: an old account number has its own weights") {
  CHECK(valid("account_elfproef", "123456789"));
  CHECK(valid("account_elfproef", "12.34.56.789"));
  CHECK_FALSE(valid("account_elfproef", "123456788"));
  CHECK_FALSE(valid("account_elfproef", "12345678"));
}

TEST_CASE("validators: a card number passes the Luhn test") {
  CHECK(valid("luhn", "4111 1111 1111 1111"));
  CHECK_FALSE(valid("luhn", "4111 1111 1111 1112"));
  CHECK_FALSE(valid("luhn", "18"));
}

TEST_CASE("validators: a phone number belongs to the Dutch plan or begins with a country code") {
  for (const char* good :
       {"06-12345678", "06 - 12 34 56 78", "+31 (0)6 12 34 56 78", "010-4417 093",
        "0031 20 770 31 54", "0418 66 30 72", "(0527) 61 30 72", "085 130 44 71",
        "097 00 44 18 62 1", "+32 470 55 61 28", "31612345678", "O6 l2345678"})
    CHECK_MESSAGE(valid("dutch_phone", good), good);
  for (const char* bad : {"06-1234567", "0419 66 30 72", "0800 2800 200", "06-01234567", "14020",
                          "112", "+31 6 123", "1234567890"})
    CHECK_FALSE_MESSAGE(valid("dutch_phone", bad), bad);
}

TEST_CASE("validators: a postcode has letters that are in use and are no word") {
  for (const char* good : {"1234 AB", "1234ab", "6 7 0 4 B P", "2024 IS"})
    CHECK_MESSAGE(valid("postcode_letters", good), good);
  for (const char* bad : {"1234 SS", "1234 SA", "2024 is", "2019 en", "1000 EU", "1953 NR nr"})
    CHECK_FALSE_MESSAGE(valid("postcode_letters", bad), bad);
}

TEST_CASE("validators: a plate has one of fourteen sidecodes and letters that may stand there") {
  for (const char* good : {"AB-12-34", "12-34-AB", "12-AB-34", "KT-12-ZR", "XX-ZZ-12", "12-XX-ZZ",
                           "12-XXX-3", "1-VKX-23", "XX-123-X", "X-123-XX", "XXX-12-X", "X-12-XXX",
                           "1-XX-123", "123-XX-1", "v482kt", "CD-41-07"})
    CHECK_MESSAGE(valid("plate_sidecode", good), good);
  for (const char* bad : {"1-PSV-23", "SS-123-X", "AE-123-X", "KLE-GW 417", "123456", "ABCDEF", ""})
    CHECK_FALSE_MESSAGE(valid("plate_sidecode", bad), bad);
}

TEST_CASE("validators: a date exists in the calendar") {
  for (const char* good : {"14-11-1983", "6-2-'79", "29-02-2000", "1953-06-30", "3 mrt 1979",
                           "27 dec. 1943", "290278", "12/XI/79", "14 augustus 1961", "2 mei"})
    CHECK_MESSAGE(valid("date", good), good);
  for (const char* bad :
       {"31-04-1980", "29-02-1900", "45-01-1980", "12-13-1980", "1234567", "30 feb"})
    CHECK_FALSE_MESSAGE(valid("date", bad), bad);
}

TEST_CASE("validators: an address of the internet protocol lies in its range") {
  for (const char* good : {"198.51.100.207", "0.0.0.0", "2001:db8:41a:9c::17", "::1",
                           "fe80::", "2001:db8:0:0:0:0:0:1", "::ffff:192.0.2.1"})
    CHECK_MESSAGE(valid("ip", good), good);
  for (const char* bad : {"256.1.1.1", "1.2.3", "1.2.3.4.5", "12:30", "1::2::3", "2001:xyz::1"})
    CHECK_FALSE_MESSAGE(valid("ip", bad), bad);
}

TEST_CASE("validators: the names are sorted and each of them answers") {
  const auto& names = report::validator_names();
  CHECK(std::is_sorted(names.begin(), names.end()));
  for (const std::string& name : names) CHECK_FALSE_MESSAGE(valid(name, ""), name);
  CHECK_THROWS_AS(valid("no_such_test", "1"), report::Error);
}
