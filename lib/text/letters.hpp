// SPDX-License-Identifier: EUPL-1.2
// What kind of character a code point is; Unicode tables by utf8proc, behind this header.
#pragma once

#include <string>

namespace report {

bool is_letter(char32_t point);     // letters and the marks on them
bool is_decimal(char32_t point);    // a digit of any script but ASCII
bool is_upper(char32_t point);      // upper or title case
bool is_combining(char32_t point);  // a mark that belongs to the letter before it
bool is_blank(char32_t point);      // blanks of every width; no line ends
bool is_invisible(char32_t point);  // zero width, soft hyphen, direction marks, private use
char32_t to_lower(char32_t point);

/// The one code point that two combine to canonically (e and U+0301 to é), or 0.
char32_t compose(char32_t base, char32_t mark);

/// Compatibility decomposition of one code point (ﬁ to fi, full-width １ to 1), composed again.
std::u32string compatible(char32_t point);

/// The point without diacritics and in lower case, as fold() uses it: one or two letters.
std::u32string folded(char32_t point);

/// The Latin letter that one of another alphabet looks like, or 0.
char32_t latin_twin(char32_t point);

}  // namespace report
