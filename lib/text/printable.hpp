// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace report {

/// A name safe on a terminal and in XML: control characters, direction marks and bytes that are no
/// UTF-8 become '?'.
std::string printable(std::string_view name);

}  // namespace report
