// SPDX-License-Identifier: EUPL-1.2
#include "scrub/draft.hpp"

namespace report {

Draft put_labels(std::string_view clean, const std::vector<Finding>& removed,
                 const std::vector<std::string>& labels) {
  Draft draft;
  draft.text.reserve(clean.size());
  draft.clean.reserve(clean.size());
  const auto copy = [&](std::size_t begin, std::size_t end) {
    draft.text.append(clean.substr(begin, end - begin));
    for (std::size_t i = begin; i < end; ++i) draft.clean.push_back(static_cast<std::uint32_t>(i));
  };
  std::size_t at = 0;
  for (std::size_t i = 0; i < removed.size(); ++i) {
    copy(at, removed[i].span.begin);
    const std::size_t begin = draft.text.size();
    draft.text += labels[i];
    draft.clean.resize(draft.text.size(), static_cast<std::uint32_t>(removed[i].span.begin));
    draft.labels.push_back({begin, draft.text.size()});
    at = removed[i].span.end;
  }
  copy(at, clean.size());
  draft.clean.push_back(static_cast<std::uint32_t>(clean.size()));
  return draft;
}

}  // namespace report
