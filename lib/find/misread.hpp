// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace report {

/// What a word of letters and digits is when a scanner took letters for digits ("O6-l8") or digits
/// for letters ("Hul5hof"); nothing when it can be neither.
std::optional<std::string> misread(std::string_view seen);

}  // namespace report
