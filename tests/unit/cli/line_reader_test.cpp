// SPDX-License-Identifier: EUPL-1.2
#include "line_reader.hpp"

#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>
#include <unistd.h>

#include "base/error.hpp"

using namespace report;

namespace {

/// A file of the test's own, gone with it.
struct Scratch {
  std::filesystem::path path =
      std::filesystem::temp_directory_path() / ("report-lines-" + std::to_string(::getpid()));
  explicit Scratch(const std::string& bytes) { std::ofstream(path) << bytes; }
  ~Scratch() { std::filesystem::remove(path); }
};

}  // namespace

TEST_CASE("line reader: lines with their numbers, the last one with or without its end") {
  for (const std::string end : {"", "\n"}) {
    const Scratch file("a\n\nlast" + end);
    LineReader reader(file.path, 100);
    CHECK(reader.next()->bytes == "a");
    CHECK(reader.next()->bytes.empty());
    const auto last = reader.next();
    CHECK(last->bytes == "last");
    CHECK(last->number == 3);
    CHECK_FALSE(reader.next());
  }
}

TEST_CASE("line reader: a line over the limit is passed over, those around it are not") {
  const Scratch file("12345678\n" + std::string(3'000'000, 'x') + "\n123456789\n12345678");
  LineReader reader(file.path, 8);
  CHECK(reader.next()->bytes == "12345678");
  for (int i = 0; i < 2; ++i) {
    const auto line = reader.next();
    CHECK(line->too_long);
    CHECK(line->bytes.empty());
  }
  CHECK(reader.next()->bytes == "12345678");
  CHECK_FALSE(reader.next());
}

TEST_CASE("line reader: lines across the blocks that are read stay whole") {
  std::string all;
  for (int i = 0; i < 200'000; ++i) all += "line " + std::to_string(i) + "\n";
  const Scratch file(all);
  LineReader reader(file.path, 100);
  for (int i = 0; i < 200'000; ++i) REQUIRE(reader.next()->bytes == "line " + std::to_string(i));
}

TEST_CASE("line reader: a missing file and a folder are faults of the input") {
  CHECK_THROWS_AS(LineReader("/nowhere/at/all", 8), Error);
  CHECK_THROWS_AS(LineReader(std::filesystem::temp_directory_path().string(), 8), Error);
}
