// SPDX-License-Identifier: EUPL-1.2
#include "package/letter.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace report {
namespace {

constexpr std::string_view letter_head = R"(DE VERTROUWENSLIJN
Vertrouwelijk: alleen voor de geadresseerde

Aan:      {addressee}
Betreft:  overdracht van een anonieme melding
Dossier:  {case}
Maand:    {month}

Geachte heer of mevrouw,

Bij de Vertrouwenslijn is anoniem gemeld dat iemand met een publieke functie
mogelijk de integriteit heeft geschonden. Wij dragen deze melding aan u over.
De tekst ervan staat in melding.txt. Wij hebben niet onderzocht of de melding
klopt: zij is een signaal en geen bewijs.
)";

constexpr std::string_view about_the_text = R"(
Over de tekst

Uit de tekst zijn gegevens verwijderd die naar de melder of naar anderen
kunnen leiden. Op hun plaats staat een aanduiding tussen vierkante haken,
zoals [PERSOON 1]. Binnen deze melding staat dezelfde aanduiding voor dezelfde
persoon; in een andere melding betekent zij iets anders. Welke soorten
gegevens zijn verwijderd, en hoe vaak, staat in manifest.json.
)";

constexpr std::string_view about_subjects = R"(
De naam van de persoon over wie is gemeld, staat alleen in manifest.json, bij
"subjects". In de tekst staat daarvoor [BETROKKENE 1].
)";

// Seven days and three months: Wet bescherming klokkenluiders, internal procedure; here a courtesy,
// for the hotline is no internal channel and has no way back to the caller. Secrecy: article 1a of
// the same law. Keeping: articles 17 and 18 of Directive (EU) 2019/1937.
constexpr std::string_view requests = R"(
Wat wij u vragen

- Probeer niet te achterhalen wie heeft gemeld. Houd de identiteit van de
  melder geheim, en ook alles waaruit die direct of indirect kan blijken
  (vergelijk artikel 1a van de Wet bescherming klokkenluiders).
- Deel de melding alleen met wie haar voor de behandeling nodig heeft. Deel
  haar niet met degene over wie is gemeld.
- Bevestig ons binnen 7 dagen dat u dit pakket hebt ontvangen en geopend.
  Noem daarbij alleen het dossiernummer hierboven.
- Laat ons binnen 3 maanden na die bevestiging weten of de melding is
  beoordeeld. Ook daarvoor is het dossiernummer genoeg.
- Bewaar de melding niet langer dan voor de behandeling noodzakelijk en
  evenredig is. Verwijder meteen wat kennelijk niet ter zake doet.

De termijnen van 7 dagen en 3 maanden zijn een verzoek, naar het voorbeeld van
de Wet bescherming klokkenluiders. De Vertrouwenslijn heeft geen contact meer
met de melder en kan dus geen vragen aan de melder doorgeven.

Hoe u dit pakket opent en controleert, staat in LEESMIJ.txt.

Met vriendelijke groet,

de Vertrouwenslijn
0800 2800 200, zeven dagen per week van 10.00 tot 17.00 uur
)";

constexpr std::string_view explanation = R"(LEESMIJ: wat dit pakket is en hoe u het opent

Inhoud

  brief.txt      de brief bij de overdracht
  LEESMIJ.txt    deze uitleg
  melding.txt    de melding, waaruit herleidbare gegevens zijn verwijderd
  manifest.json  de gegevens bij de melding en de controlegetallen (SHA-256)
                 van de drie teksten

Het pakket is verzegeld met de handtekening van de Vertrouwenslijn en daarna
versleuteld. Alleen wie de sleutel bij een van deze certificaten heeft, kan
het openen:

{recipients}Bewaar die sleutel zolang u het pakket nodig hebt. Met een nieuwe sleutel gaat
een oud pakket niet open.

Openen met report

  report open {file} --cert mijn.crt --key mijn.key \
    --trust keten.pem --out map

Het programma schrijft de vier bestanden pas als het zegel en alle
controlegetallen kloppen.

{mail}Openen met openssl

  openssl cms -decrypt -binary {form}-in {file} \
    {own}-inkey mijn.key -out stap1.mime
  openssl cms -verify -cades -binary -in stap1.mime \
    -CAfile keten.pem -out melding.mime

Daarbij is mijn.crt uw certificaat, mijn.key uw sleutel en keten.pem het
bestand met de certificaten van de autoriteit die het zegel van de
Vertrouwenslijn heeft uitgegeven. Vraag keten.pem langs een andere weg aan dan
die waarlangs dit pakket is gekomen. Gebruik melding.mime alleen als beide
opdrachten zonder fout eindigen (uitkomst 0). Mislukt een van de twee,
verwijder dan beide bestanden en lees niet wat erin staat. U hebt OpenSSL 3.0
of nieuwer nodig; van de reeks 3.0 gebruikt u ten minste 3.0.22, omdat
eerdere uitgaven ook vervalste inhoud kunnen wegschrijven.

Het bestand melding.mime bevat de vier bestanden onder elkaar en is leesbaar
in elke teksteditor. Verwijder stap1.mime en melding.mime na gebruik.

Wilt u ook nagaan of het certificaat van het zegel is ingetrokken? Voeg dan de
actuele lijst van ingetrokken certificaten (CRL, in PEM) toe aan keten.pem en
geef bij de tweede opdracht ook de optie -crl_check_all. Het programma report
doet die controle altijd.
)";

constexpr std::string_view with_mail_program = R"(Openen met een mailprogramma

