// SPDX-License-Identifier: EUPL-1.2
// The baseline of check: what is known already, and what is written down.
#pragma once

#include <mutex>
#include <optional>
#include <string>

#include "console.hpp"
#include "output/baseline.hpp"

namespace report {

struct KnownOptions {
  std::string read, write, key;  // files; empty = none
  [[nodiscard]] bool any() const { return !read.empty() || !write.empty(); }
};

/// Safe from several threads.
class Known {
 public:
  /// Reads key and baseline. The default key is made where a baseline is written for the first
  /// time. Throws Error{usage} and Error{input}.
  Known(const KnownOptions& options, const Console& console);

  /// What the finding is known by; empty without a key.
  [[nodiscard]] std::string entry(std::string_view rule, std::string_view value) const;
  /// Whether the baseline that was read holds it. One that is being written takes it in, and then
  /// every entry is held.
  bool holds(const std::string& entry);
  /// Writes the baseline and says how much is in it; of one that was only read, how many of its
  /// entries no longer occur.
  void finish(const Console& console);
  /// In place of finish() where not every note was read: what is known of the others must not be
  /// lost. Says so of a baseline that would have been written.
  void leave(const Console& console) const;

 private:
  KnownOptions options_;
  std::optional<Baseline> baseline_, written_;
  std::mutex mutex_;
  std::set<std::string> met_;  // where none is written
};

}  // namespace report
