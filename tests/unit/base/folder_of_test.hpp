// SPDX-License-Identifier: EUPL-1.2
// A folder for one test, gone when the test is over.
#pragma once

#include <filesystem>
#include <set>
#include <string>

#include "base/digest.hpp"

class TestFolder {
 public:
  TestFolder()
      : path_(std::filesystem::temp_directory_path() / ("report-test-" + report::random_hex(8))) {
    std::filesystem::create_directory(path_);
  }
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;
  ~TestFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] std::set<std::string> names() const {
    std::set<std::string> found;
    for (const auto& entry : std::filesystem::directory_iterator(path_))
      found.insert(entry.path().filename().string());
    return found;
  }

 private:
  std::filesystem::path path_;
};
