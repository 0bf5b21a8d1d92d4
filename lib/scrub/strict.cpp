// SPDX-License-Identifier: EUPL-1.2
#include "scrub/strict.hpp"

#include <algorithm>

namespace report {
namespace {

bool is_removed(const Trace& trace, const StrictRules& rules) {
  return std::ranges::find(rules.remove, trace.trace_class) != rules.remove.end();
}

/// The sentences that are left out, joined where they meet.
std::vector<Span> left_out(const std::vector<Trace>& traces, const StrictRules& rules) {
  std::vector<Span> spans;
  for (const Trace& trace : traces)
    if (is_removed(trace, rules)) spans.push_back(trace.span);
  std::ranges::sort(spans, {}, &Span::begin);
  std::vector<Span> joined;
  for (const Span& span : spans)
    if (!joined.empty() && span.begin <= joined.back().end + 1)
      joined.back().end = std::max(joined.back().end, span.end);
    else
      joined.push_back(span);
  return joined;
}

}  // namespace

Treated treat(const std::vector<Trace>& traces, const std::vector<Trace>& cuts,
              const std::vector<Finding>& removed, const std::vector<std::string>& labels,
              const StrictRules& rules) {
  struct Piece {
    Finding finding;
    std::string label;
  };
  std::vector<Piece> pieces;
  for (const Span& span : left_out(traces, rules)) {
    Finding sentence;
    sentence.span = span;
    // A finding that reaches over the edge of the sentence goes whole.
    for (const Finding& finding : removed)
      if (finding.span.overlaps(sentence.span))
        sentence.span = {std::min(sentence.span.begin, finding.span.begin),
                         std::max(sentence.span.end, finding.span.end)};
    pieces.push_back({std::move(sentence), "[" + rules.label + "]"});
  }
  const auto free = [&](const Span& span) {
    return std::ranges::none_of(
        pieces, [&](const Piece& piece) { return piece.finding.span.overlaps(span); });
  };
  for (std::size_t i = 0; i < removed.size(); ++i)
    if (free(removed[i].span)) pieces.push_back({removed[i], labels[i]});
  for (const Trace& cut : cuts) {
    if (!free(cut.span)) continue;
    Finding finding;
    finding.span = cut.span;
    pieces.push_back({std::move(finding), ""});
  }
  std::ranges::sort(pieces, {}, [](const Piece& piece) { return piece.finding.span.begin; });
  Treated treated;
  for (Piece& piece : pieces) {
    treated.gone.push_back(std::move(piece.finding));
    treated.labels.push_back(std::move(piece.label));
  }
  return treated;
}

std::string treatment_of(const Trace& trace, const StrictRules& rules) {
  if (is_removed(trace, rules)) return "removed";
  return trace.trace_class == "exact_time" ? "generalised" : "";
}

}  // namespace report
