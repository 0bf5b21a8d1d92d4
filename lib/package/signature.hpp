// SPDX-License-Identifier: EUPL-1.2
// CAdES-BES signatures, of packages and of receipts. For the sources of this stage only.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "package/identity.hpp"

namespace report::openssl {

/// Throws Error{internal} with OpenSSL's own words, which name functions and reasons, never content
/// or keys.
[[noreturn]] void failed(std::string_view what);

/// The whole of a structure in DER. Throws Error{internal}.
std::string der_of(CMS_ContentInfo* cms);
/// A structure that is all of these bytes; nothing otherwise.
Cms parse(std::string_view der);

/// Opaque SignedData over the content, CAdES-BES with SHA-256, signed at midnight of the day.
/// Throws Error{internal}.
std::string sign(const std::string& content, const Identity& identity, std::chrono::sys_days date);

/// A signature that holds: its one signer's certificate, the day, and what was signed.
struct Signed {
  Certificate signer;
  std::string day;
  std::string content;
};
/// Nothing unless the form is that of sign(), and signature, certificate and chain hold. When the
/// bundle has sealers' certificates in it and `pinned` is true, the signer is one of them.
std::optional<Signed> verify(std::string_view der, const Trust& trust, bool pinned);

}  // namespace report::openssl
