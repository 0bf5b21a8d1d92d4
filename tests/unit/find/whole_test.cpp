// SPDX-License-Identifier: EUPL-1.2
#include "find/whole.hpp"

#include <doctest/doctest.h>

#include "find/broken_words.hpp"
#include "finding_words.hpp"

namespace report {
namespace {

std::string with_what_hangs_on(const std::string& note, const std::vector<FoundWords>& parts,
                               const std::vector<Span>& kept = {}) {
  return after(note, parts, [&](const LookedUp& text, std::vector<Finding>& findings) {
    take_what_hangs_on(text, rules().find, kept, findings);
  });
}

TEST_CASE("what hangs on a number or account without a blank is part of it") {
  CHECK(with_what_hangs_on("pnr. 3301-7/p graag", {{"3301-7", "personnel_number", "x"}}) ==
        "3301-7/p");
  CHECK(with_what_hangs_on("code GRT\\iredan, b.", {{"GRT", "personnel_number", "x"}}) ==
        "GRT\\iredan");
  CHECK(with_what_hangs_on("op xandie.knakker.3 stond", {{"knakker", "handle", "x"}}) ==
        "xandie.knakker.3");
  CHECK(with_what_hangs_on("zei hij: KB/4412.", {{"4412", "personnel_number", "x"}}) == "KB/4412");
}

std::string with_groups(const std::string& note, const std::vector<FoundWords>& parts,
                        const std::vector<Span>& kept = {}) {
  return after(note, parts, [&](const LookedUp& text, std::vector<Finding>& findings) {
    take_groups(text, kept, findings);
  });
}

TEST_CASE("groups of a code that marks join are one, with capitals before and letters among") {
  const auto leftover = [](std::string_view words) {
    return std::vector<FoundWords>{{words, "phone", "leftover.phone"}};
  };
  CHECK(with_groups("op 06 (28) (11) (90) dus", leftover("28")) == "06 (28) (11) (90");
  CHECK(with_groups("Trekker WGM 4E 882, de", leftover("882")) == "WGM 4E 882");
  CHECK(with_groups("Vanger XQ · 47, ja", leftover("47")) == "XQ · 47");
  CHECK(with_groups("pas NK6V 882 9P6 dus", leftover("882")) == "NK6V 882 9P6");
  CHECK(with_groups("Nummer: RB 4471", leftover("4471")) == "RB 4471");
}

TEST_CASE("lists, words, other lines, what is kept and what rules found are no groups") {
  const auto leftover = [](std::string_view words) {
    return std::vector<FoundWords>{{words, "phone", "leftover.phone"}};
  };
  CHECK(with_groups("om 12, 3 keer", leftover("12")) == "12");
  CHECK(with_groups("de RB 4471 dus", leftover("4471")) == "4471");
  CHECK(with_groups("4471 -\n12 mei", leftover("4471")) == "4471");
  CHECK(with_groups("4471 - 12 mei", leftover("4471"), {{7, 9}}) == "4471");
  CHECK(with_groups("4471 - 12", {{"4471", "phone", "phone-x"}}) == "4471");
  CHECK(with_groups("langs de A12 4471", leftover("4471")) == "4471");
}

std::string taken(const std::string& note, const FoundWords& part,
                  const std::vector<Span>& kept = {}) {
  return after(note, {part}, [&](const LookedUp& text, std::vector<Finding>& findings) {
    take_broken_words(text, name_classes(rules().lexicon), rules().find, kept, findings);
  });
}

TEST_CASE("the half of a word on the other line goes with it, other words stay") {
  CHECK(taken("door Jan Wró-\nblewski gemeld", {"Jan Wró", "person", "x"}) == "Jan Wró-\nblewski");
  CHECK(taken("te XUR-\nQUIM is", {"QUIM", "place", "x"}) == "XUR-\nQUIM");
  CHECK(taken("onder WERK-\nTIJD is", {"WERK", "person", "x"}) == "WERK");
  CHECK(taken("met Piet Jansen-\nhij belt", {"Piet Jansen", "person", "x"}) == "Piet Jansen");
  CHECK(taken("Jan Peeters-\nGemeente Zeist", {"Jan Peeters", "person", "x"}) == "Jan Peeters");
  CHECK(taken("de Belastingdienst-\nxuri kwam", {"xuri", "person", "x"}) == "xuri");
  CHECK(taken("heet Wró-\n\nblewski", {"Wró", "person", "x"}) == "Wró");
  CHECK(taken("door Jan -\nblewski", {"Jan", "person", "x"}) == "Jan");
  CHECK(taken("door Jan-\n12 keer", {"Jan", "person", "x"}) == "Jan");
  CHECK(taken("de Jan-Piet kwam", {"Jan", "person", "x"}) == "Jan");
  CHECK(taken("Zuwe 118-\nzwart, en", {"Zuwe 118", "address", "x"}) == "Zuwe 118-\nzwart");
  CHECK(taken("Zuwe 118-\nfietsen, en", {"Zuwe 118", "address", "x"}) == "Zuwe 118");
  CHECK(taken("Zuwe 118-\nzwart, en", {"Zuwe 118", "person", "x"}) == "Zuwe 118");
  CHECK(taken("Zuwe 118-\n\nzwart, en", {"Zuwe 118", "address", "x"}) == "Zuwe 118");
  CHECK(taken("Zuwe 118-\nZwart is", {"Zuwe 118", "address", "x"}) == "Zuwe 118");
  CHECK(taken("de Zuwe-\nzwart is", {"Zuwe", "address", "x"}) == "Zuwe");
  CHECK(taken("Zuwe 118-\nzwart, en", {"Zuwe 118", "address", "x"}, {{10, 15}}) == "Zuwe 118");
}

TEST_CASE("the last digits of a number on the next line go with it") {
  const auto paper = [](std::string_view words) {
    return FoundWords{words, "document_number", "x"};
  };
  CHECK(taken("vaarbewijs VB 009 817\n44. Het", paper("VB 009 817")).ends_with("44"));
  CHECK(taken("haar pas RV 004 719-\n2 op naam", paper("RV 004 719")).ends_with("2"));
  CHECK(taken("vaarbewijs VB 009 817\n\n44. Het", paper("VB 009 817")) == "VB 009 817");
  CHECK(taken("vaarbewijs VB 009 817 44. Het", paper("VB 009 817")) == "VB 009 817");
  CHECK(taken("vaarbewijs VB 009 817\n44 mei", paper("VB 009 817")) == "VB 009 817");
  CHECK(taken("vaarbewijs VB 009 817\n44812. Het", paper("VB 009 817")) == "VB 009 817");
  CHECK(taken("vaarbewijs VB 009 817\n44. Het", paper("VB 009 817"), {{22, 24}}) == "VB 009 817");
  CHECK(taken("bel 0612345678\n44. Het", {"0612345678", "phone", "x"}) == "0612345678");
  CHECK(taken("Zuwe 118\n44. Het", {"Zuwe 118", "address", "x"}) == "Zuwe 118");
}

TEST_CASE("a person of leftovers takes in the article before it, nobody else does") {
  const auto taken = [](const std::string& note, const FoundWords& part) {
    return after(note, {part}, [&](const LookedUp& text, std::vector<Finding>& findings) {
      take_articles(text, rules().find.leftovers, findings);
    });
  };
  CHECK(taken("schuld bij de Kale, zegt", {"Kale", "person", "leftover.person"}) == "de Kale");
  CHECK(taken("schuld bij de Kale, zegt", {"Kale", "person", "person.called"}) == "Kale");
  CHECK(taken("aan de Zandweg", {"Zandweg", "address", "leftover.address"}) == "Zandweg");
  CHECK(taken("schuld van Kale", {"Kale", "person", "leftover.person"}) == "Kale");
  CHECK(taken("bij de\nKale", {"Kale", "person", "leftover.person"}) == "Kale");
}

TEST_CASE("what is kept, another finding and words before a number do not hang on it") {
  CHECK(with_what_hangs_on("tel.0612345678.Hij belde", {{"0612345678", "phone", "x"}}) ==
        "0612345678");
  CHECK(with_what_hangs_on("BEL MIJ/06-12345678/OF MAIL", {{"06-12345678", "phone", "x"}})
            .starts_with("06"));
  CHECK(with_what_hangs_on("x3-12 mei", {{"x3", "code", "x"}}, {{3, 9}}) == "x3");
  CHECK(with_what_hangs_on("ab1/cd2", {{"ab1", "code", "x"}, {"cd2", "code", "x"}}) == "ab1; cd2");
  CHECK(with_what_hangs_on("Jansen-Bolt", {{"Jansen", "person", "x"}}) == "Jansen");
}

}  // namespace
}  // namespace report
