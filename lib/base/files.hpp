// SPDX-License-Identifier: EUPL-1.2
// Files read whole and written whole or not at all. Errors name the file, never its content.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace report {

/// The bytes of a file. Throws Error{input} when it cannot be read, is a folder, or holds more
/// than `limit` bytes.
std::string read_file(const std::filesystem::path& path, std::size_t limit = 1U << 30U);

/// Writes `bytes` to a new file of mode 0600 that appears whole or not at all, never over an
/// existing one: O_TMPFILE and linkat where the file system has them, else a random name, link and
/// unlink. Flushed to disk before it appears. With a date, its times of access and change are that
/// day's midnight, UTC. Throws Error{input}.
void write_new_file(const std::filesystem::path& path, std::string_view bytes,
                    std::optional<std::chrono::sys_days> date = {});

/// The same, but an existing file is replaced in one step. Throws Error{input}.
void replace_file(const std::filesystem::path& path, std::string_view bytes);

/// A new folder of mode 0700 with these files (name, bytes) in it, each 0600; it appears whole or
/// not at all, never over an existing one. Throws Error{input}.
void write_new_folder(const std::filesystem::path& named,
                      const std::vector<std::pair<std::string, std::string_view>>& files);

}  // namespace report
