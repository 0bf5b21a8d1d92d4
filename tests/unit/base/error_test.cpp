// SPDX-License-Identifier: EUPL-1.2
#include "base/error.hpp"

#include <cerrno>

#include <doctest/doctest.h>

#include "base/digest.hpp"

using report::Error;
using report::Fault;
using report::Language;
using report::Message;
using report::say;
using report::Words;

namespace {

constexpr Words wrong{"fout", "wrong"};

}  // namespace

TEST_CASE("error: it is whole in each language, and what() is English") {
  const Error error(Fault::rules, {"find/a.yaml", 3, 7}, say({"{} is {}", "{} is {}"}, 7, wrong));
  CHECK(error.message().in(Language::nl) == "find/a.yaml:3:7: 7 is fout");
  CHECK(error.message().in(Language::en) == "find/a.yaml:3:7: 7 is wrong");
  CHECK(std::string(error.what()) == error.message().in(Language::en));
}

TEST_CASE("message: a value that is a message is filled in in its own language") {
  const Message inner = say({"map {}", "folder {}"}, "a");
  const Message outer = say({"{}: kan niet: {{x}}", "{}: cannot: {{x}}"}, inner);
  CHECK(outer.in(Language::nl) == "map a: kan niet: {x}");
  CHECK(outer.in(Language::en) == "folder a: cannot: {x}");
  CHECK(Message::as_is("a.txt").in(Language::nl) == "a.txt");
  CHECK(Message().empty());
}

TEST_CASE("message: the system's own causes are said in Dutch, one it does not know as it is") {
  CHECK(report::system_says(ENOENT).in(Language::nl) == "bestand of map bestaat niet");
  CHECK(report::system_says(ENOENT).in(Language::en) == "No such file or directory");
  CHECK(report::system_says(EXDEV).in(Language::nl) == report::system_says(EXDEV).in(Language::en));
}

TEST_CASE("error: a known place stands before the message as file:line:column") {
  CHECK(std::string(Error(Fault::rules, {"find/a.yaml", 3, 7}, wrong).what()) ==
        "find/a.yaml:3:7: wrong");
  CHECK(std::string(Error(Fault::rules, {"find/a.yaml"}, wrong).what()) == "find/a.yaml: wrong");
}

TEST_CASE("error: hints and code travel with it") {
  const Error error =
      Error(Fault::input, wrong, {say({"doe dit", "do this"})}).with_code("too_large");
  CHECK(error.fault() == Fault::input);
  CHECK(error.code() == "too_large");
  REQUIRE(error.hints().size() == 1);
  CHECK(error.hints()[0].in(Language::nl) == "doe dit");
  CHECK(error.hints()[0].in(Language::en) == "do this");
}

TEST_CASE("digest: SHA-256 gives the values of FIPS 180-4") {
  CHECK(report::sha256_hex("") ==
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(report::sha256_hex("abc") ==
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("digest: random digits have the length asked for and do not repeat") {
  CHECK(report::random_hex(0).empty());
  const std::string one = report::random_hex(16);
  CHECK(one.size() == 32);
  CHECK(one.find_first_not_of("0123456789abcdef") == std::string::npos);
  CHECK(one != report::random_hex(16));
}
