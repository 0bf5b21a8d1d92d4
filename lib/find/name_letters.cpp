// SPDX-License-Identifier: EUPL-1.2
#include "find/name_letters.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "base/among.hpp"
#include "text/utf8.hpp"

namespace report {

void find_initials(const LookedUp& text, const NameClasses& classes, const NameModel& model,
                   const std::vector<NameRun>& runs, const std::vector<bool>& taken,
                   bool only_declared, std::vector<NameRun>& found) {
  std::map<std::string, const NameRun*> by_letters;
  std::set<std::string> declared;  // in brackets behind the name: they may be an acronym besides
  const auto first_letter = [&](std::size_t i) {
    std::size_t at = text.tokens()[i].begin;
    const std::string_view view = text.document->view.text;
    const std::size_t begin = at;
    decode(view, at);
    return std::string(view.substr(begin, at - begin));
  };
  for (const NameRun& run : runs) {
    if (run.score < model.threshold || run.core.size() + run.initials.size() < 2) continue;
    std::string bare;
    std::string full;
    for (std::size_t i = run.begin; i < run.end; ++i) {
      if (!text.tokens()[i].is_word()) continue;
      if (text.tokens()[i].capital) bare += first_letter(i);
      full += first_letter(i);
    }
    by_letters.emplace(bare, &run);
    by_letters.emplace(full, &run);
    constexpr std::size_t reach = 4;
    for (std::size_t i = run.end + 1; i < std::min(text.size(), run.end + 1 + reach); ++i) {
      if (text.folded[run.end] != "(" || text.folded[i] == ")") break;
      const std::string word(text.document->word(text.tokens()[i]));
      if (word.size() > 1 && (word == bare || word == full)) declared.insert(word);
    }
  }
  const Classes known = classes.acronym | classes.organisation | classes.brand | classes.title |
                        classes.stopword | classes.day_month | classes.country;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const Token& token = text.tokens()[i];
    constexpr std::size_t longest = 6;
    if (taken[i] || !token.is_word() || !token.capital || token.end - token.begin < 2 ||
        token.end - token.begin > longest)
      continue;
    const auto whose = by_letters.find(std::string(text.document->word(token)));
    if (whose == by_letters.end()) continue;
    if ((only_declared || text.is(i, known)) && !declared.contains(whose->first)) continue;
    NameRun run;
    run.begin = i;
    run.end = i + 1;
    run.core = whose->second->core;
    run.initials = whose->second->initials;
    run.score = model.threshold + model.weight(NameEvidence::memory);
    run.rule = "person.memory";
    run.role = whose->second->role;
    found.push_back(std::move(run));
  }
}

void find_single_letters(const LookedUp& text, const NameClasses& classes, const NameModel& model,
                         const std::vector<NameRun>& runs, const std::vector<bool>& taken,
                         std::vector<NameRun>& found) {
  struct Whose {
    const NameRun* run;
    std::string_view word;
    bool one = true;  // nobody else's name begins so
  };
  std::map<std::string_view, Whose> by_letter;
  for (const NameRun& run : runs) {
    if (run.score < model.threshold) continue;
    for (const std::size_t i : run.core) {
      const std::string_view word = text.folded[i];
      if (word.size() < 2) continue;
      Whose& whose = by_letter.emplace(word.substr(0, 1), Whose{&run, word}).first->second;
      whose.one = whose.one && whose.word == word;
    }
  }
  const auto stop = [&](std::size_t i) {
    return i < text.size() && text.folded[i] == "." && !text.tokens()[i].space_before;
  };
  const auto letter = [&](std::size_t i) {
    return i < text.size() && text.folded[i].size() == 1 && text.tokens()[i].is_word();
  };
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (taken[i] || !letter(i) || !stop(i + 1) || text.tokens()[i].line_start) continue;
    const bool particle =
        text.is(i - 1, classes.particle) && text.tokens()[i - 1].capital && !taken[i - 1];
    const bool small = !text.tokens()[i].capital;
    if (!particle && (!small || among(model.shortened, text.folded[i]))) continue;
    if (letter(i + 2) || stop(i - 1) || letter(i - 1) || !text.tokens()[i - 1].is_word() ||
        (i + 2 < text.size() && text.tokens()[i + 2].kind == TokenKind::number))
      continue;
    const auto whose = by_letter.find(text.folded[i]);
    if (whose == by_letter.end()) continue;
    NameRun run;
    run.begin = particle ? i - 1 : i;
    run.end = i + 1;
    run.core = whose->second.one ? whose->second.run->core : std::vector<std::size_t>{i};
    run.score = model.threshold + model.weight(NameEvidence::memory);
    run.rule = "person.memory";
    if (whose->second.one) run.role = whose->second.run->role;
    found.push_back(std::move(run));
  }
}

}  // namespace report
