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
constexpr Words found{"Gevonden", "Found"};
constexpr Words less_likely{"Minder waarschijnlijk", "Less likely"};
constexpr Words next{"Verder", "Next"};
constexpr Words next_held{
    "beantwoord de vragen, vul de melding aan en leg haar opnieuw voor; of hef een slot op met "
    "--lift SLOT --because REDEN",
    "answer the questions, complete the note and run it again; or lift a gate with --lift GATE "
    "--because REASON"};
constexpr Words next_content{
    "vraag dit na en leg de melding opnieuw voor; zoals zij nu is, gaat zij naar niemand",
    "ask, and run the note again; as it is, it goes to nobody"};
constexpr Words next_referral{"geef het nummer door; er wordt niets overgedragen",
                              "give the number; nothing is handed over"};
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

std::string list(const Words& name, const std::vector<Message>& sentences, Language language) {
  if (sentences.empty()) return {};
  std::string out = fmt::format("{}:\n", name.in(language));
  for (const Message& sentence : sentences) out += fmt::format("  - {}\n", sentence.in(language));
  return out;
}

bool is_referral(const Decision& decision) { return decision.route.starts_with("refer:"); }

/// What holds the note, and what a person lifted. A referral has no gate to lift.
std::string gates(const Decision& decision, Language language) {
  std::string out;
  if (is_referral(decision)) return out;
  for (const Hold& hold : decision.holds) {
    out += fmt::format("  - {}: {}", hold.gate, hold.reason.in(language));
    if (hold.start && hold.end) out += fmt::format(" ({}-{})", *hold.start, *hold.end);
    out += '\n';
  }
  for (const Lift& lift : decision.lifted)
    out += fmt::format("  - {}: {}: {}\n", lift.gate, lifted.in(language), lift.because);
  return out;
}

/// The grounds, the routes not taken, and what to do now.
std::string reasons(const Decision& decision, const Rulebook& rulebook, Language language) {
  std::string out = list(found, decision.votes, language);
  out += list(grounds, decision.grounds, language);
  if (!decision.others.empty()) out += fmt::format("{}:\n", less_likely.in(language));
  for (const auto& [route, score] : decision.others)
    out += fmt::format("  - {} ({:.2f})\n",
                       title_of(rulebook.classify.output(route), route, language), score);
  if (!decision.ready()) {
    const Words& what = is_referral(decision)      ? next_referral
                        : decision.route == "hold" ? next_content
                                                   : next_held;
    out += line(next, what.in(language), language);
  }
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
    const Office* const known = rulebook.route.office(decision.addressee->office);
    const std::string& at = decision.addressee->organisation;
    // "Rijksrecherche" is an office and a body.
    const bool alone = at.empty() || (known != nullptr && at == known->title_nl);
    const std::string to = office(decision.addressee->office);
    out += line(addressee, alone ? to : fmt::format("{}, {}", to, at), language);
  }
  if (const Referral* const referral = rulebook.route.referral(decision.route)) {
    out += line(call, fmt::format("{} {}", referral->name, referral->number), language);
    out += line(open_at, referral->hours.in(language), language);
    out += line(to_say, referral->words.in(language), language);
  } else {
    out += line(release, (decision.ready() ? released : held).in(language), language);
  }
  return out + gates(decision, language) + reasons(decision, rulebook, language);
}

}  // namespace report
