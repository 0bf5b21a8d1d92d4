// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace report {

/// Lines of a page as paragraphs: a line break where the next word would have fit stays, one where
/// it would not was made by the width of the column. Columns stand apart by blank lines.
std::string unwrapped(std::string_view page);

}  // namespace report
