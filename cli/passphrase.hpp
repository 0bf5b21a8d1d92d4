// SPDX-License-Identifier: EUPL-1.2
// Passphrases come from the terminal only: argv and the environment can be read by others.
#pragma once

#include "output/words.hpp"
#include "package/certificates.hpp"

namespace report {

/// Asks on the terminal without showing what is typed. Throws Error{usage} without a terminal.
AskPassphrase ask_on_terminal(Language language);

}  // namespace report
