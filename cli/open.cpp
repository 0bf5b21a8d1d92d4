// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include "base/files.hpp"
#include "commands.hpp"
#include "help.hpp"
#include "opening.hpp"
#include "words.hpp"

namespace report {
namespace {

struct Options {
  CommonOptions common;
  OpeningOptions opening;
  std::string out;
};

ExitCode run(const Options& options, const Console& console) {
  const Language language = console.language();
  const Opened opened = open_or_refuse(options.opening, console);
  std::vector<std::pair<std::string, std::string_view>> files;
  for (const auto& [name, bytes] : opened.files) files.emplace_back(name, bytes);
  write_new_folder(options.out, files);
  console.write(
      fmt::format(fmt::runtime(words::verified.in(language)), opened.sealer, opened.sealed_on) +
      "\n");
  console.write(fmt::format(fmt::runtime(words::written_to.in(language)), printable(options.out)) +
                "\n");
  return ExitCode::done;
}

}  // namespace

Command add_open(CLI::App& program, const Defaults& defaults) {
  const auto options = std::make_shared<Options>();
  CLI::App* const app = add_command(program, "open", words::open, words::open_example, defaults);
  add_opening(*app, options->opening, defaults);
  add_path(*app, "--out", options->out, "DIR", defaults.say(words::out_folder))->required();
  add_common(*app, options->common, defaults);
  return command_of(app, options, run, defaults);
}

}  // namespace report
