// SPDX-License-Identifier: EUPL-1.2
#include "handover.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/error.hpp"

namespace report {
namespace {

bool belongs(const CheckedRecipient& checked, const std::optional<std::string>& organisation) {
  return checked.recipient.organisation.empty() ||
         (organisation && same_name(checked.recipient.organisation, *organisation));
}

/// Offices of the addressee's organisation whose certificates are all valid.
std::vector<std::string> reachable(const std::vector<CheckedRecipient>& recipients,
                                   const Decision& decision) {
  std::vector<std::string> out;
  if (!decision.addressee) return out;
  for (const CheckedRecipient& checked : recipients)
    if (belongs(checked, decision.addressee->organisation)) out.push_back(checked.recipient.office);
  for (const CheckedRecipient& checked : recipients)
    if (!checked.state.valid && belongs(checked, decision.addressee->organisation))
      std::erase(out, checked.recipient.office);
  return out;
}

const CheckedRecipient& asked_recipient(const Directions& directions, const Decision& decision) {
  const CheckedRecipient* found = nullptr;
  for (const CheckedRecipient& checked : *directions.recipients)
    if (same_name(checked.recipient.office, directions.to) &&
        (found == nullptr || belongs(checked, decision.organisation)))
      found = &checked;
  if (found == nullptr)
    throw Error(
        Fault::usage,
        say({"de map heeft geen ontvanger '{}'", "the directory has no office '{}'"},
            directions.to),
        {say({"'report recipients list' noemt ze", "'report recipients list' names them"})});
  return *found;
}

/// Whether the accused stands above an office, as far as the offices' ranks say it.
bool is_above(const std::string& accused, const std::string& office, const RouteRules& rules) {
  const Office* const above = rules.office(accused);
  const Office* const below = rules.office(office);
  return above != nullptr && below != nullptr && above->rank > below->rank;
}

/// A person's own choice of office. The table's answer stands unless the gate is lifted for it, and
/// no choice leads to the accused or to who serves under the accused.
void send_to(const Directions& directions, const RouteRules& rules, Decision& decision) {
  const CheckedRecipient& checked = asked_recipient(directions, decision);
  const Recipient& chosen = checked.recipient;
  if (decision.accused_office && (same_name(*decision.accused_office, chosen.office) ||
                                  is_above(*decision.accused_office, chosen.office, rules)))
    throw Error(
        Fault::refused,
        say({"'{}' is het ambt van de beschuldigde, of een eronder",
             "'{}' is the office of the accused, or one below it"},
            chosen.office),
        {say({"een melding gaat nooit naar wie zij betreft, en niet naar wie daaronder werkt",
              "a report never goes to the person it is about, nor to who serves under them"})});
  const bool lifted = std::any_of(directions.lifts.begin(), directions.lifts.end(),
                                  [](const Lift& lift) { return lift.gate == "addressee"; });
  if (decision.addressee && !same_name(decision.addressee->office, chosen.office) && !lifted)
    throw Error(Fault::refused,
                say({"de tabel noemt het ambt '{}', niet '{}'",
                     "the table names the office '{}', not '{}'"},
                    decision.addressee->office, chosen.office),
                {say({"--lift addressee --because TEKST stuurt het toch daarheen",
                      "--lift addressee --because TEXT sends it elsewhere all the same"})});
  decision.addressee =
      Addressee{chosen.office, chosen.organisation.empty() ? decision.organisation.value_or("")
                                                           : chosen.organisation};
  std::erase_if(decision.holds, [](const Hold& hold) { return hold.gate == "addressee"; });
  if (!checked.state.valid)
    decision.holds.push_back({"addressee", checked.state.reason, std::nullopt, std::nullopt});
}

}  // namespace

Decision decide(const Scrubbed& scrubbed, const Reading& reading,
                const Classification& classification, const Rulebook& rulebook,
                const Directions& directions) {
  RouteOptions options{.lifts = directions.lifts, .reachable_offices = std::nullopt};
  Decision decision = route(scrubbed, reading, classification, rulebook, options);
  if (directions.recipients == nullptr) return decision;
  options.reachable_offices = reachable(*directions.recipients, decision);
  decision = route(scrubbed, reading, classification, rulebook, options);
  if (!directions.to.empty()) send_to(directions, rulebook.route, decision);
  return decision;
}

bool is_handover(const Decision& decision) {
  return decision.route == "rijksrecherche" || decision.route == "employer";
}

}  // namespace report
