// SPDX-License-Identifier: EUPL-1.2
#include "ignore.hpp"

#include <algorithm>
#include <optional>
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

/// Going back to the last "**" alone is enough, as with a single star in a word.
bool matches(std::span<const std::string> pattern, std::span<const std::string> path) {
  std::size_t part = 0, at = 0, skipped = 0;
  std::optional<std::size_t> any;
  while (at < path.size()) {
    if (part < pattern.size() && pattern[part] == "**") {
      any = part++;
      skipped = at;
    } else if (part < pattern.size() &&
               ::fnmatch(pattern[part].c_str(), path[at].c_str(), 0) == 0) {
      ++part;
      ++at;
    } else if (any) {
      part = *any + 1;
      at = ++skipped;
    } else {
      return false;
    }
  }
  return part == pattern.size();
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
  if (line.find_first_not_of('/') == std::string_view::npos) return;
  const bool anywhere = line.find('/') == std::string_view::npos;
  if (anywhere) pattern.segments.emplace_back("**");
  for (std::string& segment : segments_of(line)) {
    // Two in a row would only make matching slow.
    const bool repeated =
        segment == "**" && !pattern.segments.empty() && pattern.segments.back() == "**";
    if (!repeated || anywhere) pattern.segments.push_back(std::move(segment));
  }
  // "folder/**" is what lies in the folder, not the folder.
  if (pattern.segments.back() == "**") pattern.segments.emplace_back("*");
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

bool IgnorePatterns::passes_over(std::string_view file) const {
  for (std::size_t slash = file.find('/'); slash != std::string_view::npos;
       slash = file.find('/', slash + 1))
    if (ignored(file.substr(0, slash), Kind::folder)) return true;
  return ignored(file, Kind::file);
}

}  // namespace report
