// SPDX-License-Identifier: EUPL-1.2
#include "route/route.hpp"

#include <algorithm>
#include <set>

#include <doctest/doctest.h>

using namespace report;

namespace {

const Rulebook& rules() {
  static const Rulebook rulebook = builtin_rulebook();
  return rulebook;
}

Decision decided(const std::string& text, const RouteOptions& options = {},
                 std::optional<std::string> organisation = std::nullopt) {
  const Scrubbed scrubbed = scrub({"", text, std::move(organisation)}, rules());
  const Reading reading = read_cues_in(scrubbed.text, rules());
  return route(scrubbed, reading, classify(scrubbed.text, reading, rules()), rules(), options);
}

bool holds(const Decision& decision, std::string_view gate) {
  return std::any_of(decision.holds.begin(), decision.holds.end(),
                     [&](const Hold& hold) { return hold.gate == gate; });
}

/// A note for each row of the decision table.
const std::vector<std::pair<std::string, std::string>> notes{
    {"referral-threat",
     "Een wethouder belt. Sinds het raadsbesluit over het azc krijgt zij dreigbrieven, er lag een "
     "kogel in de brievenbus en haar kinderen zijn bang."},
    {"referral-extortion",
     "Ondernemer belt, hij heeft een restaurant. Hij wordt afgeperst en moet elke maand 500 euro "
     "betalen, anders gaat zijn zaak in de fik."},
    {"referral-mma",
     "Zij weet precies wie de bakker op de hoek afperst: elke vrijdag halen twee mannen geld op "
     "bij "
     "haar baas. Naar de politie durft zij niet. Verwezen naar Meld Misdaad Anoniem."},
    {"doubt-official",
     "Een douanier dwingt chauffeurs vijftig euro te betalen, anders blijven ze twee dagen staan."},
    {"doubt-threatens",
     "Een raadslid van gemeente Zeist is bang: sinds de motie dreigt een wethouder haar carrière "
     "te "
     "schaden. De wethouder zet haar onder druk en schreeuwt."},
    {"doubt-route", "Een agent uit Tilburg gaat om met criminelen en rijdt in hun auto."},
    {"doubt-threat", "Rechter voelt zich bedreigd door familie van een veroordeelde."},
    {"doubt-threat-unsure", "De burgemeester sluit het café van een concurrent van zijn broer."},
    {"doubt-extortion",
     "Een ondernemer moet een wethouder geld geven, anders is hij zijn vergunning kwijt."},
    {"doubt-mma", "Hennep in een leegstaande school, een kilometer van een kazerne."},
    {"doubt-threat-scope",
     "Iemand van een griffie (welke wil hij niet zeggen) vraagt of een dreigement via muziek ook "
     "telt."},
    {"doubt-extortion-scope", "Mijn kapster zegt dat iemand 'met macht' haar onder druk zet."},
    {"doubt-mma-scope",
     "Er is iets weg bij de overheid, zei een vrouw naast mij in de bus. Veel. Welke overheid, en "
     "wat, en wie: geen idee, ze moest er bij de Lidl uit."},
    {"doubt-scope", "Een docent natuurkunde in Bussum meldt over zijn sectiehoofd."},
    {"out-of-scope",
     "Meneer is boos over de schutting van de buren en over overlast van de hond. Verwezen naar "
     "buurtbemiddeling."},
    {"rijksrecherche-officer",
     "Een rijksrechercheur zoekt adressen op in het systeem en verkoopt de gegevens aan "
     "criminelen, "
     "sinds vorig jaar, tegen betaling."},
    {"rijksrecherche-itself",
     "Een secretaresse van de Rijksrecherche leest uit nieuwsgierigheid dossiers in het systeem en "
     "vertelt op verjaardagen rond wat zij heeft gezien."},
    {"too-vague",
     "Ergens krijgen vriendjes van een baas een baan zonder sollicitatie, misschien. Welke "
     "organisatie "
     "wil zij niet zeggen, wie het is weet zij niet, zij heeft het van horen zeggen. Gesprek "
     "beëindigd."},
    {"vague-bribery",
     "Een vergunningverlener neemt misschien smeergeld aan. Bij welke gemeente wil zij niet "
     "zeggen, "
     "wie het is weet zij niet, het is onduidelijk, zij heeft het van horen zeggen."},
    {"R1",
     "Een vergunningverlener van gemeente Zeist neemt steekpenningen aan in ruil voor een "
     "vergunning; een aannemer betaalde hem 5000 euro contant."},
    {"R2",
     "Een agent van politie Utrecht waarschuwt criminelen voor invallen en doorzoekingen; hij "
     "geeft "
     "politie-informatie door aan een drugsbende."},
    {"R3",
     "Een loketmedewerker van gemeente Zeist schreef vals papier: hij zette tientallen mensen op "
     "een "
     "vals adres in de basisregistratie en de handtekening op het formulier is vervalst."},
    {"R4",
     "Een douanier van de Douane liet containers van een drugsbende door zonder controle; "
     "uithalers "
     "haalden de cocaïne van het haventerrein."},
    {"R6",
     "De wethouder van gemeente Zeist staat terecht: volgens het Openbaar Ministerie verduisterde "
     "hij "
     "twee ton uit een noodfonds. De rechtbank legde een gevangenisstraf op."},
    {"R5",
     "Een medewerker van waterschap Aa en Maas is veroordeeld: hij verduisterde jarenlang twee ton "
     "uit "
     "de kas. De rechtbank legde een gevangenisstraf op."},
    {"grave",
     "Een bewaarder van PI Vught had seks met een gedetineerde en dwong vrouwen in de cel. Hij is "
     "aangehouden en de strafzaak loopt."},
    {"employer",
     "Een teamleider van gemeente Zeist gebruikt de dienstbus elk weekend privé, voor zijn "
     "verhuizing "
     "en de camping."},
};

}  // namespace

