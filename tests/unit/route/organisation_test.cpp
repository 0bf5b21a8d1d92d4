// SPDX-License-Identifier: EUPL-1.2
// The public bodies of rules/route/organisations.yaml, in the ways people name them.
#include "route/organisation.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "classify/reading.hpp"
#include "scrub/scrub.hpp"

using namespace report;

namespace {

struct Case {
  std::string note, organisation;  // none: ""
};

std::string organisation_of(const std::string& note) {
  static const Rulebook rules = builtin_rulebook();
  const Scrubbed scrubbed = scrub({"", note, std::nullopt}, rules);
  const Reading reading = read_cues_in(scrubbed.text, rules);
  const auto body = body_of_accused(find_bodies(reading, rules.route), reading, rules);
  return body ? body->name : "";
}

void check(const std::vector<Case>& cases) {
  for (const Case& each : cases) {
    CAPTURE(each.note);
    CHECK(organisation_of(each.note) == each.organisation);
  }
}

}  // namespace

TEST_CASE("organisation: as people name it, and of several the one the accused works for") {
  // clang-format off
  const std::vector<Case> cases{
      {"Een collega op het stadhuis van Harderwijk neemt steekpenningen aan.", "stadhuis van Harderwijk"},
      {"Op het gemeentehuis van Raalte verdwijnt contant geld.", "gemeentehuis van Raalte"},
      {"Een baliemedewerker van de gemeente Epe verkoopt paspoorten.", "gemeente Epe"},
      {"De wethouder uit Losser laat zijn tuin doen door de aannemer.", "gemeente Losser"},
      {"De burgemeester van Zeist neemt steekpenningen aan.", "gemeente Zeist"},
      {"De wethouder zorg en welzijn van Ede steelt laptops.", "gemeente Ede"},
      {"Een ambtenaar van de Examendienst Binnenvaart verkoopt diploma's.", "Examendienst Binnenvaart"},
      {"een raadslid in oldenzaal lekt stukken aan een ontwikkelaar, zegt ze", "gemeente oldenzaal"},
      {"Bij de gemeentewerf Zutphen rijdt de voorman met de bus naar de camping.", "gemeentewerf Zutphen"},
      {"Een ambtenaar van Dronten geeft vergunningen aan zijn broer.", "gemeente Dronten"},
      {"een boa van hof van twente schrijft bonnen voor zijn buren en scheurt ze weer door", "gemeente hof van twente"},
      {"Op het provinciehuis van Flevoland kopieert een beleidsmedewerker dossiers.", "provinciehuis van Flevoland"},
      {"Een Statenlid uit Limburg kreeg een reis van een aannemer.", "provincie Limburg"},
      {"Bij Waterschap Amstel, Gooi en Vecht bestelt een opzichter gereedschap voor thuis.", "Waterschap Amstel, Gooi en Vecht"},
      {"een muskusrattenvanger van wetterskip fryslân verkoopt de diesel", "wetterskip fryslân"},
      {"Het hoogheemraadschap van Delfland huurt steeds de zoon van de teamleider in.", "hoogheemraadschap van Delfland"},
      {"Bij Dienst Uitvoering Onderwijs kijkt een medewerker in dossiers van buren.", "Dienst Uitvoering Onderwijs"},
      {"Een planner van DUO in Groningen zoekt adressen op voor een kennis.", "DUO"},
      {"Dienst Toeslagen heeft een behandelaar die zaken van familie doet.", "Dienst Toeslagen"},
      {"Rijksdienst voor het Cultureel Erfgoed: een adviseur koopt zelf wat hij taxeert.", "Rijksdienst voor het Cultureel Erfgoed"},
      {"Een inspecteur van de ILT laat zich betalen door een vervoerder.", "ILT"},
      {"De Inspectie van het Onderwijs stuurt iemand die bevriend is met de school.", "Inspectie van het Onderwijs"},
      {"Op het ministerie van Economische Zaken lekt een directeur stukken.", "ministerie van Economische Zaken"},
      {"Iemand bij VWS geeft opdrachten aan zijn eigen bv.", "VWS"},
      {"Op het ministerie van Onderwijs, Cultuur en Wetenschap declareert een afdelingshoofd etentjes.", "ministerie van Onderwijs, Cultuur en Wetenschap"},
      {"Een agent van de eenheid Oost-Nederland zoekt kentekens op voor een vriend.", "eenheid Oost-Nederland"},
      {"politie eenheid rotterdam, rechercheur, lekt aan zijn neef", "politie eenheid rotterdam"},
      {"De teamchef van het politiebureau Meerzicht schrijft uren die niemand draait.", "politiebureau Meerzicht"},
      {"Een medewerker van de Landelijke Eenheid verkoopt informatie.", "Landelijke Eenheid"},
      {"Een docent van de Politieacademie valt aspiranten lastig.", "Politieacademie"},
      {"Een wachtmeester van de Koninklijke Marechaussee op Schiphol laat tassen door.", "Koninklijke Marechaussee"},
      {"de kmar op schiphol heeft een man die koffers doorlaat", "kmar"},
      {"Bij de bajes in Vught brengt een bewaarder telefoons binnen.", "bajes in Vught"},
      {"Een bewaarder van de PI Lelystad smokkelt wiet.", "PI Lelystad"},
      {"In het huis van bewaring Grave verkoopt een cipier shag.", "huis van bewaring Grave"},
      {"een piw'er in pi sittard heeft iets met een gedetineerde", "pi sittard"},
      {"Een chauffeur van DV&O rijdt met gedetineerden langs zijn huis.", "DV&O"},
      {"Een medewerker van het CJIB scheldt boetes van vrienden kwijt.", "CJIB"},
      {"Bij de IND in Ter Apel kan je voor geld een afspraak krijgen.", "IND"},
      {"Op het azc Budel vraagt een woonbegeleider geld voor een kamer.", "azc Budel"},
      {"Bij het COA regelt een inkoper alles via zijn zwager.", "COA"},
      {"Een consulent van UWV Leeuwarden keurt familie goed.", "UWV Leeuwarden"},
      {"rdw, keurmeester keurt auto's goed die hij nooit zag", "rdw"},
      {"Een examinator van het CBR laat mensen slagen voor geld.", "CBR"},
      {"Iemand van de SVB kijkt naar gegevens van haar ex.", "SVB"},
      {"Bij het Kadaster zoekt een medewerker huizen van bekende mensen op.", "Kadaster"},
      {"Een toezichthouder van de omgevingsdienst Zuid-Limburg wordt betaald door een varkensboer.", "omgevingsdienst Zuid-Limburg"},
      {"Een inspecteur van DCMR neemt etentjes aan van een tankopslag.", "DCMR"},
      {"Bij de GGD Hart voor Brabant verdwijnen vaccins.", "GGD Hart voor Brabant"},
      {"De veiligheidsregio Gooi en Vechtstreek huurt de man van de directeur in.", "veiligheidsregio Gooi en Vechtstreek"},
      {"Bij de brandweer Haaglanden verkoopt de bevelvoerder slangen.", "brandweer Haaglanden"},
      {"Bij de sociale dienst Drechtsteden betaalt een consulent uit aan zichzelf.", "sociale dienst Drechtsteden"},
      {"Een inkoper van het Radboudumc krijgt reizen van een leverancier.", "Radboudumc"},
      {"Op de Rijksuniversiteit Groningen laat een hoogleraar zijn promovendi zijn huis schilderen.", "Rijksuniversiteit Groningen"},
      {"Bij Hogeschool Rotterdam koopt een docent laptops voor zichzelf.", "Hogeschool Rotterdam"},
      {"Conciërge van OBS De Klimboom neemt de kas mee.", "OBS De Klimboom"},
      {"Een opzichter van woningcorporatie Domijn geeft woningen weg aan kennissen.", "woningcorporatie Domijn"},
      {"woonstichting Lefier, de huismeester vraagt geld voor sleutels", "woonstichting Lefier"},
      {"Een rechter van de rechtbank Gelderland speelt golf met de advocaat.", "rechtbank Gelderland"},
      {"Een griffiemedewerker van het gerechtshof Den Haag verkoopt dossiers.", "gerechtshof Den Haag"},
      {"Een officier van het parket Oost-Brabant seponeert de zaak van een vriend.", "parket Oost-Brabant"},
      {"Het Openbaar Ministerie doet onderzoek, maar het gaat om een ambtenaar van de gemeente Tholen die geld aanneemt.", "gemeente Tholen"},
      {"Hij is doorverwezen door de politie. De man werkt bij de gemeente Ommen en neemt geld aan.", "gemeente Ommen"},
      {"Organisatie: waterschap Scheldestromen\nAfdeling: beheer\nDe politie weet van niets, hij steelt koper.", "waterschap Scheldestromen"},
      {"Aangifte bij politie Den Haag is gedaan. Het gaat om een inkoper van Rijkswaterstaat die zich laat fêteren.", "Rijkswaterstaat"},
      {"Zij werkt bij Havenbedrijf Moerdijk en verkoopt codes van containers.", "Havenbedrijf Moerdijk"},
      {"Een ambtenaar van gemeentes Altena en Drimmelen doet opdrachten voor zijn eigen bedrijf.", "gemeentes Altena en Drimmelen"},
      {"DE BEHEERDER VAN GEMEENTE VENRAY NEEMT GELD AAN VAN DE AANNEMER.", "GEMEENTE VENRAY"},
      {"Een collega van gem. Putten neemt oud ijzer mee.", "gem. Putten"},
      {"prov. Overijssel: wegbeheerder laat oprit asfalteren", "prov. Overijssel"},
      {"De gemeente's eigen bus van Soest staat op de camping.", ""},
      {"Iemand van mijn werk steelt printerpapier.", ""},
      {"Een beheerder van Almere's zwembad steelt uit de kassa.", ""},
      {"De directeur van Staatsbosbeheer verhuurt hutten aan vrienden.", "Staatsbosbeheer"},
  };
  // clang-format on
  check(cases);
}

