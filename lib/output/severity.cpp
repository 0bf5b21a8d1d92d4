// SPDX-License-Identifier: EUPL-1.2
#include "output/severity.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace report {

std::string_view name_of(Severity severity) {
  constexpr BySeverity<std::string_view> names{"identifier", "unsure", "trace"};
  return names[severity];
}

Severity severity_of(std::string_view name) {
  if (name == "unsure") return Severity::unsure;
  return name == "trace" ? Severity::trace : Severity::identifier;
}

LineCounter::Position LineCounter::operator()(std::size_t point) {
  while (point_ < point && byte_ < note_.size()) {
    const bool line_end = note_[byte_] == '\n';
    decode(note_, byte_);
    ++point_;
    line_ += line_end ? 1 : 0;
    column_ = line_end ? 1 : column_ + 1;
  }
  return {line_, column_, byte_};
}

std::vector<Spotted> spotted_in(const Scrubbed& scrubbed, std::string_view note) {
  std::vector<Spotted> out;
  out.reserve(scrubbed.findings.size() + scrubbed.unsure.size() + scrubbed.traces.size());
  for (const Removal& finding : scrubbed.findings)
    out.push_back({.severity = Severity::identifier,
                   .start = finding.start,
                   .end = finding.end,
                   .bytes = {},
                   .type = finding.type,
                   .rule = finding.rule,
                   .certainty = finding.certainty,
                   .label = finding.label});
  for (const Removal& finding : scrubbed.unsure)
    out.push_back({.severity = Severity::unsure,
                   .start = finding.start,
                   .end = finding.end,
                   .bytes = {},
                   .type = finding.type,
                   .rule = finding.rule,
                   .certainty = finding.certainty,
                   .label = {}});
  for (const TraceView& trace : scrubbed.traces)
    out.push_back({.severity = Severity::trace,
                   .start = trace.start,
                   .end = trace.end,
                   .bytes = {},
                   .type = trace.trace_class,
                   .rule = trace.rule,
                   .label = {}});
  std::stable_sort(out.begin(), out.end(),
                   [](const Spotted& a, const Spotted& b) { return a.start < b.start; });
  LineCounter position(note);
  for (Spotted& spotted : out) {
    const auto [line, column, byte] = position(spotted.start);
    spotted.line = line;
    spotted.column = column;
    LineCounter behind = position;
    const auto last = behind(spotted.end);
    spotted.bytes = {byte, last.byte};
    spotted.end_line = last.line;
    spotted.end_column = last.column;
  }
  return out;
}

}  // namespace report
