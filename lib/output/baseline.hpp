// SPDX-License-Identifier: EUPL-1.2
// Findings that are known and accepted, without saying what they are: a keyed hash of rule and
// value. Without position and date, sorted, a finding a line, so that two branches merge. The key
// is no part of it: who has no key cannot try names or numbers against it.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace report {

class Baseline {
 public:
  /// `key`: at least 16 bytes.
  explicit Baseline(std::string key);

  /// Adds the entries of a file; order, empty lines, comments and repeats do not matter. Throws
  /// Error{usage} with the line of a fault, or when it was made with another key.
  void read(const std::string& file, std::string_view bytes);

  /// What a finding is known by. How the value is written (case, diacritics, blanks) does not
  /// matter.
  [[nodiscard]] std::string entry(std::string_view rule, std::string_view value) const;
  [[nodiscard]] bool holds(const std::string& entry) const { return entries_.contains(entry); }
  void add(std::string entry) { entries_.insert(std::move(entry)); }
  [[nodiscard]] std::size_t size() const { return entries_.size(); }

  /// The file.
  [[nodiscard]] std::string text() const;

 private:
  [[nodiscard]] std::string head() const;
  std::string key_;
  std::set<std::string> entries_;
};

}  // namespace report