TEST_CASE("route: each row of the decision table has its note") {
  for (const TableRow& row : rules().route.rows) {
    CAPTURE(row.id);
    CHECK(std::any_of(notes.begin(), notes.end(),
                      [&](const auto& each) { return each.first == row.id; }));
  }
}

TEST_CASE("route: each row of the decision table decides its note") {
  for (const auto& [row, note] : notes) {
    CAPTURE(row);
    const Decision decision = decided(note);
    CHECK(decision.rule == row);
    const auto at = std::find_if(rules().route.rows.begin(), rules().route.rows.end(),
                                 [&](const TableRow& each) { return each.id == row; });
    REQUIRE(at != rules().route.rows.end());
    CHECK(decision.route == at->route);
    const bool said = std::any_of(
        decision.grounds.begin(), decision.grounds.end(),
        [&](const auto& s) { return s.in(Language::nl).find(at->source) != std::string::npos; });
    CHECK(said);
  }
}

TEST_CASE("route: what is no integrity report never becomes ready, whatever is lifted") {
  RouteOptions options;
  for (const char* gate : {"content", "concrete", "safe", "conflict", "addressee"})
    options.lifts.push_back({gate, "gezien"});
  for (const auto& [row, note] : notes) {
    const Decision decision = decided(note, options);
    if (decision.route == "employer" || decision.route == "rijksrecherche") continue;
    CAPTURE(row);
    CHECK_FALSE(decision.ready());
    CHECK_FALSE(decision.addressee);
    CHECK(holds(decision, "content"));
  }
}

