// SPDX-License-Identifier: EUPL-1.2
#include "scrub/labels.hpp"

#include <map>
#include <set>

#include <fmt/format.h>

namespace report {

std::vector<std::string> labels_for(const std::vector<Finding>& removed, const FindRules& rules) {
  constexpr std::string_view subject_rule = "person.subject";
  std::set<std::uint32_t> subjects;
  for (const Finding& finding : removed)
    if (finding.rule == subject_rule) subjects.insert(finding.person);
  std::map<std::uint32_t, std::size_t> numbers;  // of a person, by first mention
  std::vector<std::string> labels;
  labels.reserve(removed.size());
  for (const Finding& finding : removed) {
    const IdentifierType* const type = rules.type(finding.type);
    const std::string name = type == nullptr ? finding.type : type->label;
    if (finding.person != 0 && subjects.contains(finding.person)) {
      // However many ways of writing --subject-from gives, it is one person.
      labels.emplace_back("[BETROKKENE 1]");
    } else if (finding.person != 0 && type != nullptr && type->numbered) {
      const auto number = numbers.emplace(finding.person, numbers.size() + 1).first->second;
      labels.push_back(fmt::format("[{} {}]", name, number));
    } else {
      labels.push_back(fmt::format("[{}]", name));
    }
  }
  return labels;
}

}  // namespace report
