// SPDX-License-Identifier: EUPL-1.2
#include "find/overlap.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <set>
#include <unordered_map>

namespace report {
namespace {

bool stronger(const Finding& a, const Finding& b) {
  if (a.certainty != b.certainty) return a.certainty > b.certainty;
  if (a.span.size() != b.span.size()) return a.span.size() > b.span.size();
  if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
  return a.rule < b.rule;
}

/// Ranges already given away, none overlapping.
class Taken {
 public:
  /// The parts of `span` that are still free.
  [[nodiscard]] std::vector<Span> free_parts(Span span) const {
    std::vector<Span> parts;
    std::size_t at = span.begin;
    auto next = spans_.upper_bound({span.begin, static_cast<std::size_t>(-1)});
    if (next != spans_.begin() && std::prev(next)->second > at) at = std::prev(next)->second;
    for (; next != spans_.end() && next->first < span.end; ++next) {
      if (next->first > at) parts.push_back({at, next->first});
      at = next->second;
    }
    if (at < span.end) parts.push_back({at, span.end});
    return parts;
  }
  void take(Span span) { spans_.insert({span.begin, span.end}); }

 private:
  std::set<std::pair<std::size_t, std::size_t>> spans_;
};

}  // namespace

std::vector<Finding> resolve_overlaps(std::vector<Finding> findings, double threshold) {
  // Findings are large: their order is sorted, not they.
  std::vector<std::uint32_t> order(findings.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return stronger(findings[a], findings[b]); });
  Taken taken;
  std::vector<Finding> kept;
  kept.reserve(findings.size());
  std::unordered_map<std::size_t, std::size_t> begins;  // of those kept: where, and which
  std::unordered_map<std::size_t, std::size_t> ends;
  const auto keep = [&](const Finding& finding, Span part) {
    begins[part.begin] = kept.size();
    ends[part.end] = kept.size();
    kept.push_back(finding);
    kept.back().span = part;
  };
  // What is left of a finding goes with the stronger one of its type that took the rest.
  const auto alike = [](const Finding& one, const Finding& other) {
    return one.type == other.type && one.action == other.action;
  };
  using Edges = std::unordered_map<std::size_t, std::size_t>;
  const auto moved = [&](Edges& edges, std::size_t from, std::size_t to, std::size_t Span::*edge,
                         const Finding& finding) {
    const auto at = edges.find(from);
    if (at == edges.end() || !alike(kept[at->second], finding)) return false;
    const std::size_t number = at->second;
    edges.erase(at);
    kept[number].span.*edge = to;
    edges[to] = number;
    return true;
  };
  const auto widened = [&](const Finding& finding, Span part) {
    return moved(ends, part.begin, part.end, &Span::end, finding) ||
           moved(begins, part.end, part.begin, &Span::begin, finding);
  };
  for (const std::uint32_t number : order) {
    const Finding& finding = findings[number];
    const std::vector<Span> parts = taken.free_parts(finding.span);
    const bool whole = parts.size() == 1 && parts[0] == finding.span;
    const bool removes = finding.action == Action::remove && finding.certainty >= threshold;
    if (!whole && !removes) continue;
    for (const Span& part : parts) taken.take(part);
    if (finding.action == Action::keep) continue;
    for (const Span& part : parts)
      if (whole || !widened(finding, part)) keep(finding, part);
  }
  std::sort(kept.begin(), kept.end(),
            [](const Finding& a, const Finding& b) { return a.span.begin < b.span.begin; });
  return kept;
}

}  // namespace report
