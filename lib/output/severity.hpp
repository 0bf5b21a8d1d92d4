// SPDX-License-Identifier: EUPL-1.2
// What `check` sees in a note: one list of identifiers, unsure ones and traces, with their places.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "scrub/scrub.hpp"

namespace report {

/// In falling order of weight: what counts at `trace` counts all.
enum class Severity : std::uint8_t { identifier, unsure, trace };

/// What goes with each severity.
template <typename Value>
struct BySeverity {
  Value identifier, unsure, trace;
  [[nodiscard]] constexpr const Value& operator[](Severity severity) const {
    return severity == Severity::identifier ? identifier
           : severity == Severity::unsure   ? unsure
                                            : trace;
  }
};

std::string_view name_of(Severity severity);

struct Spotted {
  Severity severity = Severity::identifier;
  std::size_t start = 0, end = 0;            // code points of the note
  Span bytes;                                // the same range in bytes
  std::size_t line = 0, column = 0;          // from 1; the column counts code points
  std::size_t end_line = 0, end_column = 0;  // just behind its last code point
  std::string type;                          // of the identifier, or the class of the trace
  std::string rule;
  double certainty = 0;  // 0 for a trace
  std::string label;     // empty unless an identifier
};

/// The severity of that name; identifier for any other.
Severity severity_of(std::string_view name);

/// In the order of the note.
std::vector<Spotted> spotted_in(const Scrubbed& scrubbed, std::string_view note);

/// Line and column of rising code point offsets, in one pass over the note.
class LineCounter {
 public:
  explicit LineCounter(std::string_view note) : note_(note) {}
  struct Position {
    std::size_t line, column, byte;
  };
  /// `point` must not fall from call to call.
  Position operator()(std::size_t point);

 private:
  std::string_view note_;
  std::size_t byte_ = 0, point_ = 0, line_ = 1, column_ = 1;
};

}  // namespace report
