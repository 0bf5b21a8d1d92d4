// SPDX-License-Identifier: EUPL-1.2
#include "find/gaps.hpp"
#include "find/whole.hpp"

#include <doctest/doctest.h>

#include "document/document.hpp"
#include "find/name_words.hpp"
#include "rulebook/rulebook.hpp"

namespace report {
namespace {

const Rulebook& rules() {
  static const Rulebook rulebook = builtin_rulebook();
  return rulebook;
}

struct Part {
  std::string_view words, type, rule;
};

/// What becomes of findings of these words: the passages behind one another.
template <typename Make>
std::string after(const std::string& note, const std::vector<Part>& parts, Make make) {
  const Document document = read_document({"", note, std::nullopt});
  const LookedUp text = look_up(document, rules().lexicon);
  std::vector<Finding> findings;
  std::size_t at = 0;
  for (const Part& part : parts) {
    Finding finding;
    at = document.view.text.find(part.words, at);
    REQUIRE(at != std::string::npos);
    finding.span = {at, at + part.words.size()};
    finding.type = part.type;
    finding.rule = part.rule;
    finding.certainty = 0.7;
    findings.push_back(finding);
    at += part.words.size();
  }
  make(text, findings);
  std::string told;
  for (const Finding& finding : findings)
    told += (told.empty() ? "" : "; ") +
            document.view.text.substr(finding.span.begin, finding.span.size());
  return told;
}

std::string with_what_hangs_on(const std::string& note, const std::vector<Part>& parts,
                               const std::vector<Span>& kept = {}) {
  return after(note, parts, [&](const LookedUp& text, std::vector<Finding>& findings) {
    take_what_hangs_on(text, rules().find, kept, findings);
  });
}

std::string without_gaps(const std::string& note, const std::vector<Part>& parts) {
  return after(note, parts, [&](const LookedUp& text, std::vector<Finding>& findings) {
    close_gaps(text, rules().lexicon.class_bit("stopword").value(), findings);
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

std::string with_groups(const std::string& note, const std::vector<Part>& parts,
                        const std::vector<Span>& kept = {}) {
  return after(note, parts, [&](const LookedUp& text, std::vector<Finding>& findings) {
    take_groups(text, kept, findings);
  });
}

TEST_CASE("groups of a code that marks join are one, with capitals before and letters among") {
  const auto leftover = [](std::string_view words) {
    return std::vector<Part>{{words, "phone", "leftover.phone"}};
  };
  CHECK(with_groups("op 06 (28) (11) (90) dus", leftover("28")) == "06 (28) (11) (90");
  CHECK(with_groups("Trekker WGM 4E 882, de", leftover("882")) == "WGM 4E 882");
  CHECK(with_groups("Vanger XQ · 47, ja", leftover("47")) == "XQ · 47");
  CHECK(with_groups("pas NK6V 882 9P6 dus", leftover("882")) == "NK6V 882 9P6");
  CHECK(with_groups("Nummer: RB 4471", leftover("4471")) == "RB 4471");
}

TEST_CASE("lists, words, other lines, what is kept and what rules found are no groups") {
  const auto leftover = [](std::string_view words) {
    return std::vector<Part>{{words, "phone", "leftover.phone"}};
  };
  CHECK(with_groups("om 12, 3 keer", leftover("12")) == "12");
  CHECK(with_groups("de RB 4471 dus", leftover("4471")) == "4471");
  CHECK(with_groups("4471 -\n12 mei", leftover("4471")) == "4471");
  CHECK(with_groups("4471 - 12 mei", leftover("4471"), {{7, 9}}) == "4471");
  CHECK(with_groups("4471 - 12", {{"4471", "phone", "phone-x"}}) == "4471");
  CHECK(with_groups("langs de A12 4471", leftover("4471")) == "4471");
}

TEST_CASE("the half of a word on the other line goes with it, other words stay") {
  const auto taken = [](const std::string& note, const Part& part) {
    return after(note, {part}, [](const LookedUp& text, std::vector<Finding>& findings) {
      take_broken_words(text, name_classes(rules().lexicon), {}, findings);
    });
  };
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
}

TEST_CASE("a person of leftovers takes in the article before it, nobody else does") {
  const auto taken = [](const std::string& note, const Part& part) {
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

TEST_CASE("small words between two pieces of one identifier close the gap") {
  CHECK(without_gaps("Achter de Turfmolen woont", {{"Achter", "address", "leftover.address"},
                                                   {"Turfmolen", "address", "address-x"}}) ==
        "Achter de Turfmolen");
}

TEST_CASE("of a leftover and what a rule found the rule, and who it is, stay") {
  const Document document = read_document({"", "mees van Acker", std::nullopt});
  const LookedUp text = look_up(document, rules().lexicon);
  std::vector<Finding> findings(2);
  findings[0].span = {0, 4};
  findings[0].rule = "leftover.person";
  findings[0].certainty = 0.55;
  findings[0].person = 2;
  findings[1].span = {9, 14};
  findings[1].rule = "person.subject";
  findings[1].certainty = 0.9;
  findings[1].person = 1;
  findings[1].role = Role::subject;
  for (Finding& finding : findings) finding.type = "person";
  close_gaps(text, rules().lexicon.class_bit("stopword").value(), findings);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].span == Span{0, 14});
  CHECK(findings[0].rule == "person.subject");
  CHECK(findings[0].role == Role::subject);
  CHECK(findings[0].person == 1);
}

TEST_CASE("what rules found by themselves, other types, lists and other lines stay apart") {
  CHECK(without_gaps("Hoofdweg aan de Dijk",
                     {{"Hoofdweg", "address", "address-x"}, {"Dijk", "address", "address-x"}}) ==
        "Hoofdweg; Dijk");
  CHECK(without_gaps("Bram van de Dijk", {{"Bram", "person", "leftover.person"},
                                          {"Dijk", "address", "leftover.address"}}) ==
        "Bram; Dijk");
  CHECK(without_gaps("0612 en 0613", {{"0612", "phone", "leftover.phone"},
                                      {"0613", "phone", "leftover.phone"}}) == "0612; 0613");
  CHECK(without_gaps("Bram van\nde Dijk", {{"Bram", "person", "leftover.person"},
                                           {"Dijk", "person", "leftover.person"}}) == "Bram; Dijk");
}

}  // namespace
}  // namespace report
