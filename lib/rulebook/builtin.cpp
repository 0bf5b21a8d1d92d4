// SPDX-License-Identifier: EUPL-1.2
#include "rulebook/rulebook.hpp"

extern "C" {
// NOLINTNEXTLINE(readability-identifier-naming): the symbols of rulebook_table.S
extern const std::byte report_rulebook_begin[];
// NOLINTNEXTLINE(readability-identifier-naming)
extern const std::byte report_rulebook_end[];
}

namespace report {

Rulebook builtin_rulebook() { return load_rulebook({report_rulebook_begin, report_rulebook_end}); }

}  // namespace report
