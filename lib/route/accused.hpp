// SPDX-License-Identifier: EUPL-1.2
// The office of the accused, apart from everyone else's, and who stands above it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "classify/reading.hpp"
#include "route/route.hpp"

namespace report {

/// The likeliest office of the accused; null when none is named.
const Office* office_of_accused(const Reading& reading, const Rulebook& rulebook);

/// Who gets a report about the holder of `accused` (empty = an employee of no known office) in an
/// organisation of this kind: the lowest rung of its ladder that stands above the accused. Nothing
/// when there is none. Never the accused's own office, never one below it.
std::optional<Addressee> addressee_above(const std::string& accused, std::uint32_t kind,
                                         const std::string& organisation, const RouteRules& rules);

}  // namespace report
