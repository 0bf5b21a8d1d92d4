// SPDX-License-Identifier: EUPL-1.2
#include "package/mime.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>

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

constexpr std::string_view mail_head =
    "Subject: Overdracht\n"
    "MIME-Version: 1.0\n"
    "Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=\"smime.p7m\"\n"
    "Content-Transfer-Encoding: base64\n"
    "Content-Disposition: attachment; filename=\"smime.p7m\"\n"
    "\n";

// With the letter and a note of 250 bytes the entity has 12 KiB, with one of 4100 bytes 18, with
// one of 7000 bytes 21.6; a floor of 8 KiB would tell them apart. Above the floor padding adds a
// sixteenth at most.
constexpr std::size_t smallest = 22U << 10U;
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

constexpr std::array<std::string_view, 7> week_days{"Sun", "Mon", "Tue", "Wed",
                                                    "Thu", "Fri", "Sat"};
constexpr std::array<std::string_view, 12> month_names{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/// RFC 5322, 3.3: "Tue, 24 Nov 2026 00:00:00 +0000". Names of days and months are English there in
/// every locale.
std::string day_in_mail(std::chrono::sys_days date) {
  const std::chrono::year_month_day day(date);
  return fmt::format(
      "{}, {:02} {} {:04} 00:00:00 +0000", week_days.at(std::chrono::weekday(date).c_encoding()),
      static_cast<unsigned>(day.day()), month_names.at(static_cast<unsigned>(day.month()) - 1),
      static_cast<int>(day.year()));
}

std::optional<std::chrono::sys_days> read_day(std::string_view text) {
  constexpr std::size_t length = 31, day_at = 5, month_at = 8, year_at = 12;
  if (text.size() != length) return {};
  const auto* const month = std::ranges::find(month_names, text.substr(month_at, 3));
  unsigned day = 0;
  int year = 0;
  std::from_chars(text.data() + day_at, text.data() + day_at + 2, day);
  std::from_chars(text.data() + year_at, text.data() + year_at + 4, year);
  const std::chrono::year_month_day date{
      std::chrono::year(year),
      std::chrono::month(static_cast<unsigned>(month - month_names.begin()) + 1),
      std::chrono::day(day)};
  if (!date.ok() || day_in_mail(date) != text) return {};
  return std::chrono::sys_days(date);
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

void add_base64(std::string& text, std::string_view bytes) {
  std::array<unsigned char, bytes_a_line / 3 * 4 + 1> line{};
  for (std::size_t at = 0; at < bytes.size(); at += bytes_a_line) {
    const std::string_view piece = bytes.substr(at, bytes_a_line);
    const int size =
        EVP_EncodeBlock(line.data(), reinterpret_cast<const unsigned char*>(piece.data()),
                        static_cast<int>(piece.size()));
    text.append(reinterpret_cast<const char*>(line.data()), static_cast<std::size_t>(size));
    text += '\n';
  }
}

std::optional<std::string> read_base64(std::string_view text) {
  std::string bytes;
  std::array<unsigned char, bytes_a_line> piece{};
  constexpr std::size_t letters_a_line = bytes_a_line / 3 * 4;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    if (line.empty() || line.size() > letters_a_line || line.size() % 4 != 0) return {};
    int size = EVP_DecodeBlock(piece.data(), reinterpret_cast<const unsigned char*>(line.data()),
                               static_cast<int>(line.size()));
    if (size < 0) return {};
    for (std::size_t i = line.size(); i > 0 && line[i - 1] == '='; --i) --size;
    if (size <= 0) return {};
    bytes.append(reinterpret_cast<const char*>(piece.data()), static_cast<std::size_t>(size));
  }
  return bytes;
}

std::string write_sealed(std::string_view der) {
  std::string mime(sealed_head);
  add_base64(mime, der);
  mime.resize(padded_length(mime.size()), '\n');
  return mime;
}

std::optional<std::string> read_sealed(std::string_view mime) {
  std::string_view rest = mime;
  if (!take(rest, sealed_head)) return {};
  const std::size_t end = rest.find("\n\n");
  auto der = read_base64(rest.substr(0, end));  // npos: no padding needed
  if (!der || write_sealed(*der) != mime) return {};
  return der;
}

std::string_view name_of(Profile profile) { return profile == Profile::mail ? "mail" : "gcm"; }

bool is_mail_address(std::string_view text) {
  constexpr std::size_t longest = 254;  // RFC 5321, 4.5.3.1.3
  const auto good = [](char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           (letter >= '0' && letter <= '9') ||
           std::string_view("._+-@").find(letter) != std::string_view::npos;
  };
  const std::size_t at = text.find('@');
  return text.size() <= longest && at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
         text.find('@', at + 1) == std::string_view::npos && std::ranges::all_of(text, good);
}

std::string write_mail(const MailHead& head, std::string_view der) {
  std::string mail =
      fmt::format("From: {}\nDate: {}\n{}", head.from, day_in_mail(head.date), mail_head);
  add_base64(mail, der);
  return mail;
}

std::optional<Mail> read_mail(std::string_view bytes) {
  std::string_view rest = bytes;
  if (!take(rest, "From: ")) return {};
  Mail mail;
  mail.head.from = rest.substr(0, rest.find('\n'));
  if (!is_mail_address(mail.head.from)) return {};
  rest.remove_prefix(mail.head.from.size());
  if (!take(rest, "\nDate: ")) return {};
  const auto date = read_day(rest.substr(0, rest.find('\n')));
  if (!date) return {};
  mail.head.date = *date;
  rest.remove_prefix(std::min(rest.size(), rest.find('\n') + 1));
  if (!take(rest, mail_head)) return {};
  auto der = read_base64(rest);
  if (!der) return {};
  mail.der = *std::move(der);
  if (write_mail(mail.head, mail.der) != bytes) return {};
  return mail;
}

}  // namespace report
