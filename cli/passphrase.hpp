// SPDX-License-Identifier: EUPL-1.2
// Passphrases and PINs come from the terminal or from a file descriptor: argv and the environment
// can be read by others.
#pragma once

#include <string>

#include <CLI/App.hpp>

#include "package/certificates.hpp"
#include "session.hpp"

namespace report {

struct PassphraseOptions {
  int descriptor = -1;  // none: the terminal
};

/// --passphrase-fd
void add_passphrase(CLI::App& app, PassphraseOptions& options, const Defaults& defaults);

/// Asks on the terminal without showing what is typed, or takes a line of the descriptor for each
/// key. Throws Error{usage} without a terminal, and when the descriptor gives no line.
AskPassphrase ask_passphrase(const PassphraseOptions& options, Language language);

}  // namespace report
