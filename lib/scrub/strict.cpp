// SPDX-License-Identifier: EUPL-1.2
#include "scrub/strict.hpp"

#include <algorithm>

namespace report {
namespace {

bool is_one_of(const Trace& trace, const std::vector<std::string>& classes) {
  return std::ranges::find(classes, trace.trace_class) != classes.end();
}

/// Does a rule speak for the trace that knows enough, and is it of one of the classes?
bool is_treated(const Trace& trace, const std::vector<std::string>& classes,
                const StrictRules& rules) {
  return is_one_of(trace, classes) && trace.certainty >= rules.certainty;
}

/// Spans in order, those that meet joined.
std::vector<Span> joined(std::vector<Span> spans) {
  std::ranges::sort(spans, {}, &Span::begin);
  std::vector<Span> out;
  for (const Span& span : spans)
    if (!out.empty() && span.begin <= out.back().end + 1)
      out.back().end = std::max(out.back().end, span.end);
    else
      out.push_back(span);
  return out;
}

/// The first of some findings or spans, in order and none overlapping, that ends behind `at`.
template <typename List, typename End>
auto first_behind(const List& list, std::size_t at, End end) {
  return std::partition_point(list.begin(), list.end(),
                              [&](const auto& one) { return end(one) <= at; });
}

/// The sentences that are left out; a finding that reaches over the edge of one goes whole.
std::vector<Span> left_out(const std::vector<Trace>& traces, const std::vector<Finding>& removed,
                           const StrictRules& rules) {
  std::vector<Span> spans;
  for (const Trace& trace : traces)
    if (is_treated(trace, rules.remove, rules)) spans.push_back(trace.span);
  spans = joined(std::move(spans));
  for (Span& span : spans)
    for (auto finding =
             first_behind(removed, span.begin, [](const Finding& f) { return f.span.end; });
         finding != removed.end() && finding->span.begin < span.end; ++finding)
      span = {std::min(span.begin, finding->span.begin), std::max(span.end, finding->span.end)};
  return joined(std::move(spans));
}

}  // namespace

Treated treat(const std::vector<Trace>& traces, const std::vector<Trace>& cuts,
              const std::vector<Finding>& removed, const std::vector<std::string>& labels,
              const StrictRules& rules) {
  struct Piece {
    Finding finding;
    std::string label;
  };
  const std::vector<Span> sentences = left_out(traces, removed, rules);
  const auto within_sentence = [&](const Span& span) {
    const auto next = first_behind(sentences, span.begin, [](const Span& s) { return s.end; });
    return next != sentences.end() && next->begin < span.end;
  };
  std::vector<Piece> pieces;
  const auto add = [&](const Span& span, std::string label) {
    Finding finding;
    finding.span = span;
    pieces.push_back({std::move(finding), std::move(label)});
  };
  for (const Span& span : sentences) add(span, "[" + rules.label + "]");
  for (std::size_t i = 0; i < removed.size(); ++i)
    if (!within_sentence(removed[i].span)) pieces.push_back({removed[i], labels[i]});
  for (const Trace& cut : cuts) {
    const auto next =
        first_behind(removed, cut.span.begin, [](const Finding& f) { return f.span.end; });
    const bool found = next != removed.end() && next->span.begin < cut.span.end;
    if (!found && !within_sentence(cut.span)) add(cut.span, "");
  }
  std::ranges::stable_sort(pieces, {}, [](const Piece& piece) { return piece.finding.span.begin; });
  Treated treated;
  for (Piece& piece : pieces) {
    // Two rules may cut the same words.
    if (!treated.gone.empty() && piece.finding.span.begin < treated.gone.back().span.end) continue;
    treated.gone.push_back(std::move(piece.finding));
    treated.labels.push_back(std::move(piece.label));
  }
  return treated;
}

std::string treatment_of(const Trace& trace, const StrictRules& rules) {
  if (is_treated(trace, rules.remove, rules)) return "removed";
  return is_treated(trace, rules.generalise, rules) ? "generalised" : "";
}

}  // namespace report
