// SPDX-License-Identifier: EUPL-1.2
// Findings told by their words, before and after a stage that changes them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "document/document.hpp"
#include "find/finding.hpp"
#include "rulebook/rulebook.hpp"

namespace report {

inline const Rulebook& rules() {
  static const Rulebook rulebook = builtin_rulebook();
  return rulebook;
}

struct FoundWords {
  std::string_view words, type, rule;
};

/// What becomes of findings of these words: the passages behind one another.
template <typename Make>
std::string after(const std::string& note, const std::vector<FoundWords>& parts, Make make) {
  const Document document = read_document({"", note, std::nullopt});
  const LookedUp text = look_up(document, rules().lexicon);
  std::vector<Finding> findings;
  std::size_t at = 0;
  for (const FoundWords& part : parts) {
    Finding finding;
    at = document.view.text.find(part.words, at);
    REQUIRE(at != std::string::npos);
    finding.span = {at, at + part.words.size()};
    finding.type = part.type;
    finding.rule = part.rule;
    finding.certainty = 0.7;
    findings.push_back(finding);
    at += part.words.size();
  }
  make(text, findings);
  std::string told;
  for (const Finding& finding : findings)
    told += (told.empty() ? "" : "; ") +
            document.view.text.substr(finding.span.begin, finding.span.size());
  return told;
}

}  // namespace report
