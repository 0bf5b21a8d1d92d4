// SPDX-License-Identifier: EUPL-1.2
// The patterns of gitignore(5), for .gitignore files and --exclude.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace report {

/// Patterns in their order; the last one that matches decides.
class IgnorePatterns {
 public:
  /// The lines of a .gitignore file. `base`: the folder it lies in, as paths given to ignored()
  /// begin, with a slash at its end or empty.
  void add_lines(std::string_view lines, const std::string& base);
  /// One of these lines.
  void add(std::string_view line, const std::string& base);
  /// Takes back what was added after there were `size` of them.
  void shrink(std::size_t size) { patterns_.resize(size); }
  [[nodiscard]] std::size_t size() const { return patterns_.size(); }

  enum class Kind : bool { file, folder };
  /// Of the path alone, for callers that do not go into a folder that is ignored.
  [[nodiscard]] bool ignored(std::string_view path, Kind kind) const;
  /// Whether the file or a folder above it is ignored, for paths that no walk led to.
  [[nodiscard]] bool passes_over(std::string_view file) const;

 private:
  struct Pattern {
    std::string base;
    std::vector<std::string> segments;  // between slashes; "**" = any number of folders
    bool negated = false, folders_only = false;
  };
  std::vector<Pattern> patterns_;
};

}  // namespace report
