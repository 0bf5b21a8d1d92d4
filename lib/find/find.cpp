// SPDX-License-Identifier: EUPL-1.2
#include "find/find.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <span>
#include <tuple>

#include "document/written_labels.hpp"
#include "find/broken_words.hpp"
#include "find/certainty.hpp"
#include "find/gaps.hpp"
#include "find/known_persons.hpp"
#include "find/leftovers.hpp"
#include "find/name_runs.hpp"
#include "find/overlap.hpp"
#include "find/persons.hpp"
#include "find/rules.hpp"
#include "find/spelled.hpp"
#include "find/subjects.hpp"
#include "find/trace_sentences.hpp"
#include "find/whole.hpp"
#include "text/normal.hpp"
#include "text/utf8.hpp"

namespace report {
namespace {

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
    const Role role = role_named(accepted[i].role);
    if (role != Role::unknown) roles[numbers[i]] = role;
  }
  std::vector<Finding> findings;
  for (const NameRun& run : runs) {
    // Rules without a person model are not unsure of words with a capital.
    if (run.score < model.threshold && model.contexts.empty()) continue;
    Finding finding;
    finding.span = {text.tokens()[run.begin].begin, text.tokens()[run.end - 1].end};
    finding.type = "person";
    finding.rule = run.rule;
    finding.certainty = certainty_of(run.score, model.unsure, model.threshold);
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
  const auto by_begin = [](const NameRun& a, const NameRun& b) { return a.begin < b.begin; };
  std::stable_sort(adopted.begin(), adopted.end(), by_begin);
  const auto swallow = [](NameRun& run, NameRun&& other) {
    if (other.begin >= run.begin && other.end <= run.end) return;
    run.begin = std::min(run.begin, other.begin);
    run.end = std::max(run.end, other.end);
    run.core = std::move(other.core);
    run.initials = std::move(other.initials);
  };
  std::vector<NameRun> all;
  all.reserve(runs.size() + adopted.size());
  const auto add = [&](NameRun& next, bool takes) {
    if (all.empty() || next.begin >= all.back().end || all.back().begin >= next.end) {
      all.push_back(std::move(next));
    } else if (takes) {
      swallow(next, std::move(all.back()));
      all.back() = std::move(next);
    } else {
      swallow(all.back(), std::move(next));
    }
  };
  auto next = adopted.begin();
  for (NameRun& run : runs) {  // in order, none overlapping
    for (; next != adopted.end() && next->begin < run.begin; ++next) add(*next, true);
    add(run, false);
  }
  for (; next != adopted.end(); ++next) add(*next, true);
  runs = std::move(all);
}

/// What all rules find where dictated and misread passages are written out. Each finding takes the
/// passages that it touches as a whole.
std::vector<Finding> spelled_findings(const LookedUp& text, const Rulebook& rulebook,
                                      const FindOptions& options, KnownPersons persons) {
  const SpelledWords& words = rulebook.find.spelled;
  const std::vector<SpelledPiece> pieces = spelled_pieces(text, words);
  if (pieces.empty()) return {};
  const WrittenOut written = write_out(text, pieces);
  const Document document = read_document({"", written.text});
  FindOptions plain = options;
  plain.traces = Traces::none;
  plain.spelled = false;
  plain.leftovers = false;
  const Found found = find(document, rulebook, plain);

  const auto view_of = [&](std::size_t piece) {
    return Span{text.tokens()[pieces[piece].begin].begin, text.tokens()[pieces[piece].end - 1].end};
  };
  std::vector<Finding> findings;
  std::vector<bool> known(pieces.size(), false);
  const auto take = [&](const Finding& finding, bool unsure) {
    const Span span = document.clean.to_source(document.view.to_source(finding.span));
    Finding here = finding;
    here.span = {written.view[span.begin], written.view[span.end - 1] + 1U};
    bool touched = false;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      if (!written.pieces[i].overlaps(span) || (unsure && !pieces[i].dictated)) continue;
      touched = true;
      known[i] = known[i] || !unsure;
      here.span = {std::min(here.span.begin, view_of(i).begin),
                   std::max(here.span.end, view_of(i).end)};
    }
    if (!touched) return;
    here.span.end = character_end(text.document->view.text, here.span.end);
    if (here.person != 0)
      here.person = persons.number(std::string_view(written.text).substr(span.begin, span.size()));
    findings.push_back(std::move(here));
  };
  for (const Finding& finding : found.removed) take(finding, false);
  for (const Finding& finding : found.unsure) take(finding, true);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (known[i] || !pieces[i].dictated) continue;
    const bool kept = std::any_of(found.kept.begin(), found.kept.end(), [&](const Span& span) {
      const Span own = document.clean.to_source(document.view.to_source(span));
      return own.begin <= written.pieces[i].begin && own.end >= written.pieces[i].end;
    });
    if (kept) continue;
    Finding finding;
    finding.span = view_of(i);
    finding.type = pieces[i].letters ? "person" : "code";
    finding.rule = pieces[i].letters ? "spelled.name" : "spelled.code";
    finding.certainty = pieces[i].letters ? words.name : words.unknown;
    if (pieces[i].letters) finding.person = persons.number(pieces[i].text);
    findings.push_back(std::move(finding));
  }
  return findings;
}

/// What another finding takes of a finding's edge may leave a blank or a comma of it: "gemeente
/// Zeist" before a name, "Zeist, naast de molen".
Span without_edges(std::string_view text, Span span) {
  const auto is_edge = [&](std::size_t at) { return text[at] == ' ' || text[at] == ','; };
  while (span.begin < span.end && is_edge(span.begin)) ++span.begin;
  while (span.begin < span.end && is_edge(span.end - 1)) --span.end;
  return span;
}

