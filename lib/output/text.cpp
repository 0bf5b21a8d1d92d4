// SPDX-License-Identifier: EUPL-1.2
#include "output/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

namespace report {
namespace {

using Title = std::pair<std::string_view, Words>;

// The ids are those of INTERFACE; the Dutch of the categories is the FAQ's.
constexpr std::array titles{
    Title{"theft", {"diefstal of verduistering", "theft or embezzlement"}},
    Title{"fraud", {"fraude voor persoonlijk gewin", "fraud for personal gain"}},
    Title{"information", {"informatie lekken of misbruiken", "leaking or misusing information"}},
    Title{"assets_powers",
          {"misbruik van bedrijfsmiddelen of bevoegdheden", "misuse of assets or powers"}},
    Title{"position", {"misbruik van positie", "abuse of position"}},
    Title{"conflict_of_interest",
          {"vermenging van privé en zakelijk", "conflict of private and official interests"}},
    Title{"associations",
          {"ongewenste omgang, bijvoorbeeld met het criminele circuit",
           "undesirable associations, for example with criminals"}},
    Title{"integrity", {"integriteitsschending", "breach of integrity"}},
    Title{"threat",
          {"bedreiging of intimidatie van een bestuurder",
           "threat or intimidation of an office holder"}},
    Title{"extortion", {"afpersing", "extortion"}},
    Title{"mma",
          {"misdaad zonder ambtsdrager: Meld Misdaad Anoniem",
           "a crime without an official: Meld Misdaad Anoniem"}},
    Title{"other", {"geen zaak voor de Vertrouwenslijn", "no matter for the hotline"}},
    Title{"rijksrecherche", {"naar de Rijksrecherche", "to the Rijksrecherche"}},
    Title{"employer",
          {"naar het hoogste gezag van de organisatie",
           "to the highest authority of the organisation"}},
    Title{"refer:vertrouwenslijn",
          {"doorverwijzen naar de Vertrouwenslijn voor bestuurders",
           "refer to the Vertrouwenslijn for office holders"}},
    Title{"refer:afpersing",
          {"doorverwijzen naar de Vertrouwenslijn Afpersing",
           "refer to the Vertrouwenslijn Afpersing"}},
    Title{"refer:mma",
          {"doorverwijzen naar Meld Misdaad Anoniem", "refer to Meld Misdaad Anoniem"}},
    Title{"hold",
          {"nog niet te beslissen: een mens moet kijken",
           "not to be decided yet: a person must look"}},
};

std::string title_of(std::string_view id, Language language) {
  const auto found = std::find_if(titles.begin(), titles.end(),
                                  [id](const Title& title) { return title.first == id; });
  return std::string(found == titles.end() ? id : found->second.in(language));
}

constexpr Words scope{"Soort", "Kind"};
constexpr Words category{"Schending", "Misconduct"};
constexpr Words no_category{"geen van de zeven", "none of the seven"};
constexpr Words decision_line{"Besluit", "Decision"};
constexpr Words organisation{"Organisatie", "Organisation"};
constexpr Words accused{"Betrokkene", "Accused"};
constexpr Words addressee{"Aan", "To"};
constexpr Words release{"Vrijgave", "Release"};
constexpr Words released{"klaar om te verzegelen", "ready to be sealed"};
constexpr Words held{"vastgehouden", "held"};
constexpr Words lifted{"opgeheven", "lifted"};
constexpr Words grounds{"Gronden", "Grounds"};
constexpr Words rule{"Regel", "Rule"};

std::string line(const Words& name, std::string_view value, Language language) {
  constexpr std::size_t width = 14;
  return fmt::format("{:<{}}{}\n", fmt::format("{}:", name.in(language)), width, value);
}

std::string evidence_lines(const std::vector<Evidence>& evidence) {
  std::string out;
  for (const Evidence& cue : evidence)
    out += fmt::format("  {:>5.2f}  {} ({}-{})\n", cue.weight, cue.rule, cue.start, cue.end);
  return out;
}

}  // namespace

std::string classification_text(const Classification& classification, bool explain,
                                Language language) {
  std::string out = line(scope, title_of(classification.scope, language), language);
  if (explain) out += evidence_lines(classification.scope_evidence);
  if (classification.scope == "integrity" && classification.categories.empty())
    out += line(category, no_category.in(language), language);
  for (const CategoryScore& one : classification.categories) {
    out += line(category,
                fmt::format("{} ({}, {:.2f})", title_of(one.id, language), one.id, one.score),
                language);
    if (explain) out += evidence_lines(one.evidence);
  }
  return out;
}

std::string decision_text(const Decision& decision, Language language) {
  std::string out =
      line(decision_line,
           fmt::format("{} ({})", title_of(decision.route, language), decision.route), language);
  if (decision.organisation) out += line(organisation, *decision.organisation, language);
  if (decision.accused_office) out += line(accused, *decision.accused_office, language);
  if (decision.addressee) {
    const Addressee& to = *decision.addressee;
    out += line(
        addressee,
        to.organisation.empty() ? to.office : fmt::format("{}, {}", to.office, to.organisation),
        language);
  }
  out += line(release, (decision.ready() ? released : held).in(language), language);
  for (const Hold& hold : decision.holds) {
    out += fmt::format("  - {}: {}", hold.gate, hold.reason);
    if (hold.start && hold.end) out += fmt::format(" ({}-{})", *hold.start, *hold.end);
    out += '\n';
  }
  for (const Lift& lift : decision.lifted)
    out += fmt::format("  - {}: {}: {}\n", lift.gate, lifted.in(language), lift.because);
  if (!decision.grounds.empty()) out += fmt::format("{}:\n", grounds.in(language));
  for (const std::string& ground : decision.grounds) out += fmt::format("  - {}\n", ground);
  if (!decision.rule.empty()) out += line(rule, decision.rule, language);
  return out;
}

}  // namespace report
