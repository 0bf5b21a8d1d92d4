// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>

#include "package/letter.hpp"
#include "package/mime.hpp"

namespace report {

/// manifest.json over the three texts in `files`; its keys are in report-package(5). It holds no
/// time of day, no host, no path and nobody who works at the hotline.
std::string write_manifest(const Handover& handover,
                           const std::map<std::string, std::size_t>& removed,
                           const Classification& classification, const Decision& decision,
                           const std::string& rulebook_digest, const Files& files);

/// Of a package to try a key on: no decision, and `trial` is true.
std::string write_trial_manifest(const Handover& handover, const Files& files);

}  // namespace report
