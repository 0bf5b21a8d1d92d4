// SPDX-License-Identifier: EUPL-1.2
#include "passphrase.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <termios.h>
#include <unistd.h>

#include "base/error.hpp"
#include "console.hpp"
#include "words.hpp"

namespace report {
namespace {

/// The terminal with its echo off, as it was again afterwards.
class QuietTerminal {
 public:
  QuietTerminal() : file_(::open("/dev/tty", O_RDWR | O_CLOEXEC)) {
    if (file_ < 0 || ::tcgetattr(file_, &before_) != 0) return;
    termios quiet = before_;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    good_ = ::tcsetattr(file_, TCSAFLUSH, &quiet) == 0;
  }
  QuietTerminal(const QuietTerminal&) = delete;
  QuietTerminal& operator=(const QuietTerminal&) = delete;
  ~QuietTerminal() {
    if (good_) ::tcsetattr(file_, TCSAFLUSH, &before_);
    if (file_ >= 0) ::close(file_);
  }
  [[nodiscard]] bool good() const { return good_; }

  void show(std::string_view text) const {
    if (::write(file_, text.data(), text.size()) < 0) return;
  }

  [[nodiscard]] std::string line() const {
    std::string line;
    for (char letter = 0; ::read(file_, &letter, 1) == 1 && letter != '\n';) line += letter;
    return line;
  }

 private:
  int file_;
  termios before_{};
  bool good_ = false;
};

}  // namespace

AskPassphrase ask_on_terminal(Language language) {
  return [language](const std::filesystem::path& key) {
    const QuietTerminal terminal;
    if (!terminal.good())
      throw Error(Fault::usage, fmt::format("{}: this key has a passphrase, and there is no "
                                            "terminal to ask for it",
                                            key.string()));
    terminal.show(
        fmt::format(fmt::runtime(words::passphrase_of.in(language)), printable(key.string())));
    std::string phrase = terminal.line();
    terminal.show("\n");
    return phrase;
  };
}

}  // namespace report
