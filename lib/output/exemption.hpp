// SPDX-License-Identifier: EUPL-1.2
// What a note says of its own findings: `report:allow RULE: REASON` on a line allows what stands on
// it, on a line by itself the line below; `report:allow-file RULE: REASON` allows it everywhere.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "output/severity.hpp"

namespace report {

struct Exemption {
  std::size_t line = 0;            // where it stands, from 1
  std::size_t covers = 0;          // the line it is for; 0 = the whole file
  std::vector<std::string> rules;  // ids of rules, types or trace classes
  bool reasoned = false;           // without a reason it allows nothing
  bool used = false;
};

/// In the order of the note. The reason is not kept: it may hold what the note holds.
std::vector<Exemption> exemptions_in(std::string_view note);

/// Takes out of `spotted` what a reasoned exemption covers, and marks that exemption as used.
void apply_exemptions(std::vector<Exemption>& exemptions, std::vector<Spotted>& spotted);

}  // namespace report
