// SPDX-License-Identifier: EUPL-1.2
// The files of a folder, one after another: memory grows with the depth of the tree and the largest
// folder in it, not with the number of files.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "ignore.hpp"

namespace report {

struct WalkOptions {
  std::vector<std::string> exclude;  // patterns of gitignore(5)
  bool gitignore = false;            // .gitignore files count, those above the folder too
  /// `exclude`: a pattern may speak of the path as it is given, or as it lies in one of `folders`,
  /// each with a slash at its end.
  [[nodiscard]] IgnorePatterns excluded(const std::vector<std::string>& folders) const;
};

/// Files of a folder and below, sorted by name folder by folder. Hidden ones and what symbolic
/// links lead to are passed over. For one thread.
class Walk {
 public:
  Walk(std::string folder, WalkOptions options);
  /// The next file; nothing at the end. Throws std::filesystem::filesystem_error for a folder that
  /// cannot be read; the walk then goes on behind it.
  std::optional<std::string> next();

 private:
  struct Entry {
    std::string name;
    bool folder = false;
  };
  struct Level {
    std::string path;  // with a slash at its end
    std::vector<Entry> entries;
    std::size_t at = 0;
    std::size_t patterns = 0;  // how many there were above
  };
  void enter(const std::string& path);
  void read_patterns(const std::string& file, const std::string& base);
  [[nodiscard]] bool passed_over(const std::string& path, bool folder) const;
  void add_patterns_above();
  /// The path without links above the folder; .gitignore files above speak of it.
  [[nodiscard]] std::string real(const std::string& path) const;

  std::string root_, real_root_;
  WalkOptions options_;
  IgnorePatterns excluded_, ignored_;
  std::vector<Level> levels_;
  bool begun_ = false;
};

}  // namespace report
