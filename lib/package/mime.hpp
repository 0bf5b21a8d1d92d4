// SPDX-License-Identifier: EUPL-1.2
// The two MIME layers of a package: multipart/mixed with the files inside, and the padded entity
// around the seal. Both are written and read in one form only, to the byte (report-package(5)).
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace report {

/// How a package is wrapped: for report and openssl, or as a mail that mail programs open.
enum class Profile : std::uint8_t { gcm, mail };
/// "gcm", "mail"
std::string_view name_of(Profile profile);

using Files = std::vector<std::pair<std::string, std::string>>;  // name, bytes

/// The padded length of `length` bytes: Padmé (Nikitin and others, "Reducing Metadata Leakage from
/// Encrypted Files", PETS 2019), at least 22 KiB.
std::size_t padded_length(std::size_t length);

/// brief.txt, LEESMIJ.txt, melding.txt and manifest.json, in this order, as multipart/mixed.
std::string write_parts(const Files& files);
/// The files again; nothing when the bytes are not exactly what write_parts would make of them.
std::optional<Files> read_parts(std::string_view mime);

/// SignedData as application/pkcs7-mime in base64, with empty lines behind it up to the padded
/// length.
std::string write_sealed(std::string_view der);
/// The DER again; nothing when the form is another.
std::optional<std::string> read_sealed(std::string_view mime);

/// Adds the bytes in base64, 64 letters a line, each with a line feed.
void add_base64(std::string& text, std::string_view bytes);
/// Bytes of such lines; nothing for letters or lengths of another kind.
std::optional<std::string> read_base64(std::string_view text);

/// What the head of a mail tells, beside what is the same in each.
struct MailHead {
  std::string from;  // the e-mail address in the sealing certificate
  std::chrono::sys_days date;
};
struct Mail {
  MailHead head;
  std::string der;
};
/// A mail (RFC 5322, lines end in a line feed) around an EnvelopedData.
std::string write_mail(const MailHead& head, std::string_view der);
/// Nothing when the bytes are not exactly what write_mail would make of them.
std::optional<Mail> read_mail(std::string_view bytes);
/// An address of letters, digits and . _ + - around one @.
bool is_mail_address(std::string_view text);

}  // namespace report
