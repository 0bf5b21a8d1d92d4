// SPDX-License-Identifier: EUPL-1.2
#include "output/context.hpp"

#include <doctest/doctest.h>

using namespace report;

namespace {

Lexicon lexicon() {
  return Lexicon::build({"stopword", "finite_verb", "surname"},
                        {{"de", 0}, {"op", 0}, {"belde", 1}, {"kwam", 1}, {"kwam", 2}});
}

Spotted at(std::string_view note, std::string_view value, Severity severity, std::string label) {
  Spotted out;
  out.severity = severity;
  out.bytes.begin = note.find(value);
  out.bytes.end = out.bytes.begin + value.size();
  out.type = "phone";
  out.label = std::move(label);
  return out;
}

std::string context_of(std::string_view note, std::span<const Spotted> all, std::size_t which) {
  const Lexicon words = lexicon();
  const PlainWords plain(words);
  return MaskedContexts(note, all, plain).of(all[which]);
}

}  // namespace

TEST_CASE("context: labels for what was found, small words as they are, all else hidden") {
  const std::string note = "De 'boekhouder' Zoë kwam, belde 06-1 en 07-2 op; Übel\nandere regel";
  const std::vector<Spotted> all{at(note, "06-1", Severity::identifier, "[TELEFOON]"),
                                 at(note, "07-2", Severity::unsure, "")};
  CHECK(context_of(note, all, 0) == "De …, belde [TELEFOON] … [phone?] op; …");
}

TEST_CASE("context: of a long line whole words near the finding") {
  const std::string words(30, 'x');
  std::string note;
  for (int i = 0; i < 20; ++i) note += "éé" + words + " op ";
  note += "06-1";
  for (int i = 0; i < 20; ++i) note += " de " + words + "éé";
  const std::vector<Spotted> all{at(note, "06-1", Severity::identifier, "[T]")};
  const std::string context = context_of(note, all, 0);
  CHECK(context.size() < 60);
  CHECK(context.find("op [T] de") != std::string::npos);
  CHECK(context.find('x') == std::string::npos);
}

TEST_CASE("context: neighbours are found behind a long one and a trace that covers them") {
  const std::string note = "De 06-1 belde Jan en 07-2 op, 08-3 kwam";
  const std::vector<Spotted> all{at(note, "De 06-1 belde Jan en 07-2 op", Severity::unsure, ""),
                                 at(note, "06-1 belde Jan en 07-2", Severity::trace, ""),
                                 at(note, "06-1", Severity::identifier, "[A]"),
                                 at(note, "07-2", Severity::identifier, "[B]"),
                                 at(note, "08-3", Severity::identifier, "[C]")};
  CHECK(context_of(note, all, 4) == "[phone?], [C] …");
  CHECK(context_of(note, all, 0) == "[phone?], [C] …");
  CHECK(context_of(note, all, 1) == "[phone?], [C] …");
}