TEST_CASE("organisation: a name ends where the sentence, the field or the name does") {
  const std::vector<Case> cases{
      {"Het gaat om het CBR. Ik werk daar niet.", "CBR"},
      {"Organisatie: de provincie Zeeland\nWie: de wegbeheerder", "provincie Zeeland"},
      {"DE BELASTINGDIENST IN DE STAD HEEFT EEN INSPECTEUR DIE GELD AANNEEMT", "BELASTINGDIENST"},
      {"gemeente venlo heet het, zei ze", "gemeente venlo"},
      {"Hij zit bij omgevingsdienst Midden- en West-Brabant.",
       "omgevingsdienst Midden- en West-Brabant"},
      {"een bewaarder van pi zuyder bos smokkelt", "pi zuyder bos"},
      {"EEN ARTS VAN GGD HART VAN GELRE NEEMT GELD AAN", "GGD HART VAN GELRE"},
      {"een inkoper bij gemeente venlo vertelt niets aan zijn chef", "gemeente venlo"},
      {"Bij JJI Den Hey-Acker neemt een groepsleider geld aan.", "JJI Den Hey-Acker"},
      {"Bij politie Amsterdam, wijkteam Zuid, lekt iemand.", "politie Amsterdam, wijkteam Zuid"},
      {"In de brandweerkazerne is op deze rechtsbasis niets te doen.", ""},
  };
  check(cases);
}

