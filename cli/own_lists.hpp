// SPDX-License-Identifier: EUPL-1.2
// --lists: an organisation's own lists of what is always removed and what always stays.
#pragma once

#include <memory>
#include <string>

#include "console.hpp"
#include "find/own_lists.hpp"
#include "session.hpp"

namespace report {

struct ListOptions {
  std::vector<std::string> files;
};

void add_lists(CLI::App& app, ListOptions& lists, const Defaults& defaults);

/// The lists, null where none were given. Throws Error{input} for a file that cannot be read,
/// Error{rules} for one that is wrong.
std::shared_ptr<const OwnLists> read_lists(const ListOptions& options, const Rulebook& rulebook);

/// Says which entries did nothing, or expired.
void tell_idle(const OwnLists* lists, const Console& console);

}  // namespace report
