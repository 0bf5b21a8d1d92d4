// SPDX-License-Identifier: EUPL-1.2
// What scrub says of its findings on standard error.
#pragma once

#include <string_view>
#include <vector>

#include "console.hpp"
#include "output/json.hpp"
#include "rulebook/rulebook.hpp"
#include "scrub/scrub.hpp"

namespace report {

/// How much is told.
struct Telling {
  bool explain = false;  // every finding, with its rule's reason
  bool verbose = false;  // every finding
  Values values = Values::hidden;
  Language language = Language::en;
};

/// The unsure ones always; what was removed and what gives the reporter away when asked.
std::vector<Remark> remarks_on(const Scrubbed& scrubbed, std::string_view note,
                               const Rulebook& rulebook, const Telling& telling);

/// Why a rule finds what it finds, in one sentence; empty when it does not say.
std::string_view reason_of(const Rulebook& rulebook, std::string_view rule, Language language);

}  // namespace report
