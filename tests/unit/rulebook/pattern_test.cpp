// SPDX-License-Identifier: EUPL-1.2
#include "rulebook/pattern.hpp"

#include <random>
#include <thread>

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "rulebook/rulebook.hpp"
#include "rulebook/start_automaton.hpp"
#include "unit/text/hostile.hpp"

using report::Pattern;
using report::Span;
using report::StartAutomaton;

namespace {

std::string missing_of(const std::vector<const Pattern*>& patterns, const StartAutomaton& starts,
                       std::string_view text) {
  std::vector<bool> named;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) continue;
    named.assign(patterns.size(), false);
    starts.candidates(text, at, [&](std::uint16_t index) { named[index] = true; });
    for (std::size_t i = 0; i < patterns.size(); ++i)
      if (const auto match = named[i] ? std::nullopt : patterns[i]->match_at(text, at);
          match && match->whole.size() > 0)
        return patterns[i]->source() + " at byte " + std::to_string(at) +
               " of: " + std::string(text);
  }
  return "";
}

StartAutomaton automaton_of(const std::vector<const Pattern*>& patterns,
                            const std::vector<std::string>& samples) {
  std::vector<StartAutomaton::Entrant> entrants;
  for (std::uint16_t i = 0; i < patterns.size(); ++i) entrants.push_back({patterns[i], i});
  return {entrants, samples};
}

std::string view_of(const std::string& text) {
  return report::matching_view(report::clean(text).text).text;
}

}  // namespace

TEST_CASE("pattern: words end where letters end, diacritics and all") {
  const Pattern word(R"(\b[A-Z]\w+\b)");
  CHECK(word.match_at("Zoë gaat", 0)->whole == Span{0, 4});
  CHECK(word.match_at("Çelik", 0) == std::nullopt);
  CHECK(Pattern(R"(\b\p{Lu}\w+\b)").match_at("Çelik!", 0)->whole == Span{0, 6});
  CHECK_FALSE(Pattern(R"(\bik\b)").search("Çelik"));
  CHECK(Pattern(R"((?i)ÇELIK)").search("bij çelik")->whole == Span{4, 10});
}

TEST_CASE("pattern: the group id is the identifier, else the whole") {
  const Pattern marked(R"(bel \ (?<id> \d+ ) \ nu)");
  const auto match = marked.match_at("bel 06 nu", 0);
  REQUIRE(match);
  CHECK(match->whole == Span{0, 9});
  CHECK(match->identifier == Span{4, 6});
  CHECK(Pattern("a+").match_at("aa", 0)->identifier == Span{0, 2});
  CHECK(Pattern("a(?<id>b)?").match_at("ac", 0)->identifier == Span{0, 1});
}

TEST_CASE("pattern: match_at begins exactly there, search at or behind") {
  const Pattern pattern("b");
  CHECK_FALSE(pattern.match_at("ab", 0));
  CHECK(pattern.match_at("ab", 1));
  CHECK(pattern.search("abab", 2)->whole == Span{3, 4});
  CHECK_FALSE(pattern.search("aaa"));
}

TEST_CASE("pattern: a pattern that reaches its bound throws rule_limit and quotes nothing") {
  const std::string text(400, 'a');
  try {
    (void)Pattern(R"((?:a|aa|aaa)+?(?:a|aa|aaa)+?(?:a|aa|aaa)+?[^a-z])").match_at(text, 0);
    FAIL("no bound was reached");
  } catch (const report::Error& error) {
    CHECK(error.code() == "rule_limit");
    CHECK(error.fault() == report::Fault::input);
    CHECK(std::string(error.what()).find("aaa") == std::string::npos);
  }
}

TEST_CASE("pattern: what does not compile is said with its place") {
  const auto fault = Pattern("a(b").fault();
  REQUIRE(fault);
  CHECK(fault->second == 3);
  CHECK_FALSE(Pattern("a(b)").fault());
  try {
    (void)report::read_pattern(report::yaml::parse("find/a.yaml", "a(b"));
    FAIL("no fault");
  } catch (const report::Error& error) {
    CHECK(std::string(error.what()) ==
          "find/a.yaml:1:1: the pattern does not compile: missing closing parenthesis (at "
          "character 4 of it)");
  }
}

TEST_CASE("pattern: many threads match with one pattern, before and after it is compiled") {
  const Pattern pattern(R"(\b(?<id>\d{4})[ ]?[A-Z]{2}\b)");
  std::vector<std::size_t> found(4);
  {
    std::vector<std::jthread> threads;
    for (std::size_t& count : found)
      threads.emplace_back([&pattern, &count] {
        for (int i = 0; i < 2000; ++i)
          if (pattern.search("op 1234 AB te Almelo")->identifier == Span{3, 7}) ++count;
      });
  }
  for (const std::size_t count : found) CHECK(count == 2000);
}

