// SPDX-License-Identifier: EUPL-1.2
#include "base/files.hpp"

#include <fstream>

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.hpp"
#include "unit/base/folder_of_test.hpp"

namespace fs = std::filesystem;
using report::read_file;
using report::write_new_file;
using report::write_new_folder;

namespace {

mode_t mode_of(const fs::path& path) {
  struct stat status {};
  REQUIRE(::lstat(path.c_str(), &status) == 0);
  return status.st_mode & 07777U;
}

template <typename Call>
report::Error error_of(Call call) {
  try {
    call();
  } catch (const report::Error& error) {
    return error;
  }
  FAIL("no Error was thrown");
  return {report::Fault::internal, {}};
}

}  // namespace

TEST_CASE("files: what is written is read back, byte for byte") {
  const TestFolder folder;
  std::string bytes(300'000, '\0');
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(i * 7);
  write_new_file(folder.path() / "a", bytes);
  write_new_file(folder.path() / "empty", "");
  CHECK(read_file(folder.path() / "a") == bytes);
  CHECK(read_file(folder.path() / "empty").empty());
}

TEST_CASE("files: a new file is for its owner alone, whatever the umask allows") {
  const TestFolder folder;
  const mode_t before = ::umask(0);
  write_new_file(folder.path() / "a", "text");
  ::umask(before);
  CHECK(mode_of(folder.path() / "a") == 0600);
}

TEST_CASE("files: nothing is written over what exists") {
  const TestFolder folder;
  const fs::path path = folder.path() / "a";
  std::string before = "old";
  SUBCASE("a file") { write_new_file(path, "old"); }
  SUBCASE("a folder") { fs::create_directory(path); }
  SUBCASE("a link that leads nowhere") { fs::create_symlink(folder.path() / "nowhere", path); }
  const report::Error error = error_of([&] { write_new_file(path, "new"); });
  CHECK(error.fault() == report::Fault::input);
  CHECK(error.code() == "exists");
  CHECK(folder.names() == std::set<std::string>{"a"});
  if (fs::is_regular_file(path)) CHECK(read_file(path) == before);
}

TEST_CASE("files: a failed write leaves nothing behind and says which file") {
  const TestFolder folder;
  const fs::path path = folder.path() / "missing" / "a";
  const report::Error error = error_of([&] { write_new_file(path, "SECRET"); });
  CHECK(error.code() == "unwritable");
  CHECK(std::string(error.what()).find(path.string()) != std::string::npos);
  CHECK(std::string(error.what()).find("SECRET") == std::string::npos);
  CHECK(folder.names().empty());
}

TEST_CASE("files: a date becomes the times of the file") {
  const TestFolder folder;
  const std::chrono::sys_days day = std::chrono::year(2026) / 3 / 14;
  write_new_file(folder.path() / "a", "text", day);
  struct stat status {};
  REQUIRE(::stat((folder.path() / "a").c_str(), &status) == 0);
  const auto midnight = std::chrono::sys_seconds(day).time_since_epoch().count();
  CHECK(status.st_mtim.tv_sec == midnight);
  CHECK(status.st_atim.tv_sec == midnight);
  CHECK(status.st_mtim.tv_nsec == 0);
}

TEST_CASE("files: a folder appears with its files, 0700 and 0600") {
  const TestFolder folder;
  const fs::path path = folder.path() / "package";
  const mode_t before = ::umask(0);
  write_new_folder(path, {{"a", "one"}, {"b", std::string_view("\0two", 4)}});
  ::umask(before);
  CHECK(mode_of(path) == 0700);
  CHECK(mode_of(path / "a") == 0600);
  CHECK(mode_of(path / "b") == 0600);
  CHECK(read_file(path / "a") == "one");
  CHECK(read_file(path / "b") == std::string("\0two", 4));
  CHECK(folder.names() == std::set<std::string>{"package"});
}

TEST_CASE("files: a folder is made whole or not at all") {
  const TestFolder folder;
  const fs::path path = folder.path() / "package";
  SUBCASE("a file in it cannot be written") {
    CHECK_THROWS_AS(write_new_folder(path, {{"a", "one"}, {"no/such/b", "two"}}), report::Error);
    CHECK(folder.names().empty());
  }
  SUBCASE("two files of one name") {
    CHECK_THROWS_AS(write_new_folder(path, {{"a", "one"}, {"a", "two"}}), report::Error);
    CHECK(folder.names().empty());
  }
  SUBCASE("an empty folder stands there") {
    fs::create_directory(path);
    CHECK(error_of([&] { write_new_folder(path, {{"a", "one"}}); }).code() == "exists");
    CHECK(fs::is_empty(path));
    CHECK(folder.names() == std::set<std::string>{"package"});
  }
  SUBCASE("a link stands there") {
    fs::create_symlink(folder.path() / "nowhere", path);
    CHECK(error_of([&] { write_new_folder(path, {{"a", "one"}}); }).code() == "exists");
    CHECK(folder.names() == std::set<std::string>{"package"});
  }
}

TEST_CASE("files: a folder may be named with a slash at the end") {
  const TestFolder folder;
  write_new_folder(folder.path() / "package" / "", {{"a", "one"}});
  CHECK(read_file(folder.path() / "package" / "a") == "one");
  CHECK(folder.names() == std::set<std::string>{"package"});
}

TEST_CASE("files: reading says what is wrong, with the name of the file") {
  const TestFolder folder;
  const auto missing = error_of([&] { read_file(folder.path() / "none"); });
  CHECK(missing.fault() == report::Fault::input);
  CHECK(missing.code() == "unreadable");
  CHECK(std::string(missing.what()).find("none") != std::string::npos);
  CHECK(error_of([&] { read_file(folder.path()); }).code() == "is_folder");
}

TEST_CASE("files: a file of exactly the limit is read, one byte more is too large") {
  const TestFolder folder;
  write_new_file(folder.path() / "a", std::string(1000, 'x'));
  CHECK(read_file(folder.path() / "a", 1000).size() == 1000);
  CHECK(error_of([&] { read_file(folder.path() / "a", 999); }).code() == "too_large");
}
