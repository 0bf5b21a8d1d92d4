// SPDX-License-Identifier: EUPL-1.2
#include "document/document.hpp"

#include <algorithm>

#include "base/error.hpp"

namespace report {
namespace {

/// Ranges of the note as ranges of the view; both maps rise.
std::vector<Span> in_view(const Document& document, std::span<const Span> labels) {
  const auto inward = [](const DerivedText& derived, std::size_t source) {
    return static_cast<std::size_t>(
        std::lower_bound(derived.origin.begin(), derived.origin.end(), source) -
        derived.origin.begin());
  };
  std::vector<Span> spans;
  spans.reserve(labels.size());
  for (const Span& label : labels)
    spans.push_back({inward(document.view, inward(document.clean, label.begin)),
                     inward(document.view, inward(document.clean, label.end))});
  return spans;
}

}  // namespace

Document read_document(Note note, std::span<const Span> labels) {
  if (note.text.size() > largest_note)
    throw Error(Fault::input,
                say({"de notitie is groter dan 64 MiB", "the note is larger than 64 MiB"}),
                {say({"geef elke notitie apart, of als JSON-regels",
                      "give each note by itself, or as JSON lines"})})
        .with_code("too_large");
  Document document;
  document.note = std::move(note);
  document.clean = clean(document.note.text);
  if (document.clean.text.find_first_not_of(" \t\n") == std::string::npos)
    throw Error(Fault::input, say({"er staat geen tekst in", "there is no text in it"}))
        .with_code("empty");
  document.view = matching_view(document.clean.text);
  document.tokens = tokenise(document.view.text, in_view(document, labels));
  return document;
}

}  // namespace report
