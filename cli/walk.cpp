// SPDX-License-Identifier: EUPL-1.2
#include "walk.hpp"

#include <algorithm>

#include "base/files.hpp"

namespace report {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t largest_pattern_file = 1U << 20U;

}  // namespace

IgnorePatterns WalkOptions::excluded(const std::vector<std::string>& folders) const {
  IgnorePatterns patterns;
  for (const std::string& pattern : exclude) {
    patterns.add(pattern, "");
    for (const std::string& folder : folders) patterns.add(pattern, folder);
  }
  return patterns;
}

Walk::Walk(std::string folder, WalkOptions options)
    : root_(std::move(folder)), options_(std::move(options)) {
  if (!root_.ends_with('/')) root_ += '/';
  excluded_ = options_.excluded({root_});
}

void Walk::read_patterns(const std::string& file, const std::string& base) {
  std::error_code error;
  if (fs::is_regular_file(file, error))
    ignored_.add_lines(read_file(file, largest_pattern_file), base);
}

/// Those of the folders above, up to the one that holds the repository.
void Walk::add_patterns_above() {
  std::error_code error;
  std::vector<fs::path> above;
  fs::path top = fs::canonical(root_, error);
  if (error) return;
  real_root_ = top.string() + '/';
  while (!fs::exists(top / ".git", error)) {
    if (top == top.root_path()) return;
    top = top.parent_path();
    above.push_back(top);
  }
  read_patterns((top / ".git/info/exclude").string(), top.string() + '/');
  for (auto folder = above.rbegin(); folder != above.rend(); ++folder)
    read_patterns((*folder / ".gitignore").string(), folder->string() + '/');
}

std::string Walk::real(const std::string& path) const {
  return real_root_ + path.substr(root_.size());
}

bool Walk::passed_over(const std::string& path, bool folder) const {
  const auto kind = folder ? IgnorePatterns::Kind::folder : IgnorePatterns::Kind::file;
  return excluded_.ignored(path, kind) ||
         (options_.gitignore && ignored_.ignored(real(path), kind));
}

void Walk::enter(const std::string& path) {
  Level level{.path = path, .entries = {}, .patterns = ignored_.size()};
  if (options_.gitignore) read_patterns(path + ".gitignore", real(path));
  for (const fs::directory_entry& entry : fs::directory_iterator(path)) {
    std::string name = entry.path().filename().string();
    if (name.starts_with('.') || entry.is_symlink()) continue;
    if (entry.is_directory())
      level.entries.push_back({std::move(name), true});
    else if (entry.is_regular_file())
      level.entries.push_back({std::move(name), false});
  }
  std::sort(level.entries.begin(), level.entries.end(),
            [](const Entry& a, const Entry& b) { return a.name < b.name; });
  levels_.push_back(std::move(level));
}

std::optional<std::string> Walk::next() {
  if (!begun_) {
    begun_ = true;
    if (options_.gitignore) add_patterns_above();
    enter(root_);
  }
  while (!levels_.empty()) {
    Level& level = levels_.back();
    if (level.at == level.entries.size()) {
      ignored_.shrink(level.patterns);
      levels_.pop_back();
      continue;
    }
    const Entry& entry = level.entries[level.at++];
    std::string path = level.path + entry.name;
    if (passed_over(path, entry.folder)) continue;
    if (!entry.folder) return path;
    enter(path + '/');
  }
  return std::nullopt;
}

}  // namespace report
