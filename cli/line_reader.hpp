// SPDX-License-Identifier: EUPL-1.2
// Lines of a file or a pipe, with memory that does not grow with the input.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace report {

/// Reads in large blocks. A line longer than the limit is passed over while reading, its bytes not
/// kept. For one thread.
class LineReader {
 public:
  struct Line {
    std::string bytes;       // without the line end; empty when too long
    std::size_t number = 0;  // from 1
    bool too_long = false;
  };

  /// `path` "-" is standard input. Throws Error{input}, code "unreadable" or "is_folder".
  LineReader(const std::string& path, std::size_t limit);
  LineReader(const LineReader&) = delete;
  LineReader& operator=(const LineReader&) = delete;
  ~LineReader();

  /// The next line, empty ones included; nothing at the end. Throws Error{input}.
  std::optional<Line> next();

 private:
  bool fill();
  std::string name_;
  int file_;
  std::size_t limit_;
  std::string block_;
  std::size_t at_ = 0;
  std::size_t number_ = 0;
  bool ended_ = false;
};

/// All of standard input. Throws Error{input}, code "too_large" above `limit` bytes.
std::string read_standard_input(std::size_t limit);

}  // namespace report
