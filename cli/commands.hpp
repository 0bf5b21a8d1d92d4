// SPDX-License-Identifier: EUPL-1.2
// The list of subcommands.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "session.hpp"

namespace report {

/// Each adds itself to the program and says how it is run.
Command add_scrub(CLI::App& program, const Defaults& defaults);
Command add_check(CLI::App& program, const Defaults& defaults);
Command add_classify(CLI::App& program, const Defaults& defaults);
Command add_route(CLI::App& program, const Defaults& defaults);
Command add_open(CLI::App& program, const Defaults& defaults);
Command add_inspect(CLI::App& program, const Defaults& defaults);
std::vector<Command> add_rules(CLI::App& program, const Defaults& defaults);
std::vector<Command> add_recipients(CLI::App& program, const Defaults& defaults);
Command add_receipt(CLI::App& program, const Defaults& defaults);
std::vector<Command> add_journal(CLI::App& program, const Defaults& defaults);
/// `add` and `test`, below `recipients`.
std::vector<Command> add_recipients_more(CLI::App& recipients, const Defaults& defaults);
Command add_completion(CLI::App& program, const Defaults& defaults);

/// A package, at most 64 MiB; "-" is standard input. Throws Error{input}.
std::string read_package(const std::string& path);

std::vector<Command> add_commands(CLI::App& program, const Defaults& defaults);

/// What the command line says about language, before it is read as a whole: help needs it, and so
/// do faults of the settings.
std::optional<std::string> asked_language(int argc, const char* const* argv);

/// The settings, and the language by command line, settings and locale.
Defaults read_defaults(int argc, const char* const* argv);

/// Reads the command line and runs what it names.
ExitCode run_program(int argc, const char* const* argv, const Defaults& defaults);

}  // namespace report
