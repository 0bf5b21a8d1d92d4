// SPDX-License-Identifier: EUPL-1.2
#include "find/finding.hpp"

namespace report {

Role role_named(std::string_view name) {
  if (name == "reporter") return Role::reporter;
  if (name == "subject") return Role::subject;
  if (name == "third") return Role::third;
  return Role::unknown;
}

}  // namespace report
