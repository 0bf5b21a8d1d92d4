// SPDX-License-Identifier: EUPL-1.2
// Document x Rulebook -> findings.
#pragma once

#include <string>
#include <vector>

#include "document/document.hpp"
#include "find/finding.hpp"
#include "find/own_lists.hpp"
#include "rulebook/rulebook.hpp"

namespace report {

struct FindOptions {
  std::vector<std::string> subjects;  // names of the person complained of, one way of writing each
  const OwnLists* lists = nullptr;    // an organisation's own, not owned
  double threshold = 0.5;             // what is removed
  double unsure = 0.2;                // what is still shown
  Traces traces = Traces::shown;
  bool spelled = true;    // and at what is spelled out or misread
  bool leftovers = true;  // and at words in which no rule finds anything
};

struct Found {
  std::vector<Finding> removed;  // in the order of the text, none overlapping
  std::vector<Finding> unsure;   // likewise, and none overlapping a removed one
  std::vector<Trace> traces;
  std::vector<Trace> cuts;    // what goes of dates and times; for Traces::treated
  std::vector<Span> kept;     // what rules protect: amounts, dates, public lines
  std::vector<Span> allowed;  // of these, what an organisation's own list protects
};

/// All rules over a document, overlaps resolved. Safe from many threads over one rulebook.
/// Throws Error{input} as Pattern::match_at does.
Found find(const Document& document, const Rulebook& rulebook, const FindOptions& options = {});

}  // namespace report
