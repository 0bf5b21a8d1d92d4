// SPDX-License-Identifier: EUPL-1.2
#include "passphrase.hpp"

#include <cerrno>
#include <optional>

#include <fcntl.h>
#include <fmt/format.h>
#include <termios.h>
#include <unistd.h>

#include "base/error.hpp"
#include "console.hpp"
#include "help.hpp"
#include "words.hpp"

namespace report {
namespace {

/// A byte at a time: what stands behind the line is for the next key.
std::optional<std::string> read_line(int file) {
  std::string line;
  line.reserve(64);  // on the heap, which is wiped, however short it is
  char letter = 0;
  for (;;) {
    const ssize_t got = ::read(file, &letter, 1);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0 && line.empty()) return std::nullopt;
    if (got <= 0 || letter == '\n') return line;
    line += letter;
  }
}

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

  [[nodiscard]] std::string line() const { return read_line(file_).value_or(""); }

 private:
  int file_;
  termios before_{};
  bool good_ = false;
};

std::string ask_on_terminal(const std::filesystem::path& key, Language language) {
  const QuietTerminal terminal;
  if (!terminal.good())
    throw Error(
        Fault::usage,
        say({"{}: deze sleutel heeft een wachtwoord, en er is geen terminal om het te vragen",
             "{}: this key has a passphrase, and there is no terminal to ask for it"},
            key.string()),
        {say({"geef het op een bestandsnummer met --passphrase-fd",
              "give it on a file descriptor with --passphrase-fd"})});
  terminal.show(
      fmt::format(fmt::runtime(words::passphrase_of.in(language)), printable(key.string())));
  std::string phrase = terminal.line();
  terminal.show("\n");
  return phrase;
}

}  // namespace

void add_passphrase(CLI::App& app, PassphraseOptions& options, const Defaults& defaults) {
  app.add_option("--passphrase-fd", options.descriptor, defaults.say(words::passphrase_fd))
      ->type_name("N");
}

AskPassphrase ask_passphrase(const PassphraseOptions& options, Language language) {
  return [descriptor = options.descriptor, language](const std::filesystem::path& key) {
    if (descriptor < 0) return ask_on_terminal(key, language);
    auto line = read_line(descriptor);
    if (!line)
      throw Error(Fault::usage,
                  say({"{}: bestandsnummer {} geeft geen wachtwoord",
                       "{}: file descriptor {} gives no passphrase"},
                      key.string(), descriptor),
                  {say({"een regel per sleutel, bijvoorbeeld --passphrase-fd 3 3< BESTAND",
                        "one line for each key, for example --passphrase-fd 3 3< FILE"})});
    return *std::move(line);
  };
}

}  // namespace report
