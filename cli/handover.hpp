// SPDX-License-Identifier: EUPL-1.2
// The decision table with what the directory of offices says, and with a person's own choice.
#pragma once

#include <string>
#include <vector>

#include "directory.hpp"
#include "route/route.hpp"

namespace report {

/// Runs the decision table with what the directory says, and with the office a person asked for
/// (empty = none). Throws Error{refused} when that office is the accused's own or not the table's
/// and the gate `addressee` is not lifted; Error{usage} when the directory has no such office.
struct Directions {
  const std::vector<CheckedRecipient>* recipients = nullptr;  // nothing = not looked at
  std::string to;
  std::vector<Lift> lifts;
};
Decision decide(const Scrubbed& scrubbed, const Reading& reading,
                const Classification& classification, const Rulebook& rulebook,
                const Directions& directions);

/// Whether a decision ends in a package.
bool is_handover(const Decision& decision);

}  // namespace report
