// SPDX-License-Identifier: EUPL-1.2
// What git has staged, asked of git itself.
#pragma once

#include <string>
#include <vector>

namespace report {

/// Files that the next commit adds or changes, relative to the working folder and within `paths`
/// when there are any. Throws Error{usage} outside a repository or without git.
std::vector<std::string> staged_files(const std::vector<std::string>& paths);

/// Its content as staged. Throws Error{input}, code "unreadable" or "too_large".
std::string staged_content(const std::string& path, std::size_t limit);

}  // namespace report
