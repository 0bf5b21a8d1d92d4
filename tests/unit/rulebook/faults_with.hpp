// SPDX-License-Identifier: EUPL-1.2
// What the reader says of the project's rules after one change to them.
#pragma once

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "rulebook/rulebook.hpp"
#include "unit/base/folder_of_test.hpp"

namespace report {

/// The faults of the project's rules when the first `from` of a file is made `to`.
inline std::vector<std::string> faults_with(const std::string& file, const std::string& from,
                                            const std::string& to) {
  namespace fs = std::filesystem;
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

}  // namespace report
