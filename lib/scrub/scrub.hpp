// SPDX-License-Identifier: EUPL-1.2
// The one way to a text that may be classified for handover, routed and sealed.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "find/find.hpp"
#include "rulebook/rulebook.hpp"

namespace report {

struct Scrubbed;

/// A text from which every found identifier was removed. Only scrub() makes one.
class ScrubbedText {
 public:
  [[nodiscard]] const std::string& text() const { return text_; }
  /// The range of code points of the note as it was read that a byte range of text() came from; a
  /// label came from what it replaces.
  [[nodiscard]] Span to_note(Span bytes) const;
  /// The organisation given from outside, if any; it is no part of the text.
  [[nodiscard]] const std::optional<std::string>& organisation() const { return organisation_; }
  /// Byte ranges of text() that are labels, in order: for read_document().
  [[nodiscard]] std::vector<Span> labels() const;

 private:
  ScrubbedText() = default;
  friend Scrubbed scrub(Note note, const Rulebook& rulebook, const FindOptions& options);
  struct Label {
    Span bytes;  // of text()
    Span note;   // code points of the note: what it replaces
  };
  std::string text_;
  std::vector<Label> labels_;          // in order
  std::vector<std::uint32_t> points_;  // for each byte, and the end: code point of the note
  std::optional<std::string> organisation_;
};

/// A finding as the outside sees it: code points of the note, half-open.
struct Removal {
  std::size_t start = 0, end = 0;
  std::string type;
  Role role = Role::unknown;
  std::string rule;
  double certainty = 0;
  std::string label;  // "[PERSOON 1]"; empty for what stayed in the text
};

struct TraceView {
  std::size_t start = 0, end = 0;
  std::string trace_class;
  std::string rule;
  std::string treatment;  // "removed", "generalised"; empty: as it was
};

struct Scrubbed {
  std::string id;
  ScrubbedText text;
  std::vector<Removal> findings;
  std::vector<Removal> unsure;
  std::vector<TraceView> traces;
  std::map<std::string, std::size_t> counts;  // removed, by type
};

/// Removes from the note what find() is certain enough of, each passage replaced by a label, the
/// same person by the same label throughout; then looks again at the result until nothing new is
/// found (at most 3 times). Traces are treated last; what was found within a sentence that is left
/// out stays in `findings`. Throws Error{input} as read_document and find do.
Scrubbed scrub(Note note, const Rulebook& rulebook, const FindOptions& options = {});

}  // namespace report
