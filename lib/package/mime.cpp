// SPDX-License-Identifier: EUPL-1.2
#include "package/mime.hpp"

#include <algorithm>
#include <array>
#include <bit>

#include <fmt/format.h>
#include <openssl/evp.h>

#include "base/digest.hpp"

namespace report {
namespace {

struct Part {
  std::string_view name, type, disposition;
};

constexpr std::array<Part, 4> parts{{
    {"brief.txt", "text/plain; charset=utf-8", "inline"},
    {"LEESMIJ.txt", "text/plain; charset=utf-8", "attachment"},
    {"melding.txt", "text/plain; charset=utf-8", "attachment"},
    {"manifest.json", "application/json", "attachment"},
}};

constexpr std::string_view sealed_head =
    "MIME-Version: 1.0\n"
    "Content-Type: application/pkcs7-mime; smime-type=signed-data; name=\"smime.p7m\"\n"
    "Content-Transfer-Encoding: base64\n"
    "Content-Disposition: attachment; filename=\"smime.p7m\"\n"
    "\n";

constexpr std::size_t smallest = 32U << 10U;
constexpr std::size_t bytes_a_line = 48;  // 64 letters of base64

/// Follows from the files alone, so that the same files give the same bytes; that it occurs in one
/// of them is as likely as a collision of SHA-256.
std::string boundary_of(const Files& files) {
  std::string digests;
  for (const auto& [name, bytes] : files) digests += sha256_hex(bytes);
  constexpr std::size_t length = 32;
  return "handover-" + sha256_hex(digests).substr(0, length);
}

std::string head_of(const Part& part) {
  return fmt::format(
      "Content-Type: {}; name=\"{}\"\n"
      "Content-Transfer-Encoding: 8bit\n"
      "Content-Disposition: {}; filename=\"{}\"\n\n",
      part.type, part.name, part.disposition, part.name);
}

bool take(std::string_view& rest, std::string_view expected) {
  if (!rest.starts_with(expected)) return false;
  rest.remove_prefix(expected.size());
  return true;
}

}  // namespace

std::size_t padded_length(std::size_t length) {
  if (length <= smallest) return smallest;
  const auto exponent = static_cast<unsigned>(std::bit_width(length) - 1);
  const auto kept = static_cast<unsigned>(std::bit_width(exponent));
  const std::size_t mask = (std::size_t{1} << (exponent - kept)) - 1;
  return (length + mask) & ~mask;
}

std::string write_parts(const Files& files) {
  const std::string boundary = boundary_of(files);
  std::string mime = fmt::format(
      "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"{}\"\n\n", boundary);
  for (std::size_t i = 0; i < files.size(); ++i)
    mime += fmt::format("--{}\n{}{}\n", boundary, head_of(parts.at(i)), files[i].second);
  return mime + fmt::format("--{}--\n", boundary);
}

std::optional<Files> read_parts(std::string_view mime) {
  std::string_view rest = mime;
  if (!take(rest, "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"")) return {};
  const std::string between = fmt::format("\n--{}", rest.substr(0, rest.find('"')));
  rest.remove_prefix(std::min(rest.size(), rest.find('"')));
  if (!take(rest, "\"\n") || !take(rest, between + "\n")) return {};
  Files files;
  for (const Part& part : parts) {
    if (!take(rest, head_of(part))) return {};
    const std::size_t end = rest.find(between);
    if (end == std::string_view::npos) return {};
    files.emplace_back(part.name, rest.substr(0, end));
    rest.remove_prefix(end + between.size());
    if (&part != &parts.back() && !take(rest, "\n")) return {};
  }
  // Two readers that split the same bytes in two ways would let one see what the other does not.
  if (rest != "--\n" || write_parts(files) != mime) return {};
  return files;
}

std::string write_sealed(std::string_view der) {
  std::string mime(sealed_head);
  std::array<unsigned char, bytes_a_line / 3 * 4 + 1> line{};
  for (std::size_t at = 0; at < der.size(); at += bytes_a_line) {
    const std::string_view piece = der.substr(at, bytes_a_line);
    const int size =
        EVP_EncodeBlock(line.data(), reinterpret_cast<const unsigned char*>(piece.data()),
                        static_cast<int>(piece.size()));
    mime.append(reinterpret_cast<const char*>(line.data()), static_cast<std::size_t>(size));
    mime += '\n';
  }
  mime.resize(padded_length(mime.size()), '\n');
  return mime;
}

std::optional<std::string> read_sealed(std::string_view mime) {
  std::string_view rest = mime;
  if (!take(rest, sealed_head)) return {};
  const std::size_t end = rest.find("\n\n");
  rest = rest.substr(0, end);  // npos: no padding needed
  std::string der;
  std::array<unsigned char, bytes_a_line> piece{};
  constexpr std::size_t letters_a_line = bytes_a_line / 3 * 4;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    if (line.empty() || line.size() > letters_a_line || line.size() % 4 != 0) return {};
    int size = EVP_DecodeBlock(piece.data(), reinterpret_cast<const unsigned char*>(line.data()),
                               static_cast<int>(line.size()));
    if (size < 0) return {};
    for (std::size_t i = line.size(); i > 0 && line[i - 1] == '='; --i) --size;
    if (size <= 0) return {};
    der.append(reinterpret_cast<const char*>(piece.data()), static_cast<std::size_t>(size));
  }
  if (write_sealed(der) != mime) return {};
  return der;
}

}  // namespace report
