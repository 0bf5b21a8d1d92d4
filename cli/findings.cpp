// SPDX-License-Identifier: EUPL-1.2
#include "findings.hpp"

#include <fmt/format.h>

#include "find/own_lists.hpp"
#include "output/severity.hpp"
#include "words.hpp"

namespace report {
namespace {

std::string value_of(const Spotted& spotted, std::string_view note) {
  std::size_t byte = 0, point = 0;
  for (; point < spotted.start; ++point) decode(note, byte);
  const std::size_t begin = byte;
  for (; point < spotted.end; ++point) decode(note, byte);
  return std::string(note.substr(begin, byte - begin));
}

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

std::string_view reason_of(const Rulebook& rulebook, std::string_view rule, Language language) {
  for (const FindRule& known : rulebook.find.rules)
    if (known.id == rule) return language == Language::nl ? known.why_nl : known.why_en;
  if (rule == OwnLists::deny_rule) return words::list_deny.in(language);
  return {};
}

std::vector<Remark> remarks_on(const Scrubbed& scrubbed, std::string_view note,
                               const Rulebook& rulebook, const Telling& telling) {
  const bool all = telling.explain || telling.verbose || telling.values == Values::shown;
  const std::string file = scrubbed.id == "-" ? "standard input" : scrubbed.id;
  std::vector<Remark> out;
  for (const Spotted& spotted : spotted_in(scrubbed, note)) {
    if (!all && spotted.severity != Severity::unsure) continue;
    std::string line = line_of(spotted, file, telling.language);
    if (telling.explain)
      if (const auto reason = reason_of(rulebook, spotted.rule, telling.language); !reason.empty())
        line += fmt::format(": {}", reason);
    if (telling.values == Values::shown)
      line += "; " + fmt::format(fmt::runtime(words::value_shown.in(telling.language)),
                                 value_of(spotted, note));
    out.push_back({Tone::note, std::move(line)});
  }
  return out;
}

}  // namespace report
