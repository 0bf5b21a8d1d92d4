// SPDX-License-Identifier: EUPL-1.2
#include "rulebook/yaml.hpp"

#include <doctest/doctest.h>

using report::yaml::Map;
using report::yaml::parse;

namespace {

template <typename Call>
std::string fault_of(Call call) {
  try {
    call();
  } catch (const report::Error& error) {
    CHECK(error.fault() == report::Fault::rules);
    std::string text = error.what();
    for (const report::Message& hint : error.hints()) text += " | " + hint.in(report::Language::en);
    return text;
  }
  return "no fault";
}

}  // namespace

TEST_CASE("yaml: a key nobody asks for is a fault with its place and the key that was meant") {
  const auto value = parse("find/a.yaml", "pattern: x\n  \nsource: y\npatern: z\n");
  Map map(value);
  CHECK(map.text("pattern") == "x");
  CHECK(map.text("source") == "y");
  CHECK(fault_of([&] { map.done(); }) ==
        "find/a.yaml:4:1: unknown key 'patern' | did you mean 'pattern'?");
}

TEST_CASE("yaml: a key like no other gets the keys that are known") {
  Map map(parse("a.yaml", "id: x\nelephant: y\n"));
  CHECK(map.text("id") == "x");
  CHECK(fault_of([&] { map.done(); }) == "a.yaml:2:1: unknown key 'elephant' | known here: id");
}

TEST_CASE("yaml: a key that stands twice is a fault at the second") {
  CHECK(fault_of([] { Map map(parse("a.yaml", "id: x\nname: y\nid: z\n")); }) ==
        "a.yaml:3:1: key 'id' stands here twice");
}

TEST_CASE("yaml: a missing key is a fault at its mapping") {
  const auto value = parse("a.yaml", "rules:\n  - id: x\n");
  Map outer(value);
  Map map(outer.required("rules").items().at(0));
  CHECK(fault_of([&] { (void)map.required("match"); }) == "a.yaml:2:5: key 'match' is missing");
}

TEST_CASE("yaml: a value of another kind is a fault at the value") {
  Map map(parse("a.yaml", "a: [1]\nb: text\nc: 1.5\nd: {e: 1}\nf: ja\n"));
  CHECK(fault_of([&] { (void)map.text("a"); }) == "a.yaml:1:4: a text is wanted here");
  CHECK(fault_of([&] { (void)map.number("b", 0); }) == "a.yaml:2:4: a number is wanted here");
  CHECK(fault_of([&] { (void)map.required("c").whole(); }) ==
        "a.yaml:3:4: a whole number is wanted here");
  CHECK(fault_of([&] { (void)map.required("d").items(); }) == "a.yaml:4:4: a list is wanted here");
  CHECK(fault_of([&] { Map inner(map.required("a")); }) ==
        "a.yaml:1:4: a mapping (key: value) is wanted here");
  CHECK(fault_of([&] { (void)map.truth("f", false); }) ==
        "a.yaml:5:4: true or false is wanted here");
}

TEST_CASE("yaml: what is no YAML is a fault with its place") {
  const std::string fault = fault_of([] { (void)parse("a.yaml", "id: x\nlist: [1, 2\nb: 3\n"); });
  CHECK(fault.starts_with("a.yaml:3:"));
}

TEST_CASE("yaml: values come as they stand, absent ones as asked") {
  Map map(parse("a.yaml", "n: 1.5\nw: 7\nt: true\none: x\nmany: [x, y]\n"));
  CHECK(map.number("n", 0) == 1.5);
  CHECK(map.required("w").whole() == 7);
  CHECK(map.truth("t", false));
  CHECK(map.texts("one") == std::vector<std::string>{"x"});
  CHECK(map.texts("many") == std::vector<std::string>{"x", "y"});
  CHECK(map.texts("none").empty());
  CHECK(map.text("none", "otherwise") == "otherwise");
  CHECK(map.number("none", 3) == 3);
  CHECK_NOTHROW(map.done());
}

TEST_CASE("yaml: entries keep the order of the file") {
  std::string order;
  for (const auto& [key, value] : parse("a.yaml", "z: 1\na: 2\nm: 3\n").entries())
    order += key.text() + value.text();
  CHECK(order == "z1a2m3");
}

TEST_CASE("yaml: the nearest word is at most two edits away") {
  const std::vector<std::string> known{"pattern", "tokens", "id"};
  CHECK(report::yaml::nearest("patern", known) == "pattern");
  CHECK(report::yaml::nearest("tokns", known) == "tokens");
  CHECK_FALSE(report::yaml::nearest("elephant", known));
  CHECK_FALSE(report::yaml::nearest("xy", known));
}
