// SPDX-License-Identifier: EUPL-1.2
#include "ignore.hpp"

#include <algorithm>
#include <span>

#include <fnmatch.h>

namespace report {
namespace {

std::vector<std::string> segments_of(std::string_view path) {
  std::vector<std::string> out;
  for (;;) {
    const std::size_t end = std::min(path.find('/'), path.size());
    if (end > 0) out.emplace_back(path.substr(0, end));
    if (end == path.size()) return out;
    path.remove_prefix(end + 1);
  }
}

bool matches(std::span<const std::string> pattern, std::span<const std::string> path) {
  while (!pattern.empty() && pattern.front() != "**") {
    if (path.empty() || ::fnmatch(pattern.front().c_str(), path.front().c_str(), 0) != 0)
      return false;
    pattern = pattern.subspan(1);
    path = path.subspan(1);
  }
  if (pattern.empty()) return path.empty();
  // "folder/**" is what lies in the folder, not the folder.
  if (pattern.size() == 1) return !path.empty();
  for (std::size_t skipped = 0; skipped <= path.size(); ++skipped)
    if (matches(pattern.subspan(1), path.subspan(skipped))) return true;
  return false;
}

/// Blanks at the end do not count unless a backslash stands before them.
std::string_view without_end(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  while (line.ends_with(' ') && !(line.size() > 1 && line[line.size() - 2] == '\\'))
    line.remove_suffix(1);
  return line;
}

}  // namespace

void IgnorePatterns::add_lines(std::string_view lines, const std::string& base) {
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    add(lines.substr(0, end), base);
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
}

void IgnorePatterns::add(std::string_view line, const std::string& base) {
  line = without_end(line);
  if (line.empty() || line.front() == '#') return;
  Pattern pattern{.base = base, .segments = {}};
  if (line.front() == '!') {
    pattern.negated = true;
    line.remove_prefix(1);
  }
  if (line.ends_with('/')) {
    pattern.folders_only = true;
    line.remove_suffix(1);
  }
  const bool anywhere = line.find('/') == std::string_view::npos;
  if (anywhere) pattern.segments.emplace_back("**");
  for (std::string& segment : segments_of(line)) {
    // Two in a row would only make matching slow.
    const bool repeated =
        segment == "**" && !pattern.segments.empty() && pattern.segments.back() == "**";
    if (!repeated || anywhere) pattern.segments.push_back(std::move(segment));
  }
  const std::size_t least = anywhere ? 2 : 1;
  if (pattern.segments.size() >= least) patterns_.push_back(std::move(pattern));
}

bool IgnorePatterns::ignored(std::string_view path, Kind kind) const {
  for (auto pattern = patterns_.rbegin(); pattern != patterns_.rend(); ++pattern) {
    if (pattern->folders_only && kind == Kind::file) continue;
    if (!path.starts_with(pattern->base)) continue;
    if (matches(pattern->segments, segments_of(path.substr(pattern->base.size()))))
      return !pattern->negated;
  }
  return false;
}

}  // namespace report
