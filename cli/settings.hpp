// SPDX-License-Identifier: EUPL-1.2
// What holds unless a flag says otherwise: the environment (REPORT_LANG, REPORT_COLOR,
// REPORT_JOBS, REPORT_RULES, REPORT_TRUST, REPORT_RECIPIENTS, REPORT_JOURNAL), then report.yaml of
// the working folder, of $XDG_CONFIG_HOME/report and of /etc/report.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/words.hpp"

namespace report {

struct Settings {
  std::optional<std::string> lang, color, jobs, rules, trust, recipients, journal;
};

/// Paths in a file are relative to its folder. Throws Error{rules} with the place of a fault, and
/// Error{usage} for a value of the environment that makes no sense.
Settings read_settings();

/// The settings of one file; what is set already stays. Does nothing when there is no such file.
void add_settings(const std::filesystem::path& file, Settings& settings);

/// What the user keeps of this program: $XDG_CONFIG_HOME/report, else ~/.config/report; empty where
/// the environment names neither.
std::filesystem::path own_folder();

/// The files that are asked, first one first.
std::vector<std::filesystem::path> settings_files();

/// `asked` ("nl", "en", or nothing), else the locale: LC_ALL, LC_MESSAGES, LANG.
Language choose_language(const std::optional<std::string>& asked);

}  // namespace report
