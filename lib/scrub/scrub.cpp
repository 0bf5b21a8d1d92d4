// SPDX-License-Identifier: EUPL-1.2
#include "scrub/scrub.hpp"

#include <algorithm>

#include "scrub/labels.hpp"
#include "scrub/strict.hpp"
#include "text/utf8.hpp"

namespace report {
namespace {

/// Findings in bytes of the clean text.
std::vector<Finding> in_clean(const Document& document, std::vector<Finding> findings) {
  for (Finding& finding : findings) finding.span = document.view.to_source(finding.span);
  return findings;
}

bool holds_letter_or_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80U || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
           (byte >= 'A' && byte <= 'Z');
  });
}

/// A text with labels in it, and for each byte the byte of the clean text it came from.
struct Draft {
  std::string text;
  std::vector<std::uint32_t> clean;  // for each byte of text, and the end
  std::vector<Span> labels;          // bytes of text
  std::vector<std::size_t> seams;    // bytes of text between parts of the note that lie apart
};

Draft put_labels(std::string_view clean, const std::vector<Finding>& removed,
                 const std::vector<std::string>& labels) {
  Draft draft;
  draft.text.reserve(clean.size());
  draft.clean.reserve(clean.size());
  const auto copy = [&](std::size_t begin, std::size_t end) {
    draft.text.append(clean.substr(begin, end - begin));
    for (std::size_t i = begin; i < end; ++i) draft.clean.push_back(static_cast<std::uint32_t>(i));
  };
  std::size_t at = 0;
  for (std::size_t i = 0; i < removed.size(); ++i) {
    copy(at, removed[i].span.begin);
    const std::size_t begin = draft.text.size();
    draft.text += labels[i];
    draft.clean.resize(draft.text.size(), static_cast<std::uint32_t>(removed[i].span.begin));
    draft.labels.push_back({begin, draft.text.size()});
    at = removed[i].span.end;
  }
  copy(at, clean.size());
  draft.clean.push_back(static_cast<std::uint32_t>(clean.size()));
  return draft;
}

/// Where something other than before can be seen: as far from a label as rules look, and on to
/// where sentences or lines begin and end. In bytes of the draft.
std::vector<Span> around_labels(const Draft& draft) {
  constexpr std::size_t furthest_look = 80;
  const std::string_view text = draft.text;
  const auto ends_sentence = [&](std::size_t at) {
    return text[at] == '\n' ||
           ((text[at] == ' ' || at + 1 == text.size()) && at > 0 &&
            (text[at - 1] == '.' || text[at - 1] == '!' || text[at - 1] == '?'));
  };
  std::vector<Span> ranges;
  for (const Span& label : draft.labels) {
    // What lies in the range before need not be looked over again, or a text without sentences
    // would be walked from each of its labels.
    const std::size_t known = ranges.empty() ? 0 : ranges.back().end;
    std::size_t begin = label.begin - std::min(label.begin, furthest_look);
    while (begin > known && !ends_sentence(begin - 1)) --begin;
    std::size_t end = std::min(text.size(), label.end + furthest_look);
    while (end > known && end < text.size() && !ends_sentence(end)) ++end;
    if (!ranges.empty() && begin <= ranges.back().end + 1)
      ranges.back().end = std::max(ranges.back().end, end);
    else
      ranges.push_back({begin, end});
  }
  return ranges;
}

/// The ranges of a draft, apart by blank lines.
Draft part_of(const Draft& draft, const std::vector<Span>& ranges) {
  constexpr std::string_view gap = "\n\n";
  Draft part;
  auto label = draft.labels.begin();
  for (const Span& range : ranges) {
    if (!part.text.empty()) {
      part.seams.push_back(part.text.size());
      part.text += gap;
      part.clean.resize(part.text.size(), part.clean.back());
    }
    for (; label != draft.labels.end() && label->end <= range.end; ++label)
      part.labels.push_back({label->begin - range.begin + part.text.size(),
                             label->end - range.begin + part.text.size()});
    part.text.append(draft.text, range.begin, range.size());
    part.clean.insert(part.clean.end(),
                      draft.clean.begin() + static_cast<std::ptrdiff_t>(range.begin),
                      draft.clean.begin() + static_cast<std::ptrdiff_t>(range.end));
  }
  part.clean.push_back(draft.clean.back());
  return part;
}

