// SPDX-License-Identifier: EUPL-1.2
// Faults in the tables of rules/route/ are told with their place.
#include <algorithm>

#include <doctest/doctest.h>

#include "unit/rulebook/faults_with.hpp"

using namespace report;

namespace {

struct Case {
  std::string file, from, to, said;
};

}  // namespace

TEST_CASE("route faults: each is told with file, line, column and what is wrong") {
  const std::string table = "route/table.yaml", conflicts = "route/conflicts.yaml",
                    organisations = "route/organisations.yaml";
  const std::vector<Case> cases{
      {table, "category: [fraud, theft]", "category: [fraud, thft]", "there is no category 'thft'"},
      {table, "scope: [extortion]", "scope: [extorsion]", "there is no scope 'extorsion'"},
      {table, "likely: [employer]", "likely: [emploier]", "there is no route 'emploier'"},
      {table, "below: {sure:", "below: {shure:", "there is no output 'shure'"},
      {table, "any: [sign-leak-outside]", "any: [sign-leek]", "there is no cue 'sign-leek'"},
      {table, "office: [rijksrechercheur]", "office: [rijksrechercher]", "rijksrechercher"},
      {table, "any: [sign-leak-outside]", "any: [sign-organised]", "has the conditions of"},
      {table, "{id: R1, when: {likely: [rijksrecherche], any: [sign-bribery, fraud-bribe-word]}",
       "{id: R1, when: {}", "is never reached"},
      {conflicts, "rungs: [politiechef, korpschef,", "rungs: [politiechef, politiechef,",
       "politiechef"},
      {table, "sure: 0.4}}, route: \"refer:mma\"", "sure: 0.4}}, route: \"refer:mmb\"",
       "there is no route 'refer:mmb'"},
      {table, "at_least: {grave:", "at_least: {graaf:", "there is no output 'graaf'"},
      {"route/gates.yaml", "{id: safe-trace,", "{id: safe-trase,", "unknown gate 'safe-trase'"},
      {"route/gates.yaml", "{id: safe-trace,", "{id: safe-trase,",
       "the gate 'safe-trace' is missing"},
      {organisations, "names: [municipality]", "names: [municipalty]",
       "unknown lexicon class 'municipalty'"},
      {organisations, "name: listed, called: gemeente", "name: listed",
       "'called' goes with 'name: listed'"},
      {organisations, "name: maybe", "name: perhaps", "unknown place of a name 'perhaps'"},
      {conflicts, "kind: kadaster", "kind: kadastre", "kadast"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.to);
    const auto faults = faults_with(each.file, each.from, each.to);
    const bool told = std::any_of(faults.begin(), faults.end(), [&](const std::string& fault) {
      return fault.starts_with(each.file + ":") && fault.find(each.said) != std::string::npos &&
             std::count(fault.begin(), fault.end(), ':') >= 3;
    });
    for (const std::string& fault : faults) CAPTURE(fault);
    CHECK(told);
  }
}
