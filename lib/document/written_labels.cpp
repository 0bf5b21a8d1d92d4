// SPDX-License-Identifier: EUPL-1.2
#include "document/written_labels.hpp"

namespace report {

bool is_person_label(std::string_view label) {
  return label.starts_with("[PERSOON") || label.starts_with("[BETROKKENE");
}

std::vector<Span> written_labels(std::string_view text) {
  constexpr std::string_view inner = "ABCDEFGHIJKLMNOPQRSTUVWXYZ- 0123456789";
  std::vector<Span> labels;
  for (std::size_t at = text.find('['); at != std::string_view::npos; at = text.find('[', at + 1)) {
    const std::size_t end = text.find_first_not_of(inner, at + 1);
    const bool named = at + 1 < text.size() && text[at + 1] >= 'A' && text[at + 1] <= 'Z';
    if (named && end != std::string_view::npos && end > at + 2 && text[end] == ']')
      labels.push_back({at, end + 1});
  }
  return labels;
}

}  // namespace report
