// SPDX-License-Identifier: EUPL-1.2
#include "progress.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include <fmt/format.h>
#include <unistd.h>

#include "words.hpp"

namespace report {

std::string Progress::line(std::optional<double> share, std::size_t count, std::size_t failed,
                           Language language) {
  constexpr std::size_t width = 30;
  std::string out;
  if (share) {
    const double part = std::clamp(*share, 0.0, 1.0);
    const auto full = static_cast<std::size_t>(part * width);
    out = fmt::format("[{}{}] {:3.0f} %  ", std::string(full, '#'), std::string(width - full, '.'),
                      part * 100);
  }
  return out + fmt::format(fmt::runtime(words::progress.in(language)), count, failed);
}

void Progress::done(std::size_t weight, bool failed) {
  if (show_ == Show::no) return;
  constexpr std::chrono::milliseconds between(100);
  weight_ += weight;
  ++count_;
  failed_ += failed ? 1 : 0;
  const auto now = Clock::now();
  if (now < next_) return;
  next_ = now + between;
  std::optional<double> share;
  if (total_ && *total_ > 0) share = static_cast<double>(weight_) / static_cast<double>(*total_);
  // Back to the front of the line, and what was longer is wiped.
  std::fputs(("\r" + line(share, count_, failed_, language_) + "\033[K").c_str(), stderr);
  std::fflush(stderr);
  drawn_ = true;
}

void Progress::clear() {
  if (!drawn_) return;
  std::fputs("\r\033[K", stderr);
  std::fflush(stderr);
  drawn_ = false;
}

bool takes_progress() {
  const char* const terminal = std::getenv("TERM");
  return ::isatty(STDERR_FILENO) == 1 && terminal != nullptr &&
         std::string_view(terminal) != "dumb";
}

}  // namespace report
