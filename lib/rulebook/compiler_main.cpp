// SPDX-License-Identifier: EUPL-1.2
// Build tool: rule folder in, compiled table out. Prints every fault, as file:line:column. Notes
// given as JSON lines are samples that the automaton of the rules is built on: they make it faster,
// no other.
#include <fstream>
#include <span>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/error.hpp"
#include "rulebook/rulebook.hpp"

namespace {

std::vector<std::string> texts_of(std::span<char* const> files) {
  std::vector<std::string> texts;
  for (const char* const file : files) {
    std::ifstream lines(file);
    for (std::string line; std::getline(lines, line);)
      texts.push_back(nlohmann::json::parse(line).at("text").get<std::string>());
  }
  return texts;
}

}  // namespace

int main(int count, char** arguments) {
  constexpr int wanted = 3;
  if (count < wanted) {
    fmt::print(stderr, "usage: rulebook_compiler RULES TABLE [NOTES.jsonl...]\n");
    return 2;
  }
  try {
    std::vector<report::Message> faults;
    report::Rulebook rulebook = report::read_rulebook(arguments[1], &faults);
    for (const report::Message& fault : faults)
      fmt::print(stderr, "{}/{}\n", arguments[1], fault.in(report::Language::en));
    if (!faults.empty()) return 2;
    rulebook.find.index_patterns(texts_of({arguments + wanted, arguments + count}));
    std::ofstream out(arguments[2], std::ios::binary | std::ios::trunc);
    out << report::compile_rulebook(rulebook);
    out.close();
    return out ? 0 : 3;
  } catch (const report::Error& error) {
    fmt::print(stderr, "{}: {}\n", arguments[1], error.what());
    return 2;
  }
}
