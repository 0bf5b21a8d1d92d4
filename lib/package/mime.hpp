// SPDX-License-Identifier: EUPL-1.2
// The two MIME layers of a package: multipart/mixed with the files inside, and the padded entity
// around the seal. Both are written and read in one form only, to the byte (report-package(5)).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace report {

using Files = std::vector<std::pair<std::string, std::string>>;  // name, bytes

/// The padded length of `length` bytes: Padmé (Nikitin and others, "Reducing Metadata Leakage from
/// Encrypted Files", PETS 2019), at least 32 KiB.
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

}  // namespace report