/// Is nothing left of a person but tussenvoegsels? So it is where a keep rule takes the town of "de
/// wethouder van Zeist". Before the label of a person they are the beginning of its name.
bool only_particles(const LookedUp& text, const Finding& finding, Classes particle) {
  if (finding.type != "person") return false;
  const std::size_t first = token_at(text.tokens(), finding.span.begin);
  std::size_t token = first;
  for (; token < text.size() && text.tokens()[token].begin < finding.span.end; ++token)
    if (text.tokens()[token].capital || !text.is(token, particle)) return false;
  const bool before_person = token < text.size() && text.tokens()[token].kind == TokenKind::label &&
                             is_person_label(text.folded[token]);
  return token > first && !before_person;
}

bool in_order(const Finding& a, const Finding& b) { return a.span.begin < b.span.begin; }

/// What is removed takes the place of what was unsure. Both are in the order of the text.
void drop_unsure_where_removed(Found& found) {
  auto next = found.removed.begin();
  std::erase_if(found.unsure, [&](const Finding& unsure) {
    next = std::find_if(next, found.removed.end(), [&](const Finding& removed) {
      return removed.span.end > unsure.span.begin;
    });
    return next != found.removed.end() && next->span.overlaps(unsure.span);
  });
}

/// What is unsure stands behind that of rules.
void add_leftovers(const LookedUp& text, const Rulebook& rulebook, const FindOptions& options,
                   Found& found) {
  std::vector<Finding> left = leftover_findings(text, found, rulebook, options);
  if (left.empty()) return;
  KnownPersons persons(text, found.removed);
  const auto unsure = std::stable_partition(left.begin(), left.end(), [&](const Finding& finding) {
    return finding.certainty >= options.threshold;
  });
  for (Finding& finding : std::span(left.begin(), unsure)) {
    if (finding.type == "person")
      finding.person = persons.number(std::string_view(text.document->view.text)
                                          .substr(finding.span.begin, finding.span.size()));
    found.removed.push_back(std::move(finding));
  }
  std::sort(found.removed.begin(), found.removed.end(), in_order);
  drop_unsure_where_removed(found);
  const std::size_t of_rules = found.unsure.size();
  for (Finding& finding : std::span(unsure, left.end())) {
    const auto end = found.unsure.begin() + static_cast<std::ptrdiff_t>(of_rules);
    const auto next = std::partition_point(found.unsure.begin(), end, [&](const Finding& other) {
      return other.span.end <= finding.span.begin;
    });
    if (next == end || !next->span.overlaps(finding.span))
      found.unsure.push_back(std::move(finding));
  }
  std::sort(found.unsure.begin(), found.unsure.end(), in_order);
}

}  // namespace

Found find(const Document& document, const Rulebook& rulebook, const FindOptions& options) {
  const LookedUp text = look_up(document, rulebook.lexicon);
  const NameClasses classes = name_classes(rulebook.lexicon);
  RuleHits hits = apply_rules(text, rulebook, options.traces);
  if (options.lists != nullptr) {
    std::vector<Finding> own = options.lists->find(text);
    hits.findings.insert(hits.findings.end(), std::make_move_iterator(own.begin()),
                         std::make_move_iterator(own.end()));
  }
  std::vector<NameRun> runs = score_runs(text, rulebook, classes);
  adopt(text, classes, options, hits.findings, runs, rulebook.find.names);
  mark_subjects(text, options.subjects, runs, rulebook.find.names);
  remember(text, rulebook, classes, runs);
  std::vector<Finding> all = person_findings(text, runs, rulebook.find.names);
  if (options.spelled) {
    std::vector<Finding> spelled = spelled_findings(text, rulebook, options, {text, all});
    all.insert(all.end(), std::make_move_iterator(spelled.begin()),
               std::make_move_iterator(spelled.end()));
  }
  all.insert(all.end(), std::make_move_iterator(hits.findings.begin()),
             std::make_move_iterator(hits.findings.end()));

  Found found;
  for (const Finding& finding : all)
    if (finding.action == Action::keep) {
      found.kept.push_back(finding.span);
      if (finding.rule == OwnLists::allow_rule) found.allowed.push_back(finding.span);
    }
  std::sort(hits.traces.begin(), hits.traces.end(), [](const Trace& a, const Trace& b) {
    return std::tie(a.span.begin, a.span.end, a.rule) < std::tie(b.span.begin, b.span.end, b.rule);
  });
  const auto cuts = std::stable_partition(hits.traces.begin(), hits.traces.end(),
                                          [](const Trace& trace) { return !trace.cut; });
  found.cuts.assign(cuts, hits.traces.end());
  hits.traces.erase(cuts, hits.traces.end());
  found.traces = weigh_traces(text, std::move(hits.traces), rulebook.find.trace_weights);
  for (Finding& finding : resolve_overlaps(std::move(all), options.threshold)) {
    finding.span = without_edges(document.view.text, finding.span);
    if (finding.span.size() == 0 || only_particles(text, finding, classes.particle)) continue;
    if (finding.action == Action::remove && finding.certainty >= options.threshold)
      found.removed.push_back(std::move(finding));
    else if (finding.certainty >= options.unsure)
      found.unsure.push_back(std::move(finding));
  }
  if (options.leftovers) add_leftovers(text, rulebook, options, found);
  take_broken_words(text, classes, rulebook.find, found.kept, found.removed);
  take_articles(text, rulebook.find.leftovers, found.removed);
  take_groups(text, found.kept, found.removed);
  close_gaps(text, classes, found.removed);
  close_number_gaps(text, rulebook.find, classes, found.removed);
  take_what_hangs_on(text, rulebook.find, found.kept, found.removed);
  drop_unsure_where_removed(found);
  return found;
}

}  // namespace report
