// SPDX-License-Identifier: EUPL-1.2
#include "interrupt.hpp"

#include <array>
#include <csignal>
#include <cstdlib>

namespace report {
namespace {

constexpr std::array signals{SIGINT, SIGTERM};
// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables): all that a handler may set
volatile std::sig_atomic_t came = 0;

void take(int signal) { came = signal; }

}  // namespace

InterruptGuard::InterruptGuard() {
  struct sigaction action {};
  action.sa_handler = take;
  // Once: the next one is the shell's usual end. Reading goes on by itself where it was cut off.
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  for (const int signal : signals) {
    struct sigaction before {};
    // A program started with it ignored (nohup, a background job) leaves it ignored.
    if (::sigaction(signal, nullptr, &before) == 0 && before.sa_handler != SIG_IGN)
      ::sigaction(signal, &action, nullptr);
  }
}

InterruptGuard::~InterruptGuard() {
  for (const int signal : signals) {
    struct sigaction now {};
    if (::sigaction(signal, nullptr, &now) == 0 && now.sa_handler == take)
      std::signal(signal, SIG_DFL);
  }
}

bool interrupted() { return came != 0; }

void die_interrupted() {
  const int signal = came == 0 ? SIGINT : came;
  std::signal(signal, SIG_DFL);
  std::raise(signal);
  std::abort();
}

}  // namespace report
