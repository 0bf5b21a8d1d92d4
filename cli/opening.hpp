// SPDX-License-Identifier: EUPL-1.2
// What `report open` and `report receipt` share: a package opened with one's own key.
#pragma once

#include <string>

#include "package/package.hpp"
#include "passphrase.hpp"

namespace report {

struct OpeningOptions {
  std::string package, certificate, key, trust;
  PassphraseOptions passphrase;
};

void add_opening(CLI::App& app, OpeningOptions& options, const Defaults& defaults);

/// Throws Error{refused} with the one message for whatever is wrong with a package, Error{usage}
/// for one's own key, certificate and trust, Error{input} for a file that cannot be read.
Opened open_or_refuse(const OpeningOptions& options, const Console& console);
Opened open_or_refuse(const OpeningOptions& options, const std::string& bytes,
                      const Console& console);

/// The bytes of a package; nothing for a file that is too large to be one, of which nothing is
/// read.
std::string package_or_nothing(const std::string& path);

}  // namespace report
