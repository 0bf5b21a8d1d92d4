// SPDX-License-Identifier: EUPL-1.2
// Classification -> Decision: who gets the report, on which ground, or why nobody gets it yet.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "classify/classify.hpp"
#include "rulebook/rulebook.hpp"
#include "scrub/scrub.hpp"

namespace report {

/// Why a gate does not let the note through; start and end (code points of the note) where a
/// passage is to blame.
struct Hold {
  std::string gate;  // concrete, safe, conflict, addressee, content
  Message reason;    // never with a value of the note in it
  std::optional<std::size_t> start, end;
};

struct Addressee {
  std::string office;        // "burgemeester"
  std::string organisation;  // "gemeente Zeist"
  std::string title = {};    // of the office, Dutch; empty = not known
};

/// A gate lifted by a person; the reason is scrubbed like any other text before it gets here.
struct Lift {
  std::string gate;
  std::string because;
};

struct Decision {
  std::string route;  // rijksrecherche, employer, refer:..., hold
  std::optional<std::string> organisation;
  std::optional<std::string> accused_office;
  std::optional<Addressee> addressee;
  std::vector<Hold> holds;  // none = ready
  std::vector<Lift> lifted;
  std::string rule;              // id of the row of the decision table
  std::vector<Message> votes;    // the categories found, for who decides
  std::vector<Message> grounds;  // why this route and addressee, with article or source
  std::vector<std::pair<std::string, double>>
      others;  // routes not taken and how likely, best first
  [[nodiscard]] bool ready() const { return holds.empty(); }
};

struct RouteOptions {
  std::vector<Lift> lifts;
  /// Offices for which a valid certificate is at hand; nothing = not looked at (a dry run without
  /// --recipients), and then the gate `addressee` asks only that the office is known.
  std::optional<std::vector<std::string>> reachable_offices;
};

/// Follows the decision table; never names an addressee above whom the accused stands. `reading` is
/// that of the scrubbed text, the same that it was classified by.
Decision route(const Scrubbed& scrubbed, const Reading& reading,
               const Classification& classification, const Rulebook& rulebook,
               const RouteOptions& options = {});

}  // namespace report