Staat uw sleutel in Thunderbird, dan opent u dit bestand door erop te
dubbelklikken. Lees de inhoud alleen als Thunderbird zegt dat het bericht is
versleuteld en dat de ondertekening geldig is. Het programma report en openssl
zijn strenger dan een mailprogramma.

)";

constexpr std::string_view trial_letter = R"(DE VERTROUWENSLIJN
Proefpakket: er is niets gemeld

Aan:      {addressee}
Dossier:  {case}
Maand:    {month}

Geachte heer of mevrouw,

Met dit pakket probeert u uit of uw sleutel werkt, voordat wij u een echte
melding sturen. De melding in melding.txt is verzonnen.

Kunt u dit lezen, dan werkt het. Laat het ons weten; het dossiernummer
hierboven is genoeg. U hoeft dit pakket niet te bewaren.

Met vriendelijke groet,

de Vertrouwenslijn
0800 2800 200, zeven dagen per week van 10.00 tot 17.00 uur
)";

/// As the FAQ of the hotline puts it.
std::string_view title_of(std::string_view category) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 7> titles{{
      {"theft", "diefstal of verduistering"},
      {"fraud", "fraude voor persoonlijk gewin"},
      {"information", "lekken of misbruiken van informatie"},
      {"assets_powers", "misbruik van bedrijfsmiddelen of bevoegdheden"},
      {"position", "misbruik van positie"},
      {"conflict_of_interest", "vermenging van privé en zakelijke belangen"},
      {"associations", "ongewenste omgangsvormen, bijvoorbeeld met het criminele circuit"},
  }};
  const auto* found =
      std::ranges::find(titles, category, [](const auto& row) { return row.first; });
  return found == titles.end() ? category : found->second;
}

std::string month_in_words(const std::string& month) {
  constexpr std::array<std::string_view, 12> names{"januari",   "februari", "maart",    "april",
                                                   "mei",       "juni",     "juli",     "augustus",
                                                   "september", "oktober",  "november", "december"};
  constexpr std::size_t month_at = 5;
  const auto number = static_cast<std::size_t>(std::stoi(month.substr(month_at)));
  return fmt::format("{} {}", names.at(number - 1), month.substr(0, month_at - 1));
}

std::string in_words(std::string office) {
  std::ranges::replace(office, '_', ' ');
  return office;
}

std::string office_line(const std::string& title, const std::string& organisation) {
  return organisation.empty() || organisation == title ? title
                                                       : fmt::format("{}, {}", title, organisation);
}

/// "- ..." with its lines broken between words. Width counts bytes: a line with é is a bit shorter.
std::string item(std::string_view text) {
  constexpr std::size_t width = 78;
  std::string lines;
  std::string line = "-";
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (word.empty()) continue;
    if (line.size() + 1 + word.size() > width && line.size() > 2) {
      lines += line + '\n';
      line.assign(1, ' ');
    }
    line += ' ';
    line += word;
  }
  return lines + line + '\n';
}

std::string first_office(const Handover& handover) {
  const Recipient& first = handover.recipients.front().recipient;
  return office_line(in_words(first.office), first.organisation);
}

}  // namespace

std::string write_letter(const Handover& handover, const Classification& classification,
                         const Decision& decision) {
  const auto& to = decision.addressee;
  const std::string addressee =
      to ? office_line(to->title.empty() ? in_words(to->office) : to->title, to->organisation)
         : first_office(handover);
  std::string letter =
      fmt::format(letter_head, fmt::arg("addressee", addressee), fmt::arg("case", handover.case_id),
                  fmt::arg("month", month_in_words(handover.month)));
  if (!classification.categories.empty()) letter += "\nWaarover de melding gaat\n\n";
  for (const CategoryScore& category : classification.categories)
    letter += item(title_of(category.id));
  if (decision.organisation)
    letter += "\nDe organisatie die in de melding aan de orde is: " + *decision.organisation + "\n";
  if (!decision.grounds.empty()) letter += "\nWaarom u deze melding ontvangt\n\n";
  for (const Message& ground : decision.grounds) letter += item(ground.in(Language::nl));
  letter += about_the_text;
  if (!handover.subjects.empty()) letter += about_subjects;
  letter += requests;
  return letter;
}

std::string write_explanation(const Handover& handover) {
  std::string recipients;
  for (const Handover::To& to : handover.recipients)
    recipients += fmt::format(
        "  {}\n    sleutel-id (subjectKeyIdentifier) {}\n    SHA-256 van het certificaat\n    "
        "{}\n\n",
        office_line(in_words(to.recipient.office), to.recipient.organisation), to.state.key_id,
        to.state.fingerprint);
  const bool mail = handover.profile == Profile::mail;
  return fmt::format(
      explanation, fmt::arg("recipients", recipients), fmt::arg("file", handover.file_name),
      fmt::arg("mail", mail ? with_mail_program : ""), fmt::arg("form", mail ? "" : "-inform DER "),
      fmt::arg("own", !handover.shown_ids.empty() ? "" : "-recip mijn.crt "));
}

const std::string_view trial_note =
    "Dit is een verzonnen melding om een sleutel mee uit te proberen. Er is niets gemeld.\n";

std::string write_trial_letter(const Handover& handover) {
  return fmt::format(trial_letter, fmt::arg("addressee", first_office(handover)),
                     fmt::arg("case", handover.case_id),
                     fmt::arg("month", month_in_words(handover.month)));
}

}  // namespace report
