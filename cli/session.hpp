// SPDX-License-Identifier: EUPL-1.2
// What all commands share: their common flags, and how a command is made known.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "base/words.hpp"
#include "console.hpp"
#include "exit_code.hpp"
#include "rulebook/rulebook.hpp"
#include "settings.hpp"

namespace report {

/// What is known before the command line is read.
struct Defaults {
  Language language = Language::en;
  Settings settings;
  [[nodiscard]] std::string say(const Words& words) const {
    return std::string(words.in(language));
  }
};

/// A subcommand, and what it does once the command line is read.
struct Command {
  CLI::App* app = nullptr;
  std::function<ExitCode()> run;
};

/// --rules, --lang, --color, -q, -v: every command has them.
struct CommonOptions {
  std::string rules, language, color = "auto";
  bool quiet = false, verbose = false;
};

/// A subcommand with its line in the list of commands and its example below --help.
CLI::App* add_command(CLI::App& parent, const std::string& name, const Words& summary,
                      const Words& example, const Defaults& defaults);

/// The headings of --help, which subcommands inherit.
void translate(CLI::App& program, const Defaults& defaults);

void add_common(CLI::App& app, CommonOptions& common, const Defaults& defaults);

/// An option that takes one of these words; help and completions show them.
CLI::Option* add_choice(CLI::App& app, const std::string& name, std::string& value,
                        const std::vector<std::string>& choices, const std::string& help);

/// An option that takes a FILE or a DIR; completions offer files or folders.
CLI::Option* add_path(CLI::App& app, const std::string& name, std::string& value,
                      const std::string& kind, const std::string& help);

Console console_of(const CommonOptions& common, const Defaults& defaults);

/// The built-in rules, or those of --rules; read at the first call, and there until the process
/// ends.
const Rulebook& rulebook_of(const CommonOptions& common);

/// Wires an Options struct, its run() and a subcommand together. `Options` is shared with the
/// parser, which fills it in after this returns.
template <typename Options>
Command command_of(CLI::App* app, std::shared_ptr<Options> options,
                   ExitCode (*run)(const Options&, const Console&), const Defaults& defaults) {
  return {app, [options, run, defaults] {
            const Console console = console_of(options->common, defaults);
            const ExitCode code = run(*options, console);
            console.flush();
            return code;
          }};
}

}  // namespace report
