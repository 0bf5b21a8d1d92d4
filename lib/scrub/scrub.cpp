// SPDX-License-Identifier: EUPL-1.2
#include "scrub/scrub.hpp"

#include <algorithm>

#include "scrub/draft.hpp"
#include "scrub/labels.hpp"
#include "scrub/residue.hpp"
#include "scrub/strict.hpp"
#include "text/utf8.hpp"

namespace report {
namespace {

/// Findings in bytes of the clean text.
std::vector<Finding> in_clean(const Document& document, std::vector<Finding> findings) {
  for (Finding& finding : findings) finding.span = document.view.to_source(finding.span);
  return findings;
}

/// Byte ranges of the clean text as code points of the note; calls must rise for speed.
class Places {
 public:
  explicit Places(const Document& document)
      : document_(document), begin_(document.note.text), end_(document.note.text) {}
  Span operator()(Span clean) {
    const Span source = document_.clean.to_source(clean);
    return {begin_(source.begin), end_(source.end)};
  }

 private:
  const Document& document_;
  CodePointCounter begin_, end_;
};

Removal as_removal(const Finding& finding, Span points, std::string label) {
  return {points.begin, points.end,        finding.type,    finding.role,
          finding.rule, finding.certainty, std::move(label)};
}

/// What is unsure still, where nothing was removed.
std::vector<Removal> unsure_beside(const std::vector<Finding>& removed,
                                   const std::vector<Finding>& unsure, const Document& document) {
  std::vector<Removal> out;
  Places places(document);
  for (const Finding& finding : unsure) {
    const auto next = std::partition_point(
        removed.begin(), removed.end(),
        [&](const Finding& other) { return other.span.end <= finding.span.begin; });
    const bool covered = next != removed.end() && next->span.overlaps(finding.span);
    if (!covered) out.push_back(as_removal(finding, places(finding.span), ""));
  }
  return out;
}

}  // namespace

Span ScrubbedText::to_note(Span bytes) const {
  // Several characters may come from one of the note (ﬁ gives f and i): the end is the next other.
  std::size_t end = bytes.end;
  while (end > bytes.begin && end + 1 < points_.size() && points_[end] == points_[end - 1]) ++end;
  Span note{points_[bytes.begin], points_[end]};
  const auto first = std::partition_point(labels_.begin(), labels_.end(), [&](const Label& label) {
    return label.bytes.end <= bytes.begin;
  });
  for (auto label = first; label != labels_.end() && label->bytes.begin < bytes.end; ++label) {
    if (label->bytes.begin <= bytes.begin) note.begin = label->note.begin;
    if (label->bytes.end >= bytes.end) note.end = label->note.end;
  }
  return note;
}

std::vector<Span> ScrubbedText::labels() const {
  std::vector<Span> spans;
  spans.reserve(labels_.size());
  for (const Label& label : labels_) spans.push_back(label.bytes);
  return spans;
}

Scrubbed scrub(Note note, const Rulebook& rulebook, const FindOptions& options) {
  const Document document = read_document(std::move(note));
  const std::string& clean = document.clean.text;
  Found found = find(document, rulebook, options);
  std::vector<Finding> removed = in_clean(document, std::move(found.removed));

  Draft draft;
  std::vector<std::string> labels;
  constexpr int most_passes = 3;
  for (int pass = 0; pass <= most_passes; ++pass) {
    labels = labels_for(removed, rulebook.find);
    draft = put_labels(clean, removed, labels);
    if (pass == most_passes || removed.empty()) break;
    std::uint32_t persons = 0;
    for (const Finding& finding : removed) persons = std::max(persons, finding.person);
    std::vector<Finding> fresh = residue(draft, clean, rulebook, options, persons);
    if (fresh.empty()) break;
    removed = joined(std::move(removed), std::move(fresh), clean);
  }

  Scrubbed scrubbed{document.note.id, ScrubbedText(), {}, {}, {}, {}};
  Places places(document);
  for (std::size_t i = 0; i < removed.size(); ++i) {
    scrubbed.findings.push_back(as_removal(removed[i], places(removed[i].span), labels[i]));
    ++scrubbed.counts[removed[i].type];
  }
  for (Trace& trace : found.traces) trace.span = document.view.to_source(trace.span);
  for (Trace& cut : found.cuts) cut.span = document.view.to_source(cut.span);
  std::vector<Finding> gone = removed;
  const bool strict = options.traces == Traces::treated;
  if (strict) {
    Treated treated = treat(found.traces, found.cuts, gone, labels, rulebook.find.strict);
    gone = std::move(treated.gone);
    draft = put_labels(clean, gone, treated.labels);
  }
  Places label_places(document);
  for (std::size_t i = 0; i < gone.size(); ++i) {
    const Span points = label_places(gone[i].span);
    if (draft.labels[i].size() > 0) scrubbed.text.labels_.push_back({draft.labels[i], points});
  }
  scrubbed.unsure = unsure_beside(removed, in_clean(document, std::move(found.unsure)), document);
  Places trace_places(document);
  for (const Trace& trace : found.traces) {
    const Span points = trace_places(trace.span);
    scrubbed.traces.push_back({points.begin, points.end, trace.trace_class, trace.rule,
                               strict ? treatment_of(trace, rulebook.find.strict) : ""});
  }
  CodePointCounter points(document.note.text);
  scrubbed.text.points_.reserve(draft.clean.size());
  for (const std::uint32_t byte : draft.clean)
    scrubbed.text.points_.push_back(
        static_cast<std::uint32_t>(points(document.clean.origin[byte])));
  scrubbed.text.text_ = std::move(draft.text);
  scrubbed.text.organisation_ = document.note.organisation;
  return scrubbed;
}

}  // namespace report
