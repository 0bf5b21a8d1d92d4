// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace report {

/// SHA-256 (FIPS 180-4) of the bytes, as 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

/// HMAC-SHA-256 (RFC 2104) of the bytes under the key, in the same digits.
std::string hmac_sha256_hex(std::string_view key, std::string_view bytes);

/// Two lower-case digits a byte.
std::string to_hex(std::string_view bytes);

/// `count` random bytes from OpenSSL's generator, as 2 * count hexadecimal digits.
std::string random_hex(std::size_t count);

}  // namespace report