/// What find() sees in the draft that it did not see before: bytes of the clean text, labels left
/// out. New persons are numbered on from `persons`.
std::vector<Finding> residue(const Draft& whole, std::string_view clean, const Rulebook& rulebook,
                             const FindOptions& options, std::uint32_t persons) {
  const Draft draft = part_of(whole, around_labels(whole));
  if (!holds_letter_or_digit(draft.text)) return {};
  const Document document = read_document({"", draft.text}, draft.labels);
  FindOptions identifiers = options;
  identifiers.traces = Traces::none;
  std::vector<Finding> fresh;
  for (const Finding& finding : find(document, rulebook, identifiers).removed) {
    const Span in_text = document.clean.to_source(document.view.to_source(finding.span));
    // "v.d." at the end of one part and "Hij" at the front of the next stand together only here: no
    // name. What is one by itself was found at the first look.
    const auto seam = std::upper_bound(draft.seams.begin(), draft.seams.end(), in_text.begin);
    if (seam != draft.seams.end() && *seam < in_text.end) continue;
    std::size_t at = in_text.begin;
    const auto keep = [&](std::size_t end) {
      if (end > at && holds_letter_or_digit(std::string_view(draft.text).substr(at, end - at))) {
        Finding piece = finding;
        piece.span = {draft.clean[at], character_end(clean, draft.clean[end - 1] + 1U)};
        if (piece.person != 0) piece.person += persons;
        fresh.push_back(std::move(piece));
      }
    };
    const auto first = std::partition_point(draft.labels.begin(), draft.labels.end(),
                                            [&](const Span& label) { return label.end <= at; });
    for (auto label = first; label != draft.labels.end() && label->begin < in_text.end; ++label) {
      keep(label->begin);
      at = label->end;
    }
    keep(in_text.end);
  }
  return fresh;
}

void by_place(std::vector<Finding>& findings) {
  std::sort(findings.begin(), findings.end(),
            [](const Finding& a, const Finding& b) { return a.span.begin < b.span.begin; });
}

/// Removed and fresh findings together, by place. A fresh one that belongs to a removed one goes
/// with it: of the same type, with no more than blanks and marks between them; two that it joins
/// become one. "Jan, Piet" are two, and a full stop parts everything.
std::vector<Finding> joined(std::vector<Finding> removed, std::vector<Finding> fresh,
                            std::string_view clean) {
  const auto beside = [&](const Finding& first, const Finding& second) {
    if (first.type != second.type || first.span.end > second.span.begin) return false;
    const std::string_view gap = clean.substr(first.span.end, second.span.begin - first.span.end);
    const std::string_view marks = first.type == "person" ? " '-" : " ',-/";
    return gap.find_first_not_of(marks) == std::string_view::npos;
  };
  by_place(fresh);
  std::vector<Finding> all;
  all.reserve(removed.size() + fresh.size());
  bool holds_removed = false;  // the last of `all` holds a removed one; it ends with a fresh one
  bool ends_fresh = false;
  const auto add = [&](Finding& next, bool is_fresh) {
    const bool both = (holds_removed || !is_fresh) && (ends_fresh || is_fresh);
    if (all.empty() || !both || !beside(all.back(), next)) {
      all.push_back(std::move(next));
      holds_removed = false;
    } else if (holds_removed) {
      all.back().span.end = next.span.end;
    } else {
      next.span.begin = all.back().span.begin;
      all.back() = std::move(next);
    }
    holds_removed = holds_removed || !is_fresh;
    ends_fresh = is_fresh;
  };
  auto piece = fresh.begin();
  for (Finding& finding : removed) {
    for (; piece != fresh.end() && piece->span.begin < finding.span.begin; ++piece)
      add(*piece, true);
    add(finding, false);
  }
  for (; piece != fresh.end(); ++piece) add(*piece, true);
  return all;
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
