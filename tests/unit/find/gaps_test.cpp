// SPDX-License-Identifier: EUPL-1.2
#include "find/gaps.hpp"

#include <doctest/doctest.h>

#include "finding_words.hpp"

namespace report {
namespace {

std::string without_gaps(const std::string& note, const std::vector<FoundWords>& parts) {
  return after(note, parts, [&](const LookedUp& text, std::vector<Finding>& findings) {
    close_gaps(text, name_classes(rules().lexicon), findings);
  });
}

TEST_CASE("small words between two pieces of one identifier close the gap") {
  CHECK(without_gaps("Achter de Turfmolen woont", {{"Achter", "address", "leftover.address"},
                                                   {"Turfmolen", "address", "address-x"}}) ==
        "Achter de Turfmolen");
}

TEST_CASE("tussenvoegsels between two pieces of a name belong to it") {
  const auto closed = [](const std::string& note, const std::string& first,
                         const std::string& second) {
    return without_gaps(note, {{first, "person", "person.x"}, {second, "person", "person.x"}});
  };
  CHECK(closed("vent kevin de graauw met", "kevin", "graauw") == "kevin de graauw");
  CHECK(closed("ook Kees van der Plaggenburg en", "Kees", "Plaggenburg") ==
        "Kees van der Plaggenburg");
  CHECK(closed("auto van Kees van Piet en", "Kees", "Piet") == "Kees; Piet");
  CHECK(closed("ook Kees Van Plaggenburg en", "Kees", "Plaggenburg") == "Kees; Plaggenburg");
  CHECK(closed("ook Kees, de Plaggenburg en", "Kees", "Plaggenburg") == "Kees; Plaggenburg");
  CHECK(closed("ook Kees met de Plaggenburg en", "Kees", "Plaggenburg") == "Kees; Plaggenburg");
  CHECK(closed("ook Kees van\nde Plaggenburg en", "Kees", "Plaggenburg") == "Kees; Plaggenburg");
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
  close_gaps(text, name_classes(rules().lexicon), findings);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].span == Span{0, 14});
  CHECK(findings[0].rule == "person.subject");
  CHECK(findings[0].role == Role::subject);
  CHECK(findings[0].person == 1);
}

TEST_CASE("of two pieces of a name the role that one has stays") {
  const Document document = read_document({"", "de vent kevin de graauw met", std::nullopt});
  const LookedUp text = look_up(document, rules().lexicon);
  std::vector<Finding> findings(2);
  findings[0].span = {8, 13};
  findings[1].span = {17, 23};
  findings[1].role = Role::subject;
  for (Finding& finding : findings) {
    finding.type = "person";
    finding.rule = "person.x";
  }
  close_gaps(text, name_classes(rules().lexicon), findings);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].span == Span{8, 23});
  CHECK(findings[0].role == Role::subject);
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

std::string without_number_gaps(const std::string& note, const std::vector<FoundWords>& parts) {
  return after(note, parts, [&](const LookedUp& text, std::vector<Finding>& findings) {
    close_number_gaps(text, rules().find, name_classes(rules().lexicon), findings);
  });
}

TEST_CASE("parts of a number that is read aloud are one, whatever is remarked between them") {
  CHECK(without_number_gaps("op nul vijf zeven, en dan, even denken, zes achttien. Mijn",
                            {{"nul vijf zeven", "phone", "x"}, {"zes achttien", "code", "y"}}) ==
        "nul vijf zeven, en dan, even denken, zes achttien");
  CHECK(
      without_number_gaps("Nul vijf zeven nul. Dan, eh, zes één, acht.",
                          {{"Nul vijf zeven nul", "code", "x"}, {"zes één, acht", "code", "x"}}) ==
      "Nul vijf zeven nul. Dan, eh, zes één, acht");
  CHECK(without_number_gaps("R: 0651, wacht\nL: 0651, ja\nR: 88 20",
                            {{"0651", "phone", "x"}, {"88 20", "code", "y"}}) ==
        "0651, wacht\nL: 0651, ja\nR: 88 20");
  // No remark is needed where both make a phone number.
  CHECK(without_number_gaps(
            "nul vijf een een. Vijf drie. Negen zeven zeven een.",
            {{"nul vijf een een", "plate", "x"}, {"Negen zeven zeven een", "code", "x"}}) ==
        "nul vijf een een. Vijf drie. Negen zeven zeven een");
}

TEST_CASE("two numbers, other words and other lines stay apart") {
  CHECK(without_number_gaps("bel 06-11 22 33 44 of dan 06-55 66 77 88",
                            {{"06-11 22 33 44", "phone", "x"}, {"06-55 66 77 88", "phone", "x"}}) ==
        "06-11 22 33 44; 06-55 66 77 88");
  CHECK(without_number_gaps("pas 4471 van de bus, dan 8820",
                            {{"4471", "code", "x"}, {"8820", "code", "x"}}) == "4471; 8820");
  CHECK(without_number_gaps("pas 4471, 8820", {{"4471", "code", "x"}, {"8820", "code", "x"}}) ==
        "4471; 8820");
  CHECK(without_number_gaps("pas 4471, dan\n\n8820 euro",
                            {{"4471", "code", "x"}, {"8820", "code", "x"}}) == "4471; 8820");
  CHECK(without_number_gaps("Jan, nee, 4471", {{"Jan", "person", "x"}, {"4471", "code", "x"}}) ==
        "Jan; 4471");
}

TEST_CASE("digits that a remark joins to a number, or that make a phone number whole, go with it") {
  CHECK(without_number_gaps("0593 59 20 4 en de laatste is 4 / geb.",
                            {{"0593 59 20 4", "phone", "x"}}) == "0593 59 20 4 en de laatste is 4");
  CHECK(without_number_gaps("06 1111 222 en een 3.", {{"06 1111 222", "phone", "x"}}) ==
        "06 1111 222 en een 3");
  CHECK(without_number_gaps("06 1111 222, 3 keer", {{"06 1111 222", "phone", "x"}}) ==
        "06 1111 222");
  CHECK(without_number_gaps("06 1111 2222, dan 3.", {{"06 1111 2222", "phone", "x"}}) ==
        "06 1111 2222");
}

}  // namespace
}  // namespace report
