// SPDX-License-Identifier: EUPL-1.2
// Characters written as something else on the way a text came: wrongly decoded or as references.
// Each function looks at one place of valid UTF-8 and moves `at` past the whole when it is one.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace report {

/// UTF-8 that was read as Windows-1252 or Latin-1 and encoded again: Ã« for ë.
std::optional<char32_t> twice_encoded(std::string_view text, std::size_t& at);

/// UTF-8 in the quoted-printable of mail: =C3=AB for ë. Source: RFC 2045, 6.7. Only what lies
/// beyond ASCII: "a=20" is more often a sum.
std::optional<char32_t> quoted_printable(std::string_view text, std::size_t& at);

/// A character reference of HTML, by name or number. Source: HTML Standard, 13.5, those that mail
/// and forms leave behind in European languages.
std::optional<char32_t> html_reference(std::string_view text, std::size_t& at);

}  // namespace report
