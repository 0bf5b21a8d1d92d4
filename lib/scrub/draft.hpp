// SPDX-License-Identifier: EUPL-1.2
// A note on its way to a scrubbed text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "find/finding.hpp"
#include "text/utf8.hpp"

namespace report {

/// A text with labels in it, and for each byte the byte of the clean text it came from.
struct Draft {
  std::string text;
  std::vector<std::uint32_t> clean;  // for each byte of text, and the end
  std::vector<Span> labels;          // bytes of text
};

/// The clean text with the labels in place of what is removed: `removed` is in order, none
/// overlapping, in bytes of it, with a label each.
Draft put_labels(std::string_view clean, const std::vector<Finding>& removed,
                 const std::vector<std::string>& labels);

}  // namespace report
