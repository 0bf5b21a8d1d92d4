// SPDX-License-Identifier: EUPL-1.2
#include "output/baseline.hpp"

#include <fmt/format.h>

#include "base/digest.hpp"
#include "base/error.hpp"
#include "text/normal.hpp"

namespace report {
namespace {

constexpr std::size_t hash_digits = 32;  // 128 bits
constexpr std::size_t least_key = 16;
constexpr std::string_view title = "# report baseline 1, key ";

std::string plain(std::string_view value) {
  std::string out;
  for (const char letter : fold(value)) {
    const bool blank = letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r';
    if (!blank)
      out += letter;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  return out;
}

bool is_entry(std::string_view line) {
  const std::size_t blank = line.find(' ');
  if (blank == 0 || blank == std::string_view::npos) return false;
  const std::string_view hash = line.substr(blank + 1);
  return hash.size() == hash_digits &&
         hash.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace

Baseline::Baseline(std::string key) : key_(std::move(key)) {
  if (key_.size() < least_key)
    throw Error(
        Fault::usage,
        say({"de sleutel van de lijst is korter dan {} bytes",
             "the key of the baseline is shorter than {} bytes"},
            least_key),
        {say({"maak er een met 'openssl rand -hex 32'", "make one with 'openssl rand -hex 32'"})});
}

std::string Baseline::head() const {
  constexpr std::size_t shown = 8;
  return std::string(title) + hmac_sha256_hex(key_, "report baseline").substr(0, shown);
}

std::string Baseline::entry(std::string_view rule, std::string_view value) const {
  std::string hashed(rule);
  hashed += '\0';
  hashed += plain(value);
  return fmt::format("{} {}", rule, hmac_sha256_hex(key_, hashed).substr(0, hash_digits));
}

void Baseline::read(const std::string& file, std::string_view bytes) {
  int number = 0;
  bool titled = false;
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.starts_with(title)) {
      titled = true;
      if (line != head())
        throw Error(
            Fault::usage, Place{.file = file, .line = number, .column = 1},
            say({"deze lijst is met een andere sleutel gemaakt",
                 "this baseline was made with another key"}),
            {say({"geef haar sleutel met --baseline-key, of schrijf haar opnieuw met "
                  "--write-baseline",
                  "give its key with --baseline-key, or write it anew with --write-baseline"})});
    }
    if (line.empty() || line.starts_with('#')) continue;
    if (!is_entry(line))
      throw Error(Fault::usage, Place{.file = file, .line = number, .column = 1},
                  say({"dit is geen regel van een lijst: regel, spatie, 32 hexadecimale cijfers",
                       "this is not a line of a baseline: rule, blank, 32 hexadecimal digits"}));
    entries_.emplace(line);
  }
  if (!titled)
    throw Error(Fault::usage,
                say({"{}: is geen lijst van bekende bevindingen: de eerste regel ontbreekt",
                     "{}: is no baseline: its first line is missing"},
                    file),
                {say({"schrijf haar opnieuw met --write-baseline",
                      "write it anew with --write-baseline"})});
}

std::string Baseline::text() const {
  std::string out = head() + "\n";
  for (const std::string& entry : entries_) out += entry + "\n";
  return out;
}

}  // namespace report
