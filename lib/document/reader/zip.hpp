// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace report {

struct ZipEntry {
  std::string name;
  std::string bytes;
};

/// All files of a zip. Throws Error{input} when one of them cannot be read whole: "broken",
/// "encrypted", "too_large".
std::vector<ZipEntry> unzip(std::string_view bytes);

}  // namespace report
