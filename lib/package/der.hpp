// SPDX-License-Identifier: EUPL-1.2
// A strict look at the DER of a package before OpenSSL sees it: one object of exactly the form in
// report-package(5), so that forged tag lengths, attributes, other ciphers and trailing bytes never
// reach the CMS code (CVE-2026-34182, openssl#31635).
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "package/package.hpp"

namespace report {

inline constexpr std::size_t most_recipients = 16;

/// What the envelope shows, or nothing when the bytes are not of the form.
std::optional<Envelope> read_envelope(std::string_view bytes);

/// Whether the bytes are a SignedData of the form in report-package(5), as far as OpenSSL does not
/// look: one signer, its versions, one digest, one attribute set, no lists, nothing behind it.
bool has_seal_form(std::string_view bytes);

}  // namespace report
