// SPDX-License-Identifier: EUPL-1.2
// What must be so before a note may leave: concrete enough, safe for the reporter, nobody involved
// gets it, the addressee known.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "classify/reading.hpp"
#include "route/route.hpp"

namespace report {

/// What routing knows of a note when the gates are asked.
struct Matter {
  const Scrubbed* scrubbed = nullptr;
  const Classification* classification = nullptr;
  const Reading* reading = nullptr;
  const Office* accused = nullptr;
  bool organisation_known = false;
};

/// Who, what, where, and when or how it is known; one hold for each that the note does not say.
std::vector<Hold> concrete_holds(const Matter& matter, const Rulebook& rulebook);

/// Every unsure identifier, and every trace of a class that no rewriting mends.
std::vector<Hold> safe_holds(const Matter& matter, const Rulebook& rulebook);

/// The note names the office that would get it.
std::vector<Hold> conflict_holds(const Matter& matter, const Addressee& addressee,
                                 const Rulebook& rulebook);

}  // namespace report
