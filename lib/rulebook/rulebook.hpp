// SPDX-License-Identifier: EUPL-1.2
// Everything that is Dutch, policy or law, read from rules/ and compiled into one table. A Rulebook
// is const after loading and shared by all threads.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "rulebook/classify_rules.hpp"
#include "rulebook/find_rules.hpp"
#include "rulebook/lexicon.hpp"
#include "rulebook/route_rules.hpp"

namespace report {

struct Rulebook {
  Lexicon lexicon;
  FindRules find;
  ClassifyRules classify;
  RouteRules route;
  std::string digest;  // SHA-256 over names and bytes of all files of the rule folder
};

/// Reads and checks a rule folder (the layout of rules/, see report-rules(5)). Throws the first
/// Error{rules}; `faults`, when given, takes them all instead, as far as reading can go on.
Rulebook read_rulebook(const std::filesystem::path& folder, std::vector<Message>* faults = nullptr);

/// The rulebook as one table of bytes, and back. `bytes` must outlive the rulebook and be 64-byte
/// aligned: the lexicon lies in it as it is. Throws Error{internal} for bytes of another version.
std::string compile_rulebook(const Rulebook& rulebook);
Rulebook load_rulebook(std::span<const std::byte> bytes);

/// The rulebook that the program was built with; parses neither YAML nor lists.
Rulebook builtin_rulebook();

}  // namespace report