TEST_CASE(
    "route: an official who takes part in extortion is not sent away as a crime without one") {
  for (const std::string note : {"Een inspecteur van gemeente Zeist eist elke maand geld van een "
                                 "restaurant en dreigt anders met "
                                 "sluiting. Hij neemt de envelop zelf aan.",
                                 "Twee jongens halen elke vrijdag geld op bij de bakker en een "
                                 "agent van politie Utrecht deelt "
                                 "mee in de opbrengst. Hij neemt smeergeld aan.",
                                 "Een agent van politie Utrecht helpt een vriend bij het innen van "
                                 "geld bij een winkelier. In "
                                 "uniform ging hij langs bij de winkel."}) {
    CAPTURE(note);
    CHECK_FALSE(decided(note).route.starts_with("refer:"));
  }
}

TEST_CASE("route: the Rijksrecherche never gets a report about itself") {
  for (const std::string organisation : {"Rijksrecherche", "de Rijksrecherche"}) {
    const Decision decision =
        decided("Een rechercheur neemt smeergeld aan van criminelen, sinds maart, contant.", {},
                organisation);
    REQUIRE(decision.addressee);
    CHECK(decision.addressee->office == "college_van_pgs");
    CHECK(decision.route == "employer");
  }
}

TEST_CASE("route: a mayor's report leaves the municipality") {
  const Decision decision = decided(
      "De burgemeester van gemeente Zeist gebruikt de dienstauto elk weekend privé voor de "
      "camping.");
  REQUIRE(decision.accused_office);
  CHECK(*decision.accused_office == "burgemeester");
  REQUIRE(decision.route == "employer");
  REQUIRE(decision.addressee);
  CHECK(decision.addressee->office == "commissaris_van_de_koning");
}

TEST_CASE("route: the organisation comes from the note as it names it, or from outside") {
  const std::string note = " zet kilometers op de declaratie die hij niet rijdt, al sinds maart.";
  CHECK(decided("Een medewerker van gemeente Zeist" + note).organisation == "gemeente Zeist");
  CHECK(decided("Een medewerker van waterschap Rivierenland" + note).organisation ==
        "waterschap Rivierenland");
  CHECK(decided("Een consulent van het UWV" + note).organisation == "UWV");
  CHECK(decided("Een consulent" + note, {}, "gemeente Ede").organisation == "gemeente Ede");
  CHECK_FALSE(decided("Iemand" + note).organisation);
}

TEST_CASE("route: an unknown organisation holds at the gates concrete and addressee") {
  const Decision decision =
      decided("Een teamleider gebruikt de dienstbus elk weekend privé voor de camping.");
  CHECK(decision.route == "employer");
  CHECK(holds(decision, "concrete"));
  CHECK(holds(decision, "addressee"));
}

TEST_CASE("route: a gate is lifted by name and the lift is kept") {
  const std::string note =
      "Een teamleider van gemeente Zeist gebruikt de dienstbus elk weekend privé "
      "voor de camping. De burgemeester kent hem.";
  CHECK(holds(decided(note), "conflict"));
  const Decision lifted =
      decided(note, {.lifts = {{"conflict", "nagegaan"}}, .reachable_offices = {}});
  CHECK_FALSE(holds(lifted, "conflict"));
  REQUIRE(lifted.lifted.size() == 1);
  CHECK(lifted.lifted[0].gate == "conflict");
}

TEST_CASE("route: without a valid certificate for the office the gate addressee holds") {
  RouteOptions options;
  options.reachable_offices = std::vector<std::string>{"rijksrecherche"};
  const std::string note =
      "Een teamleider van gemeente Zeist gebruikt de dienstbus elk weekend privé voor de camping.";
  CHECK(holds(decided(note, options), "addressee"));
  options.reachable_offices->push_back("burgemeester");
  CHECK_FALSE(holds(decided(note, options), "addressee"));
}

TEST_CASE("route: the referrals carry the numbers of the FAQ") {
  const auto number = [&](const char* route) {
    const Referral* const referral = rules().route.referral(route);
    REQUIRE(referral != nullptr);
    return referral->number;
  };
  CHECK(number("refer:vertrouwenslijn") == "0800 2800 200");
  CHECK(number("refer:afpersing") == "0800-2800200");
  CHECK(number("refer:mma") == "0800-7000");
}
