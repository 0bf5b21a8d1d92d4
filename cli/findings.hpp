// SPDX-License-Identifier: EUPL-1.2
// What scrub says of its findings on standard error.
#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "console.hpp"
#include "output/json.hpp"
#include "rulebook/rulebook.hpp"
#include "scrub/scrub.hpp"

namespace report {

/// How much is told.
struct Telling {
  bool explain = false;  // every finding, with its rule's reason
  bool verbose = false;  // every finding
  Values values = Values::hidden;
  Language language = Language::en;
};

/// Why rules find what they find. The rulebook must outlive it; safe from several threads.
class Reasons {
 public:
  Reasons(const Rulebook& rulebook, Language language);
  /// One sentence; empty when the rule does not say.
  [[nodiscard]] std::string_view of(std::string_view rule) const;

 private:
  std::map<std::string, std::string, std::less<>> by_rule_;
};

/// The unsure ones always; what was removed and what gives the reporter away when asked.
std::vector<Remark> remarks_on(const Scrubbed& scrubbed, std::string_view note,
                               const Reasons& reasons, const Telling& telling);

}  // namespace report
