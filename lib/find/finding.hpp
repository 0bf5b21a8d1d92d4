// SPDX-License-Identifier: EUPL-1.2
// What the rules found in a document, before anything is removed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/utf8.hpp"

namespace report {

enum class Role : std::uint8_t { unknown, reporter, subject, third };

/// The role a rule or context names; unknown for none.
Role role_named(std::string_view name);

/// What a rule says about a passage.
enum class Action : std::uint8_t {
  remove,  // an identifier, removed when certain enough, else listed as unsure
  flag,    // case, invoice and order numbers: shown as unsure, never removed
  keep,    // public lines, amounts, dates, laws: protects the passage from less certain rules
};

struct Finding {
  Span span;             // bytes of the document's matching view
  std::string type;      // id of rules/types.yaml
  std::string rule;      // id of the rule
  double certainty = 0;  // 0 to 1
  Action action = Action::remove;
  Role role = Role::unknown;
  std::uint32_t person = 0;  // persons of one document count from 1; 0 for what is no person
};

/// A passage that gives the reporter away without being an identifier.
/// What is done about traces: not looked for; shown; or, on top, treated as the rules say under
/// `strict`: sentences of some classes are left out, dates and times made coarser.
enum class Traces : std::uint8_t { none, shown, treated };

struct Trace {
  Span span;  // bytes of the matching view
  std::string trace_class;
  std::string rule;
  double certainty = 1;  // of the rule: that it is a trace of this class
  bool cut = false;      // of a rule that generalises: what goes of it, no trace by itself
};

}  // namespace report
