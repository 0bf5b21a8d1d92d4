// SPDX-License-Identifier: EUPL-1.2
// Build tool: rule folder in, compiled table out. Prints every fault, as file:line:column.
#include <fmt/format.h>

#include <fstream>

#include "base/error.hpp"
#include "rulebook/rulebook.hpp"

int main(int count, char** arguments) {
  constexpr int wanted = 3;
  if (count != wanted) {
    fmt::print(stderr, "usage: rulebook_compiler RULES TABLE\n");
    return 2;
  }
  try {
    std::vector<std::string> faults;
    const report::Rulebook rulebook = report::read_rulebook(arguments[1], &faults);
    for (const std::string& fault : faults)
      fmt::print(stderr, "{}/{}\n", arguments[1], fault);
    if (!faults.empty()) return 2;
    std::ofstream out(arguments[2], std::ios::binary | std::ios::trunc);
    out << report::compile_rulebook(rulebook);
    out.close();
    return out ? 0 : 3;
  } catch (const report::Error& error) {
    fmt::print(stderr, "{}: {}\n", arguments[1], error.what());
    return 2;
  }
}
