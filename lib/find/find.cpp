// SPDX-License-Identifier: EUPL-1.2
#include "find/find.hpp"

#include <algorithm>
#include <map>

#include "find/name_runs.hpp"
#include "find/overlap.hpp"
#include "find/persons.hpp"
#include "find/rules.hpp"
#include "find/subjects.hpp"

namespace report {
namespace {

Role role_of(const std::string& name) {
  if (name == "reporter") return Role::reporter;
  if (name == "subject") return Role::subject;
  if (name == "third") return Role::third;
  return Role::unknown;
}

/// The runs as findings; the persons among them numbered.
std::vector<Finding> person_findings(const LookedUp& text, const std::vector<NameRun>& runs,
                                     const NameModel& model) {
  std::vector<NameRun> accepted;
  for (const NameRun& run : runs)
    if (run.score >= model.threshold) accepted.push_back(run);
  const std::vector<std::uint32_t> numbers = number_persons(text, accepted);
  std::map<std::size_t, std::uint32_t> by_token;
  std::map<std::uint32_t, Role> roles;
  for (std::size_t i = 0; i < accepted.size(); ++i) {
    by_token[accepted[i].begin] = numbers[i];
    const Role role = role_of(accepted[i].role);
    if (role != Role::unknown) roles[numbers[i]] = role;
  }
  std::vector<Finding> findings;
  for (const NameRun& run : runs) {
    Finding finding;
    finding.span = {text.tokens()[run.begin].begin, text.tokens()[run.end - 1].end};
    finding.type = "person";
    finding.rule = run.rule;
    finding.certainty = certainty_of(run.score, model.threshold);
    if (run.score >= model.threshold) {
      finding.person = by_token[run.begin];
      finding.role = roles.contains(finding.person) ? roles[finding.person] : Role::unknown;
    }
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace

Found find(const Document& document, const Rulebook& rulebook, const FindOptions& options) {
  const LookedUp text = look_up(document, rulebook.lexicon);
  const NameClasses classes(rulebook.lexicon);
  RuleHits hits = apply_rules(text, rulebook);
  std::vector<NameRun> runs = score_runs(text, rulebook, classes);
  mark_subjects(text, options.subjects, runs, rulebook.find.names);
  remember(text, rulebook, classes, runs);
  std::vector<Finding> all = person_findings(text, runs, rulebook.find.names);
  all.insert(all.end(), std::make_move_iterator(hits.findings.begin()),
             std::make_move_iterator(hits.findings.end()));

  Found found;
  found.traces = std::move(hits.traces);
  std::sort(found.traces.begin(), found.traces.end(),
            [](const Trace& a, const Trace& b) { return a.span.begin < b.span.begin; });
  for (Finding& finding : resolve_overlaps(std::move(all), options.threshold)) {
    if (finding.action == Action::remove && finding.certainty >= options.threshold)
      found.removed.push_back(std::move(finding));
    else if (finding.certainty >= options.unsure)
      found.unsure.push_back(std::move(finding));
  }
  return found;
}

}  // namespace report
