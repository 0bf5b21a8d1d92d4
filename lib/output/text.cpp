// SPDX-License-Identifier: EUPL-1.2
#include "output/text.hpp"

#include <fmt/format.h>

namespace report {
namespace {

/// A title from the rules, or the id where they have none.
template <typename Titled>
std::string title_of(const Titled* titled, std::string_view id, Language language) {
  if (titled == nullptr) return std::string(id);
  return language == Language::nl ? titled->title_nl : titled->title_en;
}

constexpr Words scope{"Soort", "Kind"};
constexpr Words category{"Schending", "Misconduct"};
constexpr Words no_category{"geen van de zeven", "none of the seven"};
constexpr Words breach{"integriteitsschending", "breach of integrity"};
constexpr Words call{"Bellen", "Call"};
constexpr Words open_at{"Bereikbaar", "Open"};
constexpr Words to_say{"Zeg", "Say"};
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

/// What holds the note, what a person lifted, and the grounds.
std::string reasons(const Decision& decision, Language language) {
  std::string out;
  // A referral says why in its grounds; there is no gate to lift.
  const bool referral = decision.route.starts_with("refer:");
  for (const Hold& hold : referral ? std::vector<Hold>() : decision.holds) {
    out += fmt::format("  - {}: {}", hold.gate, hold.reason.in(language));
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

}  // namespace

std::string classification_text(const Classification& classification, const Rulebook& rulebook,
                                bool explain, Language language) {
  const auto title = [&](const std::string& id) {
    return title_of(rulebook.classify.output(id), id, language);
  };
  const bool integrity = classification.scope == "integrity";
  std::string out = line(
      scope, integrity ? std::string(breach.in(language)) : title(classification.scope), language);
  if (explain) out += evidence_lines(classification.scope_evidence);
  if (integrity && classification.categories.empty())
    out += line(category, no_category.in(language), language);
  for (const CategoryScore& one : classification.categories) {
    out +=
        line(category, fmt::format("{} ({}, {:.2f})", title(one.id), one.id, one.score), language);
    if (explain) out += evidence_lines(one.evidence);
  }
  return out;
}

std::string decision_text(const Decision& decision, const Rulebook& rulebook, Language language) {
  const auto office = [&](const std::string& id) {
    return title_of(rulebook.route.office(id), id, language);
  };
  std::string out =
      line(decision_line,
           fmt::format("{} ({})",
                       title_of(rulebook.classify.output(decision.route), decision.route, language),
                       decision.route),
           language);
  if (decision.organisation) out += line(organisation, *decision.organisation, language);
  if (decision.accused_office) out += line(accused, office(*decision.accused_office), language);
  if (decision.addressee) {
    const std::string to = office(decision.addressee->office);
    const std::string& at = decision.addressee->organisation;
    out += line(addressee, at.empty() || at == to ? to : fmt::format("{}, {}", to, at), language);
  }
  if (const Referral* const referral = rulebook.route.referral(decision.route)) {
    out += line(call, fmt::format("{} {}", referral->name, referral->number), language);
    if (!referral->hours.empty()) out += line(open_at, referral->hours, language);
    out += line(to_say, referral->words_nl, language);
  } else {
    out += line(release, (decision.ready() ? released : held).in(language), language);
  }
  return out + reasons(decision, language);
}

}  // namespace report
