// SPDX-License-Identifier: EUPL-1.2
// The hotline's own record of what went out: an SQLite database whose entries are chained by hash.
// No entry has personal data; the form is in report-journal(1).
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace report {

struct Entry {
  std::int64_t number = 0;  // from 1, without gaps; append() sets it
  std::string day;          // "2026-11-26"; there is no time of day
  std::string kind;         // handover, referral, lift, receipt
  std::string case_id;      // 16 hexadecimal digits
  std::string office;       // of the addressee; of a referral its line
  std::string detail;       // of a lift its gate; of a receipt: received, assessed
  std::string package;      // SHA-256 of the package
  std::string rule;         // row of the decision table
  std::string rulebook;     // SHA-256 of the rule set
  std::map<std::string, std::size_t> counts;  // identifiers removed, by type
  std::string addressee;  // Journal::keyed() over the office and its organisation
  std::string source;     // Journal::keyed() over what was handed over
  std::string hash;       // SHA-256 over the entry before and this one; append() sets it
};

/// What a walk along the chain found.
struct ChainFault {
  std::int64_t number = 0;  // of the first entry that does not hold
  std::string reason;
};

/// Something that a recipient owes, or that is kept too long.
struct Due {
  std::chrono::sys_days day;
  std::string what;  // acknowledgement, assessment, retention
  std::string case_id, office;
};

/// What due() counts from; the first two are in report-package(5), the last is the hotline's
/// choice.
struct Terms {
  std::chrono::days acknowledgement{7};
  std::chrono::months assessment{3};
  std::chrono::months retention{12};
};

/// Safe from several threads and several processes at once; what was appended is on the disk when
/// append() returns, and a kill leaves either all of an append or nothing.
class Journal {
 public:
  enum class Access : std::uint8_t { read, write };

  /// Write makes the database, mode 0600, when there is none. Throws Error{usage}: not readable,
  /// no journal, or one of a later version.
  Journal(const std::filesystem::path& path, Access access);

  /// HMAC-SHA-256 with this journal's own secret, hexadecimal: tells whether a thing was here
  /// before, and is of no use to who does not have the journal.
  [[nodiscard]] std::string keyed(std::string_view what) const;

  [[nodiscard]] std::vector<Entry> entries() const;
  /// The first entry of the kind for this source, or this package.
  [[nodiscard]] std::optional<Entry> find_source(const std::string& source) const;
  [[nodiscard]] std::optional<Entry> find_package(const std::string& package) const;

  /// Appends what `make` returns while no other process can write. Throws Error{input} when the
  /// database cannot be written, and passes on what `make` throws; then nothing was appended.
  void append(const std::function<std::vector<Entry>()>& make);

  /// Walks the whole chain; nothing when all holds.
  [[nodiscard]] std::optional<ChainFault> verify() const;
  /// Hash of the last entry: written down elsewhere it shows later that nothing was cut off.
  [[nodiscard]] std::string head() const;

 private:
  class Database;
  std::shared_ptr<Database> database_;
};

/// What is owed on the day, and what will be; earliest first.
std::vector<Due> due(const std::vector<Entry>& entries, const Terms& terms);

}  // namespace report
