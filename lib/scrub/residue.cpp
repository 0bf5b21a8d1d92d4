// SPDX-License-Identifier: EUPL-1.2
#include "scrub/residue.hpp"

#include <algorithm>

#include "document/document.hpp"

namespace report {
namespace {

bool holds_letter_or_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80U || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
           (byte >= 'A' && byte <= 'Z');
  });
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

/// The ranges of a draft, apart by blank lines: by more than any pattern passes over, so that
/// nothing is found from one range to the next, or it would take all that lies between.
Draft part_of(const Draft& draft, const std::vector<Span>& ranges) {
  constexpr std::string_view gap = "\n\n\n\n";
  Draft part;
  auto label = draft.labels.begin();
  for (const Span& range : ranges) {
    if (!part.text.empty()) {
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

void by_place(std::vector<Finding>& findings) {
  std::sort(findings.begin(), findings.end(),
            [](const Finding& a, const Finding& b) { return a.span.begin < b.span.begin; });
}

}  // namespace

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

}  // namespace report