TEST_CASE(
    "start automaton: every pattern that matches something at a place is a candidate there, for "
    "all rules") {
  const report::Rulebook rulebook = report::builtin_rulebook();
  std::vector<const Pattern*> patterns;
  for (const auto& rule : rulebook.find.rules)
    if (rule.pattern) patterns.push_back(&*rule.pattern);
  REQUIRE(patterns.size() > 5);
  std::vector<std::string> samples;
  for (const auto& rule : rulebook.find.rules)
    for (const auto& example : rule.match) samples.push_back(report::unmark(example).text);
  const StartAutomaton starts = automaton_of(patterns, samples);
  for (const auto& rule : rulebook.find.rules)
    for (const auto* list : {&rule.match, &rule.no_match})
      for (const auto& example : *list) {
        const std::string text = view_of(report::unmark(example).text);
        const std::string missing = missing_of(patterns, starts, text);
        if (!missing.empty()) FAIL_CHECK(missing);
        for (std::size_t end = text.size(); end-- > 0;) {
          if ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) continue;
          const std::string cut =
              missing_of(patterns, starts, std::string_view(text).substr(0, end));
          if (!cut.empty()) FAIL_CHECK(cut);
          if (text.size() - end > 4) break;
        }
      }
  HostileTexts hostile(17);
  for (int i = 0; i < 300; ++i) {
    const std::string missing = missing_of(patterns, starts, view_of(hostile.next(30)));
    if (!missing.empty()) FAIL_CHECK(missing);
  }
  for (int i = 0; i < 40; ++i) {  // longer than a walk may be
    const std::string missing = missing_of(patterns, starts, view_of(hostile.repeated(400)));
    if (!missing.empty()) FAIL_CHECK(missing);
  }
}

TEST_CASE(
    "start automaton: every pattern that matches something at a place is a candidate there, for "
    "2,000 made ones") {
  constexpr std::string_view pieces[] = {
      "a",        "b",         "A",       "1",   "[ ]",   "[ab]",     "[^a]",  "[0-9]",   "\\d",
      "\\w",      "\\b",       "\\B",     "\\s", ".",     "é",        "[éa]",  "\\p{L}",  "\\p{Lu}",
      "(?:a|b1)", "(?:ab|é)?", "a?",      "1*",  "b+",    "\\d{2,3}", "(?=a)", "(?!b)",   "(?<!a)",
      "(?<=a)",   "(?<![ab])", "(?!^)",   "^",   "$",     "\\z",      "(?i)",  "(?i:aB)", "-",
      "@",        "(?<!\\d)",  "(?!\\d)", "\\Z", "(?!.)", "s",        "k",     "(?i:sk)", "€"};
  constexpr std::string_view letters[] = {"a", "b",  "A", "B", "1", "2", " ", "é",  "É",  "-", "@",
                                          ".", "\n", "s", "k", "S", "€", "😀", "aa", "ab", "12"};
  std::mt19937 random(23);
  std::vector<Pattern> made;
  while (made.size() < 2000) {
    std::string source;
    for (unsigned left = 1 + random() % 5; left > 0; --left)
      source += pieces[random() % std::size(pieces)];
    if (Pattern pattern(source); !pattern.fault()) made.push_back(std::move(pattern));
  }
  std::vector<const Pattern*> patterns;
  for (const Pattern& pattern : made) patterns.push_back(&pattern);
  std::vector<std::string> texts;
  for (int i = 0; i < 120; ++i) {
    std::string text;
    for (unsigned left = random() % 14; left > 0; --left)
      text += letters[random() % std::size(letters)];
    texts.push_back(std::move(text));
  }
  // Every other text is a sample; of the rest the automaton knows what it has in common with those.
  std::vector<std::string> samples;
  for (std::size_t i = 0; i < texts.size(); i += 2) samples.push_back(texts[i]);
  std::vector<StartAutomaton> automata;
  constexpr std::size_t share = 100;
  for (std::size_t begin = 0; begin < patterns.size(); begin += share)
    automata.push_back(automaton_of({patterns.begin() + static_cast<long>(begin),
                                     patterns.begin() + static_cast<long>(begin + share)},
                                    samples));
  int faults = 0;
  for (std::size_t i = 0; i < texts.size() * automata.size(); ++i) {
    const auto begin = patterns.begin() + static_cast<long>(i / texts.size() * share);
    const std::string missing = missing_of({begin, begin + static_cast<long>(share)},
                                           automata[i / texts.size()], texts[i % texts.size()]);
    if (!missing.empty() && ++faults < 12) FAIL_CHECK(missing);
  }
  CHECK(faults == 0);
}