TEST_CASE("organisation: further bodies, and those of callers, victims and helpers do not win") {
  // clang-format off
  const std::vector<Case> cases{
      {"Beller werkt zelf bij de gemeente Breda, maar het gaat om een inspecteur van de NVWA die zich laat omkopen.", "NVWA"},
      {"Melder is jurist bij het UWV. Haar buurman is wijkagent bij politie Midden-Nederland en verkoopt kentekens.", "politie Midden-Nederland"},
      {"Ik heb eerst de politie gebeld en die verwees mij door. Een ambtenaar van de gemeente Nijkerk pakt geld aan.", "gemeente Nijkerk"},
      {"Slachtoffer werkt bij de provincie Drenthe. De dader is een rechercheur van de eenheid Noord-Nederland.", "eenheid Noord-Nederland"},
      {"Volgens de krant deed het OM onderzoek naar fraude op het ministerie van Defensie; een inkoper daar kreeg reizen.", "ministerie van Defensie"},
      {"Aannemer uit Tiel werkt voor Rijkswaterstaat en geeft de projectleider van waterschap Rivierenland geld.", "waterschap Rivierenland"},
      {"Ze belde eerder met de Belastingdienst, maar die deed niets. Haar chef bij het Kadaster vervalst akten.", "Kadaster"},
      {"Een ambulanceverpleegkundige ziet in het ziekenhuis dat een agent van basisteam Oss dronken is.", "basisteam Oss"},
      {"Een conducteur van de NS steekt boetes in eigen zak.", "NS"},
      {"De griffier van Hilversum laat haar man het drukwerk doen.", "gemeente Hilversum"},
      {"Een chauffeur van Connexxion rijdt zwart bij.", "Connexxion"},
      {"Bij zorgcentrum De Wilgenhoek verdwijnt geld uit het winkeltje.", "zorgcentrum De Wilgenhoek"},
      {"Op het Stedelijk Gymnasium Leiden verkoopt een leraar toetsen.", "Stedelijk Gymnasium Leiden"},
      {"Docent van het Marnix College valt leerlingen lastig.", "Marnix College"},
      {"Beheerder van de Bernhardkazerne verkoopt diesel.", "Bernhardkazerne"},
      {"Een sergeant van de Luitenant-generaal Bestkazerne verkoopt munitie.", "Luitenant-generaal Bestkazerne"},
      {"De vliegbasis Volkel mist gereedschap, een adjudant neemt het mee.", "vliegbasis Volkel"},
      {"Iemand van de marinebasis Den Helder verkoopt onderdelen.", "marinebasis Den Helder"},
      {"een bewaker in de koepel in breda smokkelt", "koepel in breda"},
      {"een boa van de gem. hardenberg scheurt bonnen", "gem. hardenberg"},
      {"Bij woningcorp. De Sleutels geeft een verhuurder woningen weg.", "woningcorp. De Sleutels"},
      {"Woonbedrijf Ieder1 geeft onderhoud aan de zwager van een opzichter.", "Woonbedrijf Ieder1"},
      {"Opzichter bij Wonen Noordwest regelt alles via zijn bv.", "Wonen Noordwest"},
      {"De directeur van Havenbedrijf Zuiderzijl rijdt in een auto van een klant.", "Havenbedrijf Zuiderzijl"},
      {"Bij Paleis Het Loo verdeelt een coördinator de fooien.", "Paleis Het Loo"},
      {"Een conservator van Slot Loevestein leent stukken uit.", "Slot Loevestein"},
      {"Een beoordelaar bij de Raad voor Rechtsbijstand keurt alles goed voor geld.", "Raad voor Rechtsbijstand"},
      {"De havenmeester van North Sea Port laat uithalers binnen.", "North Sea Port"},
      {"Keurmeester van de NVWA in Weert neemt vlees mee.", "NVWA"},
      {"De IGJ-inspecteur logeert gratis bij een zorgondernemer.", "IGJ"},
      {"Bij Veilig Thuis Haaglanden lekt een medewerker adressen.", "Veilig Thuis Haaglanden"},
      {"Jeugdbeschermer van Jeugdbescherming west heeft een relatie met een moeder.", "Jeugdbescherming west"},
      {"Een arts van de GGD Zaanstreek-Waterland verkoopt vaccinatiebewijzen.", "GGD Zaanstreek-Waterland"},
      {"Bij Ferm Werk laat een werkleider mensen zijn tuin doen.", "Ferm Werk"},
      {"De BsGW scheldt belasting kwijt aan vrienden van een medewerker.", "BsGW"},
      {"Een medewerker van de Kredietbank Limburg neemt geld van klanten.", "Kredietbank Limburg"},
      {"Een toezichthouder van de RUD Drenthe waarschuwt bedrijven.", "RUD Drenthe"},
      {"Rijksuniversiteit Groningen: een hoogleraar verkoopt plaatsen.", "Rijksuniversiteit Groningen"},
      {"Een decaan van de Haagse Hogeschool valt studenten lastig.", "Haagse Hogeschool"},
      {"Op ROC Midden Nederland verkoopt een docent diploma's.", "ROC Midden Nederland"},
      {"Een secretaris van de rechtbank Limburg lekt uitspraken.", "rechtbank Limburg"},
      {"Rechter bij de rechtbank in Assen golft met een advocaat.", "rechtbank in Assen"},
      {"Iemand van het gerechtshof Arnhem-Leeuwarden verkoopt dossiers.", "gerechtshof Arnhem-Leeuwarden"},
      {"Marechaussee op Eindhoven Airport laat koffers door.", "Marechaussee"},
      {"Een vrachtwagenchauffeur zag op Schiphol dat een douanier sloffen meenam.", "Douane"},
      {"De agent hield me aan en wilde contant geld.", "politie"},
      {"Bij de brandweer in Hoorn verkoopt een bevelvoerder materiaal.", "brandweer in Hoorn"},
      {"Meldkamer Noord-Nederland: een centralist verkoopt adressen.", "Meldkamer Noord-Nederland"},
      {"Bij waterschap Aa en Maas koopt een opzichter privé op rekening.", "waterschap Aa en Maas"},
      {"De dijkgraaf van Rivierenland laat zijn oprit doen.", "waterschap Rivierenland"},
      {"De muskusrattenvanger van Wetterskip Fryslân verkoopt diesel.", "Wetterskip Fryslân"},
      {"Een ambtenaar van stadsdeel Zuidoost regelt marktplekken.", "stadsdeel Zuidoost"},
      {"Een ambtenaar van BZK lekt stukken naar een lobbyist.", "BZK"},
      {"Op het ministerie van OCW zit een jurylid dat subsidie geeft aan zijn partner.", "ministerie van OCW"},
      {"Dienst Terugkeer en Vertrek heeft een regievoerder die geld vraagt.", "Dienst Terugkeer en Vertrek"},
      {"Een CBR-examinator laat mensen slagen.", "CBR"},
      {"Bij Streekmuseum De Roode Tooren verdwijnen schilderijen.", "Streekmuseum De Roode Tooren"},
      {"In zwembad De Vliet steekt de kassière geld weg.", "zwembad De Vliet"},
      {"De directeur van theater De Kring boekt zijn eigen band.", "theater De Kring"},
      {"De huisarts belde de GGD. De consulent van de sociale dienst Drechtsteden eist geld.", "sociale dienst Drechtsteden"},
      {"Beller is vrachtwagenchauffeur en levert aan Defensie. In de haven van Rotterdam laat een douanier van de Douane Rotterdam containers door.", "Douane Rotterdam"},
      {"Mijn dochter zit op het Lorentz Lyceum. De wethouder van Arnhem heeft een school een gebouw gegeven in ruil voor geld.", "gemeente Arnhem"},
      {"Bij de gemeente (Harderwijk) steelt een balieman leges.", "gemeente Harderwijk"},
      {"Bij de gemeente, Harderwijk. Daar steelt iemand leges.", "gemeente Harderwijk"},
      {"Zij zit in zijn team. Consulente is ze, en zij steelt.", ""},
      {"de gemeente heeft een man die geld aanneemt, zegt zij", "gemeente"},
  };
  // clang-format on
  check(cases);
}
