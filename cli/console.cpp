// SPDX-License-Identifier: EUPL-1.2
#include "console.hpp"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <fmt/color.h>
#include <fmt/format.h>
#include <unistd.h>

#include "words.hpp"

namespace report {
namespace {

bool wants_color(Color choice, int file) {
  if (choice != Color::automatic) return choice == Color::always;
  // https://no-color.org: any value but an empty one.
  const char* const refused = std::getenv("NO_COLOR");
  if (refused != nullptr && *refused != '\0') return false;
  const char* const terminal = std::getenv("TERM");
  return ::isatty(file) == 1 && terminal != nullptr && std::string_view(terminal) != "dumb";
}

}  // namespace

std::vector<Remark> remarks_of(const Error& error, Language language) {
  std::vector<Remark> out{{Tone::error, error.message().in(language)}};
  for (const Message& hint : error.hints()) out.push_back({Tone::hint, hint.in(language)});
  return out;
}

Console::Console(Language language, Color color, bool quiet)
    : language_(language),
      color_out_(wants_color(color, STDOUT_FILENO)),
      color_talk_(wants_color(color, STDERR_FILENO)),
      quiet_(quiet) {}

void Console::say(const Remark& remark) const {
  if (quiet_ && remark.tone != Tone::error) return;
  const Words& title = remark.tone == Tone::error  ? words::error
                       : remark.tone == Tone::hint ? words::hint
                                                   : words::note;
  const auto style = remark.tone == Tone::error  ? fmt::fg(fmt::terminal_color::red)
                     : remark.tone == Tone::hint ? fmt::fg(fmt::terminal_color::cyan)
                                                 : fmt::fg(fmt::terminal_color::yellow);
  const std::string head = color_talk_ ? fmt::format(style, "{}:", title.in(language_))
                                       : fmt::format("{}:", title.in(language_));
  const std::string line = fmt::format("report: {} {}\n", head, printable(remark.text));
  std::fwrite(line.data(), 1, line.size(), stderr);
}

void Console::say(const std::vector<Remark>& remarks) const {
  for (const Remark& remark : remarks) say(remark);
}

void Console::write(std::string_view data) const {
  if (std::fwrite(data.data(), 1, data.size(), stdout) != data.size())
    throw Error(Fault::input, report::say({"de standaarduitvoer kan niet worden geschreven: {}",
                                           "cannot write standard output: {}"},
                                          system_says(errno)))
        .with_code("unwritable");
}

void Console::flush() const {
  if (std::fflush(stdout) != 0)
    throw Error(Fault::input, report::say({"de standaarduitvoer kan niet worden geschreven: {}",
                                           "cannot write standard output: {}"},
                                          system_says(errno)))
        .with_code("unwritable");
}

}  // namespace report
