// SPDX-License-Identifier: EUPL-1.2
// Faults in the tables of rules/route/ are told with their place.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <doctest/doctest.h>

#include "rulebook/rulebook.hpp"
#include "unit/base/folder_of_test.hpp"

using namespace report;

namespace {

namespace fs = std::filesystem;

/// The faults of the project's rules when the first `from` of a file is made `to`.
std::vector<std::string> faults_with(const std::string& file, const std::string& from,
                                     const std::string& to) {
  const TestFolder folder;
  const fs::path rules = folder.path() / "rules";
  fs::copy(fs::path(REPORT_SOURCE_DIR) / "rules", rules, fs::copy_options::recursive);
  std::stringstream content;
  content << std::ifstream(rules / file).rdbuf();
  std::string text = content.str();
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  text.replace(at, from.size(), to);
  std::ofstream(rules / file) << text;
  std::vector<Message> faults;
  (void)read_rulebook(rules, &faults);
  std::vector<std::string> said;
  for (const Message& fault : faults) said.push_back(fault.in(Language::en));
  return said;
}

struct Case {
  std::string file, from, to, said;
};

}  // namespace

TEST_CASE("route faults: each is told with file, line, column and what is wrong") {
  const std::string table = "route/table.yaml", conflicts = "route/conflicts.yaml";
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
