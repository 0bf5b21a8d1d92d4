// SPDX-License-Identifier: EUPL-1.2
// What rules/route/ says: offices, organisations, ladders of authority, the decision table,
// referrals and gates. report-rules(5) has the form of the files.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/message.hpp"
#include "rulebook/classify_rules.hpp"
#include "rulebook/find_rules.hpp"
#include "rulebook/folder.hpp"
#include "rulebook/lexicon.hpp"

namespace report {

/// An office an accused can hold or a report can go to. Its words are the cue "office:<id>".
struct Office {
  std::string id;
  std::string title_nl, title_en;
  std::string level;  // staff, management, authority, political, justice; receiver
  int rank = 0;       // who stands above whom where no ladder says it
  template <typename Archive>
  void serialize(Archive& archive) {
    archive(id, title_nl, title_en, level, rank);
  }
};

/// One way of naming a body: head words, and where its name stands.
struct OrganisationForm {
  std::vector<std::string> words;  // folded; one may begin with '*'
  std::string name;                // after, maybe, before, none, kind, listed, implied
  std::uint32_t kind = 0;
  double weight = 0;
  Classes listed = 0;    // of the lexicon: names of such bodies, known in any case
  std::string called;    // with `listed` the head that its name gets, with `implied` the name
  bool capital = false;  // the head needs its capital, a short one all of them
  template <typename Archive>
  void serialize(Archive& archive) {
    archive(words, name, kind, weight, listed, called, capital);
  }
};

/// What speaks for a body's being the one of the accused, and what against.
struct BodyWeights {
  double named = 0, own = 0;  // a name stands with it; it is one by itself
  double later = 0;           // at the end of the note
  double again = 0;           // each further time
  double office_near = 0, office_tied = 0;
  double callers_work = 0;         // where the caller or the victim works
  double consulted = 0, acts = 0;  // behind "belde met", before "verwees"
  template <typename Archive>
  void serialize(Archive& archive) {
    archive(named, own, later, again, office_near, office_tied, callers_work, consulted, acts);
  }
};

/// A step of a ladder: the office that may get a report, in the accused's own organisation unless
/// `at` names another.
struct Rung {
  std::string office;
  std::string at;
  template <typename Archive>
  void serialize(Archive& archive) {
    archive(office, at);
  }
};

struct Ladder {
  std::vector<std::string> below;  // offices under the first rung
  std::vector<Rung> rungs;         // from low to high
  template <typename Archive>
  void serialize(Archive& archive) {
    archive(below, rungs);
  }
};

/// An office of one body that is also an office of another: a mayor chairs a safety region.
struct Seat {
  std::string office, as;
  std::vector<std::string> in;  // kinds
  template <typename Archive>
  void serialize(Archive& archive) {
    archive(office, as, in);
  }
};

struct TableRow {
  std::string id;
  std::vector<std::string> likely, scope, category, any, office, level, kind;  // empty = not asked
  std::map<std::string, double> at_least, below;                               // output, score
  std::string route;
  Message ground;
  std::string source;
  Place place;
  template <typename Archive>
  void serialize(Archive& archive) {
    archive(id, likely, scope, category, any, office, level, kind, at_least, below, route, ground,
            source, place);
  }
};

/// When no office above the accused is free: from which scores on a report goes to the
/// Rijksrecherche instead, and the ground that says so.
struct NobodyFree {
  std::map<std::string, double> at_least;  // output, score
  Message ground;
  template <typename Archive>
  void serialize(Archive& archive) {
    archive(at_least, ground);
  }
};

struct Referral {
  std::string route, name, number;
  Message hours, words;
  std::string source;
  template <typename Archive>
  void serialize(Archive& archive) {
    archive(route, name, number, hours, words, source);
  }
};

struct RouteRules {
  std::vector<Office> offices;
  std::vector<std::vector<std::string>> not_accused_after;  // folded words before an office
  std::vector<std::string> kinds;                           // of organisation
  std::vector<OrganisationForm> forms;                      // sorted by first word
  std::vector<std::string> joins, ties, of, people, where, parts, starts, portfolios;  // folded
  std::vector<std::string> no_names;  // folded; never part of a body's name
  std::vector<std::vector<std::string>> body_after, not_body_after;
  BodyWeights body_weights;
  std::vector<std::string> callers, works, consulted;  // folded words of body_weights
  std::vector<Ladder> ladders;                         // of each kind
  std::vector<Seat> seats;
  std::vector<TableRow> rows;
  NobodyFree nobody_free;
  std::vector<Referral> referrals;
  std::map<std::string, Message> questions;  // of a gate or part of one; all are there

  [[nodiscard]] const Office* office(std::string_view id) const;
  [[nodiscard]] const Referral* referral(std::string_view route) const;

  template <typename Archive>
  void serialize(Archive& archive) {
    archive(offices, not_accused_after, kinds, forms, joins, ties, of, people, where, parts, starts,
            portfolios, no_names, body_after, not_body_after, body_weights, callers, works, consulted, ladders,
            seats, rows, nobody_free, referrals, questions);
  }
};

/// Throws Error{rules}, or hands faults to the reading: an unknown office, kind, route, category,
/// output or cue, an office that stands twice in a ladder, a rung not above the one before it, a
/// row that an earlier row makes unreachable, a gate without its question.
RouteRules read_route_rules(const RuleReading& reading, const ClassifyRules& classify,
                            const Lexicon& lexicon);

}  // namespace report
