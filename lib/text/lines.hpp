// SPDX-License-Identifier: EUPL-1.2
// Which line ends of a clean text were only put there by wrapping.
#pragma once

#include <cstddef>
#include <string_view>

namespace report {

/// One line of a text, without its mail quoting and the blanks at its end. Offsets are bytes.
struct Line {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t next = 0;  // where the line below begins; beyond the text when there is none
  bool quoted = false;
};

/// The code points of a text.
std::size_t characters(std::string_view text);

/// How wide a column must have been at the least for the first word below to have had room.
std::size_t room_wanted(std::string_view above, std::string_view below);

Line line_at(std::string_view text, std::size_t at);

enum class Joint { keep, blank, nothing };

/// Tells for each line end whether the text goes on behind it. Mail quoting wraps at any width;
/// elsewhere the first word of the line below must have had no room in the column. How wide that is
/// the text itself shows when its lines end so again and again; else it must be that of a mailer.
class Wrapping {
 public:
  /// Reads the text once.
  explicit Wrapping(std::string_view text);
  [[nodiscard]] Joint joint(const Line& line, const Line& below) const;

 private:
  std::string_view text_;
  std::size_t column_;
};

}  // namespace report
