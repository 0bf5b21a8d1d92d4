// SPDX-License-Identifier: EUPL-1.2
// One note as it came in, with what every later stage looks at: made once, never changed.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "document/office.hpp"
#include "text/normal.hpp"
#include "text/tokens.hpp"

namespace report {

/// A note as a caller hands it over.
struct Note {
  std::string id;    // of the JSON line, or the path; shown in messages
  std::string text;  // UTF-8 as it was read
  std::optional<std::string> organisation = std::nullopt;  // from outside, never scrubbed
  std::vector<Part> parts = {};                            // of mail, office files and PDF
  std::vector<std::string> unread = {};                    // what of those could not be read
};

/// A note read: its clean text, the matching view of that, and the view's tokens.
struct Document {
  Note note;
  DerivedText clean;  // its source is note.text
  DerivedText view;   // its source is clean.text
  std::vector<Token> tokens;

  [[nodiscard]] std::string_view word(const Token& token) const {
    return std::string_view(view.text).substr(token.begin, token.end - token.begin);
  }
};

/// `labels` are the byte ranges of note.text that an earlier scrub put there, in order.
/// Throws Error{input}: "invalid_utf8", "nul_byte", "empty", or "too_large" above 64 MiB.
Document read_document(Note note, std::span<const Span> labels = {});

/// The largest note, in bytes: offsets are kept in 32 bits, and no counsellor writes more.
constexpr std::size_t largest_note = 64U << 20U;

}  // namespace report
