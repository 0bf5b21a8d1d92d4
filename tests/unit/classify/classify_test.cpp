// SPDX-License-Identifier: EUPL-1.2
#include "classify/classify.hpp"

#include <doctest/doctest.h>

using namespace report;

namespace {

const Rulebook& rules() {
  static const Rulebook rulebook = builtin_rulebook();
  return rulebook;
}

Classification classified(const std::string& text) {
  return classify(scrub({"", text, std::nullopt}, rules()).text, rules());
}

}  // namespace

TEST_CASE("classify: scopes are told apart by who does what to whom") {
  CHECK(classified("De wethouder van gemeente Zeist steelt geld uit de kas van het noodfonds en "
                   "steekt het in eigen zak.")
            .scope == "integrity");
  CHECK(
      classified("Een wethouder belt. Sinds het raadsbesluit over het azc krijgt zij dreigbrieven, "
                 "er lag een kogel in de brievenbus en haar kinderen zijn bang.")
          .scope == "threat");
  CHECK(classified(
            "Ondernemer belt, hij heeft een restaurant. Hij wordt afgeperst en moet elke maand "
            "500 euro betalen, anders gaat zijn zaak in de fik.")
            .scope == "extortion");
  CHECK(classified(
            "Zij weet precies wie de bakker op de hoek afperst: elke vrijdag halen twee mannen "
            "geld op bij haar baas. Naar de politie durft zij niet. Verwezen naar Meld "
            "Misdaad Anoniem.")
            .scope == "mma");
  CHECK(classified("Meneer is boos over de schutting van de buren en over overlast van de hond. "
                   "Verwezen naar buurtbemiddeling.")
            .scope == "other");
}

TEST_CASE("classify: the citizen's fraud is no report on an official") {
  CHECK(classified(
            "Een klantmanager belt over een bijstandsgerechtigde die zwart werkt en samenwoont; "
            "uitkeringsfraude dus. Geen collega betrokken, verwezen naar de sociale recherche.")
            .scope == "other");
  CHECK(classified("Een klantmanager van gemeente Zeist pleegt fraude: hij maakt uitkeringen van "
                   "spookklanten over op zijn eigen rekening.")
            .scope == "integrity");
}

TEST_CASE("classify: categories come best first, each with evidence inside the note") {
  const std::string note =
      "Een agent van politie Utrecht zoekt adressen op in het politiesysteem en verkoopt de "
      "gegevens "
      "aan criminelen, tegen betaling van 200 euro per kenteken.";
  const Classification result = classified(note);
  REQUIRE_FALSE(result.categories.empty());
  CHECK(result.categories.front().id == "information");
  for (std::size_t i = 1; i < result.categories.size(); ++i)
    CHECK(result.categories[i - 1].score >= result.categories[i].score);
  REQUIRE_FALSE(result.categories.front().evidence.empty());
  for (const Evidence& each : result.categories.front().evidence) {
    CHECK(each.start < each.end);
    CHECK(each.end <= note.size());
    CHECK((each.rule == "words" || rules().classify.cues.find(each.rule)));
  }
}

TEST_CASE(
    "classify: scores lie between 0 and 1, and a scope other than integrity has no categories") {
  for (const std::string note :
       {"Hij steelt diesel van de werf.", "De burgemeester wordt bedreigd, zij is bang.", "Dag.",
        "Mijn zaak wordt afgeperst, ik moet betalen of er komt een bom."}) {
    CAPTURE(note);
    const Classification result = classified(note);
    CHECK(result.scope_score >= 0);
    CHECK(result.scope_score <= 1.000001);
    if (result.scope != "integrity") CHECK(result.categories.empty());
    for (const CategoryScore& each : result.categories) CHECK((each.score >= 0 && each.score <= 1));
  }
}

TEST_CASE("classify: evidence counts code points of the note, after letters of two bytes too") {
  const std::string note = "Één medewerker van de gemeente steelt gereedschap uit de loods.";
  const Classification result = classified(note);
  REQUIRE_FALSE(result.categories.empty());
  bool found = false;
  for (const Evidence& each : result.categories.front().evidence)
    found = found || (each.rule == "theft-verb" && each.start == 31 && each.end == 37);
  CHECK(found);
}
