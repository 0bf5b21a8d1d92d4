// SPDX-License-Identifier: EUPL-1.2
// The only place where an error ends the program.
#include <exception>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/secret.hpp"
#include "commands.hpp"
#include "console.hpp"
#include "words.hpp"

namespace report {
namespace {

ExitCode fail(const Console& console, const Error& error) {
  std::vector<Remark> remarks = remarks_of(error, console.language());
  if (error.fault() == Fault::internal)
    remarks.front().text = fmt::format(fmt::runtime(words::fault_of_ours.in(console.language())),
                                       remarks.front().text);
  console.say(remarks);
  return exit_code(error.fault());
}

ExitCode guarded(int argc, const char* const* argv) {
  Console console(choose_language(asked_language(argc, argv)), Color::automatic, false);
  try {
    harden_process();
    const Defaults defaults = read_defaults(argc, argv);
    console = Console(defaults.language, Color::automatic, false);
    return run_program(argc, argv, defaults);
  } catch (const Error& error) {
    return fail(console, error);
  } catch (const std::exception& error) {
    // Its text may quote what it was about; only its kind is said.
    return fail(console, Error(Fault::internal, Message::as_is(typeid(error).name())));
  }
}

}  // namespace
}  // namespace report

int main(int argc, char** argv) { return static_cast<int>(report::guarded(argc, argv)); }
