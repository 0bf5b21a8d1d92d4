// SPDX-License-Identifier: EUPL-1.2
#include "console.hpp"

#include <doctest/doctest.h>

#include "exit_code.hpp"

using namespace report;

TEST_CASE("console: a name is shown without what would steer the terminal") {
  CHECK(printable("notitie Zoë.txt") == "notitie Zoë.txt");
  CHECK(printable("a\x1b[31mb\nc\x7f") == "a?[31mb?c?");
  CHECK(printable("a\u202Eb\u2066c\uFEFFd\u009Be") == "a?b?c?d?e");
  CHECK(printable("a\u061Cb\u00ADc\td\u2028e\u2029f") == "a?b?c?d?e?f");
  CHECK(printable("a\xff\xfe"
                  "b\xc3") == "a??b?");
}

TEST_CASE("console: an error brings its hints along") {
  const auto remarks = remarks_of(
      Error(Fault::usage, say({"wat", "what"}), {say({"een", "first"}), say({"twee", "second"})}),
      Language::nl);
  REQUIRE(remarks.size() == 3);
  CHECK(remarks[0].tone == Tone::error);
  CHECK(remarks[2].tone == Tone::hint);
  CHECK(remarks[0].text == "wat");
  CHECK(remarks[2].text == "twee");
}

TEST_CASE("exit code: every fault has the code of the table") {
  CHECK(static_cast<int>(exit_code(Fault::refused)) == 1);
  CHECK(static_cast<int>(exit_code(Fault::usage)) == 2);
  CHECK(static_cast<int>(exit_code(Fault::rules)) == 2);
  CHECK(static_cast<int>(exit_code(Fault::input)) == 3);
  CHECK(static_cast<int>(exit_code(Fault::internal)) == 70);
}

TEST_CASE("exit code: a batch ends with its gravest answer") {
  CHECK(graver(ExitCode::no, ExitCode::done) == ExitCode::no);
  CHECK(graver(ExitCode::no, ExitCode::unread) == ExitCode::unread);
}
