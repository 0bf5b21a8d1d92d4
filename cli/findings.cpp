// SPDX-License-Identifier: EUPL-1.2
#include "findings.hpp"

#include <fmt/format.h>

#include "find/own_lists.hpp"
#include "inputs.hpp"
#include "output/severity.hpp"
#include "rule_list.hpp"
#include "words.hpp"

namespace report {
namespace {

std::string line_of(const Spotted& spotted, const std::string& file, Language language) {
  const auto say = [&](const Words& words, const auto&... values) {
    return fmt::format(fmt::runtime(words.in(language)), file, spotted.line, spotted.column,
                       values...);
  };
  switch (spotted.severity) {
    case Severity::unsure:
      return say(words::unsure_one, spotted.type, spotted.rule);
    case Severity::trace:
      return say(words::trace_one, spotted.type, spotted.rule);
    case Severity::identifier:
      break;
  }
  return say(words::removed_one, spotted.type, spotted.label, spotted.rule, spotted.certainty);
}

}  // namespace

Reasons::Reasons(const Rulebook& rulebook, Language language) {
  for (const RuleCard& card : list_find_rules(rulebook.find))
    by_rule_.emplace(card.id, language == Language::nl ? card.why_nl : card.why_en);
  by_rule_.emplace(OwnLists::deny_rule, words::list_deny.in(language));
}

std::string_view Reasons::of(std::string_view rule) const {
  const auto found = by_rule_.find(rule);
  return found == by_rule_.end() ? std::string_view() : found->second;
}

std::vector<Remark> remarks_on(const Scrubbed& scrubbed, std::string_view note,
                               const Reasons& reasons, const Telling& telling) {
  const bool all = telling.explain || telling.verbose || telling.values == Values::shown;
  const std::string file = shown_name(scrubbed.id, telling.language);
  std::vector<Remark> out;
  for (const Spotted& spotted : spotted_in(scrubbed, note)) {
    if (!all && spotted.severity != Severity::unsure) continue;
    std::string line = line_of(spotted, file, telling.language);
    if (telling.explain)
      if (const auto reason = reasons.of(spotted.rule); !reason.empty())
        line += fmt::format(": {}", reason);
    if (telling.values == Values::shown)
      line += "; " + fmt::format(fmt::runtime(words::value_shown.in(telling.language)),
                                 note.substr(spotted.bytes.begin, spotted.bytes.size()));
    out.push_back({Tone::note, std::move(line)});
  }
  return out;
}

}  // namespace report
