// SPDX-License-Identifier: EUPL-1.2
#include "find/find.hpp"

#include <algorithm>
#include <map>
#include <tuple>

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

/// What rules of type person found becomes runs of the person model, so that memory and numbers
/// know of it. Each takes the place of the runs it overlaps.
void adopt(const LookedUp& text, const NameClasses& classes, const FindOptions& options,
           std::vector<Finding>& findings, std::vector<NameRun>& runs, const NameModel& model) {
  std::vector<NameRun> adopted;
  std::erase_if(findings, [&](const Finding& finding) {
    if (finding.type != "person" || finding.action != Action::remove ||
        finding.certainty < options.threshold)
      return false;
    NameRun run;
    run.begin = token_at(text.tokens(), finding.span.begin);
    run.end = token_at(text.tokens(), finding.span.end);
    for (std::size_t i = run.begin; i < run.end; ++i)
      if (text.tokens()[i].is_word() && !text.is(i, classes.particle)) run.core.push_back(i);
    run.score = model.threshold + model.weight(NameEvidence::subject);
    run.rule = finding.rule;
    run.spoken_for = true;
    adopted.push_back(std::move(run));
    return true;
  });
  for (NameRun& run : adopted) {
    std::erase_if(runs, [&](const NameRun& other) {
      const bool overlap = other.begin < run.end && run.begin < other.end;
      if (overlap && (other.begin < run.begin || other.end > run.end)) {
        run.begin = std::min(run.begin, other.begin);
        run.end = std::max(run.end, other.end);
        run.core = other.core;
        run.initials = other.initials;
      }
      return overlap;
    });
    runs.push_back(std::move(run));
  }
  std::sort(runs.begin(), runs.end(),
            [](const NameRun& a, const NameRun& b) { return a.begin < b.begin; });
}

}  // namespace

Found find(const Document& document, const Rulebook& rulebook, const FindOptions& options) {
  const LookedUp text = look_up(document, rulebook.lexicon);
  const NameClasses classes(rulebook.lexicon);
  RuleHits hits = apply_rules(text, rulebook, options.traces);
  std::vector<NameRun> runs = score_runs(text, rulebook, classes);
  adopt(text, classes, options, hits.findings, runs, rulebook.find.names);
  mark_subjects(text, options.subjects, runs, rulebook.find.names);
  remember(text, rulebook, classes, runs);
  std::vector<Finding> all = person_findings(text, runs, rulebook.find.names);
  all.insert(all.end(), std::make_move_iterator(hits.findings.begin()),
             std::make_move_iterator(hits.findings.end()));

  Found found;
  found.traces = std::move(hits.traces);
  std::sort(found.traces.begin(), found.traces.end(),
            [](const Trace& a, const Trace& b) {
              return std::tie(a.span.begin, a.span.end, a.rule) <
                     std::tie(b.span.begin, b.span.end, b.rule);
            });
  for (Finding& finding : resolve_overlaps(std::move(all), options.threshold)) {
    if (finding.action == Action::remove && finding.certainty >= options.threshold)
      found.removed.push_back(std::move(finding));
    else if (finding.certainty >= options.unsure)
      found.unsure.push_back(std::move(finding));
  }
  return found;
}

}  // namespace report
