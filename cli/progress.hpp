// SPDX-License-Identifier: EUPL-1.2
// How far a run over many notes is, on a terminal only, once it takes longer than a moment.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>

#include "base/words.hpp"

namespace report {

/// "[#####.....] 53 %  5300 notes, 2 failed". For one thread.
class Progress {
 public:
  enum class Show : bool { no, yes };
  Progress(Show show, Language language) : show_(show), language_(language) {}

  /// All there is to do, in the unit of `weight`; unknown = no bar, only counts.
  void expect(std::optional<std::size_t> total) { total_ = total; }
  [[nodiscard]] bool shown() const { return show_ == Show::yes; }
  void done(std::size_t weight, bool failed);
  /// Takes the line away, for others to write.
  void clear();

  /// The line for a state; `share` from 0 to 1.
  static std::string line(std::optional<double> share, std::size_t count, std::size_t failed,
                          Language language);

 private:
  using Clock = std::chrono::steady_clock;
  Show show_;
  Language language_;
  std::optional<std::size_t> total_;
  std::size_t weight_ = 0, count_ = 0, failed_ = 0;
  Clock::time_point next_ = Clock::now() + std::chrono::milliseconds(500);
  bool drawn_ = false;
};

/// Whether standard error is a terminal that can take a line back.
bool takes_progress();

}  // namespace report
