// SPDX-License-Identifier: EUPL-1.2
// Two derived texts, each with a way back. The clean text is what goes out: canonically composed,
// without invisible characters, full-width and look-alike letters made plain, double-decoded UTF-8
// repaired, line ends made \n. The matching view is what rules see: typographic quotes and dashes
// made ASCII, lines that were only wrapped joined by one blank.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/utf8.hpp"

namespace report {

/// A text made from another one, its source. `origin[i]` is the byte offset in the source of what
/// byte i came from, `origin[text.size()]` the source's size; it never falls.
struct DerivedText {
  std::string text;
  std::vector<std::uint32_t> origin;

  /// The range of the source that a range of the text came from; never empty for a non-empty range.
  [[nodiscard]] Span to_source(Span span) const;
};

/// The clean text of a document. Throws Error{input}, code "invalid_utf8" or "nul_byte", naming
/// the byte offset.
DerivedText clean(std::string_view source);

/// The matching view of a clean text.
DerivedText matching_view(std::string_view clean_text);

/// The key under which a word is looked up: lower case, without diacritics, ß as ss.
std::string fold(std::string_view word);

}  // namespace report
