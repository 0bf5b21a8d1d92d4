// SPDX-License-Identifier: EUPL-1.2
#include "rulebook/word_weights.hpp"

#include <cstring>
#include <span>
#include <vector>

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "rulebook/lexicon.hpp"

using namespace report;

namespace {

WordWeights read(const std::string& table) {
  return WordWeights::read({"classify/words.tsv", table}, {"theft", "fraud", "employer"},
                           "rules/classify/train",
                           [](std::string_view name) { return Lexicon::hash_of(name).low; });
}

/// What is said of a table that has a fault, without the file's name.
std::string fault_of(const std::string& table) {
  try {
    (void)read(table);
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::rules);
    const std::string said = error.what();
    REQUIRE(said.starts_with("classify/words.tsv:"));
    return said.substr(said.find(':') + 1);
  }
  return "";
}

std::uint64_t hash(std::string_view name) { return Lexicon::hash_of(name).low; }

}  // namespace

TEST_CASE("word weights: a line is a feature, its value and its weights by the head's outputs") {
  const WordWeights words =
      read("# learnt\nfeature\tvalue\temployer\ttheft\nw:geld\t2.5\t-1\t0.5\nb:de kas\t3\t\t2\n");
  const auto money = words.find(hash("w:geld"));
  const auto till = words.find(hash("b:de kas"));
  REQUIRE(money);
  REQUIRE(till);
  CHECK_FALSE(words.find(hash("w:kas")));
  CHECK(words.value(*money) == 2.5);
  CHECK(words.weight(*money, 0) == 0.5);
  CHECK(words.weight(*money, 1) == 0);
  CHECK(words.weight(*money, 2) == -1);
  CHECK(words.weight(*till, 0) == 2);
  CHECK(words.weight(*till, 2) == 0);
}

TEST_CASE("word weights: each fault is told with line and column") {
  const std::string head = "feature\tvalue\ttheft\tfraud\n";
  CHECK(fault_of("feature\tvalue\ttheft\tfrod\n") == "1:21: there is no output 'frod'");
  CHECK(fault_of("feature\tvalue\n") == "1:1: the head names no output");
  CHECK(fault_of(head + "# more\nw:geld\t1\t0.5\tveel\n") == "3:14: this is no number");
  CHECK(fault_of(head + "w:geld\tx\n") == "2:8: this is no number");
  CHECK(fault_of(head + "w:geld\t1\t2\t3\t4\n") == "2:14: more columns than the head has");
  CHECK(fault_of(head + "w:geld\n") == "2:1: a feature wants a value");
  CHECK(fault_of(head + "w:geld\t1\nw:kas\t1\nw:geld\t2\n") == "4:1: this feature stands twice");
}

TEST_CASE("word weights: over their bytes they are the same; other bytes are a fault") {
  const std::string bytes =
      read("feature\tvalue\temployer\ttheft\nw:geld\t2.5\t-1\t0.5\nb:de kas\t3\t\t2\n").bytes();
  std::vector<std::uint64_t> aligned(bytes.size() / sizeof(std::uint64_t) + 1);
  std::memcpy(aligned.data(), bytes.data(), bytes.size());
  const std::span<const std::byte> all(reinterpret_cast<const std::byte*>(aligned.data()),
                                       bytes.size());
  const WordWeights words = WordWeights::over(all);
  REQUIRE(words.size() == 2);
  const auto till = words.find(hash("b:de kas"));
  REQUIRE(till);
  CHECK(words.value(*till) == 3);
  CHECK(words.weight(*till, 0) == 2);
  CHECK_FALSE(words.find(hash("w:kas")));
  for (const std::size_t size : {std::size_t{0}, std::size_t{39}, bytes.size() - 1})
    CHECK_THROWS_AS((void)WordWeights::over(all.first(size)), Error);
  const std::string none = WordWeights().bytes();
  CHECK_FALSE(WordWeights::over(std::as_bytes(std::span(none))).find(1));
}
