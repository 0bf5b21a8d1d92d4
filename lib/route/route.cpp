// SPDX-License-Identifier: EUPL-1.2
#include "route/route.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/error.hpp"
#include "route/accused.hpp"
#include "route/gates.hpp"
#include "route/organisation.hpp"

namespace report {
namespace {

constexpr std::string_view rijksrecherche = "rijksrecherche";

/// What the table looks at.
struct Facts {
  const Classification& classification;
  const Reading& reading;
  const Rulebook& rulebook;
  const Office* accused = nullptr;
  std::optional<std::uint32_t> kind;
  std::optional<std::string> organisation;

  [[nodiscard]] bool is_kind(std::string_view id) const {
    return kind && rulebook.route.kinds[*kind] == id;
  }
};

bool lists(const std::vector<std::string>& words, std::string_view word) {
  return words.empty() || std::find(words.begin(), words.end(), word) != words.end();
}

bool cue_found(const Facts& facts, const std::string& id) {
  const auto cue = facts.rulebook.classify.cues.find(id);
  return cue && facts.reading.values[*cue] > 0;
}

bool reaches(const Facts& facts, const std::map<std::string, double>& least) {
  return std::all_of(least.begin(), least.end(), [&](const auto& each) {
    return facts.reading.score(facts.rulebook.classify, each.first) >= each.second;
  });
}

bool holds_for(const TableRow& row, const Facts& facts) {
  const auto& categories = facts.classification.categories;
  const Output* const likely = facts.reading.likeliest(facts.rulebook.classify, "route");
  return lists(row.likely, likely == nullptr ? "" : likely->id) &&
         lists(row.scope, facts.classification.scope) &&
         lists(row.category, categories.empty() ? "" : categories.front().id) &&
         (row.any.empty() || std::any_of(row.any.begin(), row.any.end(),
                                         [&](const auto& cue) { return cue_found(facts, cue); })) &&
         lists(row.office, facts.accused != nullptr ? facts.accused->id : "") &&
         lists(row.level, facts.accused != nullptr ? facts.accused->level : "") &&
         lists(row.kind, facts.kind ? facts.rulebook.route.kinds[*facts.kind] : "") &&
         reaches(facts, row.at_least) &&
         std::none_of(row.below.begin(), row.below.end(),
                      [&](const auto& each) { return reaches(facts, {each}); });
}

std::string call_line(const Referral& referral, const std::string& hours) {
  return fmt::format("{}: {}, {}.", referral.name, referral.number, hours);
}

/// The routes not taken that came near.
void name_others(const Facts& facts, Decision& decision) {
  constexpr double near = 0.05;
  for (const Output& output : facts.rulebook.classify.outputs) {
    const double score = facts.reading.score(facts.rulebook.classify, output.id);
    if (output.kind == "route" && output.id != decision.route && score >= near)
      decision.others.emplace_back(output.id, score);
  }
  std::sort(decision.others.begin(), decision.others.end(),
            [](const auto& a, const auto& b) { return a.second > b.second; });
}

void say_what(const Facts& facts, Decision& decision) {
  for (const CategoryScore& category : facts.classification.categories) {
    const Output* const output = facts.rulebook.classify.output(category.id);
    const std::size_t signs = category.evidence.size();
    decision.votes.emplace_back(
        fmt::format("{} op {} (score {:.2f}).",
                    signs == 1 ? "Eén passage wijst" : fmt::format("{} passages wijzen", signs),
                    output == nullptr ? category.id : output->title_nl, category.score),
        fmt::format("{} of the note {} to {} (score {:.2f}).",
                    signs == 1 ? "One passage" : fmt::format("{} passages", signs),
                    signs == 1 ? "points" : "point",
                    output == nullptr ? category.id : output->title_en, category.score));
  }
  if (facts.accused != nullptr)
    decision.grounds.emplace_back(fmt::format("De beschuldigde is {}.", facts.accused->title_nl),
                                  fmt::format("The accused is: {}.", facts.accused->title_en));
}

/// The employer's highest authority that is free of the accused; else rijksrecherche for a crime.
void address(const Facts& facts, Decision& decision) {
  const RouteRules& rules = facts.rulebook.route;
  const bool about_itself =
      facts.is_kind(rijksrecherche) || decision.accused_office == "rijksrechercheur";
  if (decision.route == rijksrecherche && !about_itself) {
    decision.addressee = Addressee{std::string(rijksrecherche), "Rijksrecherche", "Rijksrecherche"};
    return;
  }
  if (!facts.kind) return;
  decision.addressee = addressee_above(decision.accused_office.value_or(""), *facts.kind,
                                       decision.organisation.value_or(""), rules);
  if (decision.addressee) {
    const Office* const office = rules.office(decision.addressee->office);
    const std::string& at = decision.addressee->organisation;
    decision.grounds.emplace_back(
        fmt::format("Boven de beschuldigde staat: {} ({}).", office->title_nl, at),
        fmt::format("Above the accused stands: {} ({}).", office->title_en, at));
    return;
  }
  if (reaches(facts, rules.nobody_free.at_least) && !about_itself) {
    decision.route = rijksrecherche;
    decision.addressee = Addressee{std::string(rijksrecherche), "Rijksrecherche", "Rijksrecherche"};
    decision.grounds.push_back(rules.nobody_free.ground);
    return;
  }
  decision.holds.push_back(
      {"conflict", rules.questions.at("conflict"), std::nullopt, std::nullopt});
}

void ask_gates(const Facts& facts, const Scrubbed& scrubbed, const RouteOptions& options,
               Decision& decision) {
  const RouteRules& rules = facts.rulebook.route;
  const Matter matter{&scrubbed, &facts.classification, &facts.reading, facts.accused,
                      facts.organisation.has_value()};
  const auto add = [&](std::vector<Hold> holds) {
    for (Hold& hold : holds) decision.holds.push_back(std::move(hold));
  };
  add(concrete_holds(matter, facts.rulebook));
  add(safe_holds(matter, facts.rulebook));
  if (!decision.addressee) {
    decision.holds.push_back(
        {"addressee", rules.questions.at("addressee"), std::nullopt, std::nullopt});
    return;
  }
  if (decision.route == "employer")
    add(conflict_holds(matter, *decision.addressee, facts.rulebook));
  if (options.reachable_offices &&
      std::find(options.reachable_offices->begin(), options.reachable_offices->end(),
                decision.addressee->office) == options.reachable_offices->end())
    decision.holds.push_back(
        {"addressee", rules.questions.at("addressee"), std::nullopt, std::nullopt});
}

void lift(const std::vector<Lift>& lifts, Decision& decision) {
  for (const Lift& each : lifts) {
    if (each.gate == "content") continue;  // what is no report cannot be made one
    // Without an addressee there is nobody to seal for.
    if (each.gate == "addressee" && !decision.addressee) continue;
    if (each.gate == "conflict" && !decision.addressee) continue;
    const auto gone = std::remove_if(decision.holds.begin(), decision.holds.end(),
                                     [&](const Hold& hold) { return hold.gate == each.gate; });
    if (gone == decision.holds.end()) continue;
    decision.holds.erase(gone, decision.holds.end());
    decision.lifted.push_back(each);
  }
}

}  // namespace

Decision route(const Scrubbed& scrubbed, const Reading& reading,
               const Classification& classification, const Rulebook& rulebook,
               const RouteOptions& options) {
  const RouteRules& rules = rulebook.route;
  if (rules.rows.empty())
    throw Error(Fault::rules, say({"deze regels hebben geen beslistabel (route/table.yaml)",
                                   "these rules have no decision table (route/table.yaml)"}));
  Facts facts{.classification = classification,
              .reading = reading,
              .rulebook = rulebook,
              .accused = nullptr,
              .kind = std::nullopt,
              .organisation = std::nullopt};
  if (scrubbed.text.organisation()) {
    facts.organisation = scrubbed.text.organisation();
    facts.kind = kind_of_body(*facts.organisation, rulebook);
  } else if (const auto body =
                 body_of_accused(find_bodies(reading, rules), reading, rulebook)) {
    facts.kind = body->kind;
    facts.organisation = body->name;
  }
  if (classification.scope == "integrity") facts.accused = office_of_accused(reading, rulebook);

  Decision decision;
  decision.organisation = facts.organisation;
  if (facts.accused != nullptr) decision.accused_office = facts.accused->id;
  say_what(facts, decision);
  const auto row = std::find_if(rules.rows.begin(), rules.rows.end(),
                                [&](const TableRow& each) { return holds_for(each, facts); });
  decision.route = row == rules.rows.end() ? "hold" : row->route;
  decision.rule = row == rules.rows.end() ? "none" : row->id;
  if (row != rules.rows.end())
    decision.grounds.emplace_back(
        fmt::format("{} ({})", row->ground.in(Language::nl), row->source),
        fmt::format("{} ({})", row->ground.in(Language::en), row->source));
  if (decision.route == "employer" || decision.route == rijksrecherche) {
    address(facts, decision);
    ask_gates(facts, scrubbed, options, decision);
  } else {
    if (const Referral* const referral = rules.referral(decision.route))
      decision.grounds.emplace_back(call_line(*referral, referral->hours.in(Language::nl)),
                                    call_line(*referral, referral->hours.in(Language::en)));
    decision.holds.push_back({"content",
                              row == rules.rows.end() ? rules.questions.at("content") : row->ground,
                              std::nullopt, std::nullopt});
  }
  name_others(facts, decision);
  lift(options.lifts, decision);
  return decision;
}

}  // namespace report
