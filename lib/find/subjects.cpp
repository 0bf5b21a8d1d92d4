// SPDX-License-Identifier: EUPL-1.2
#include "find/subjects.hpp"

#include <algorithm>
#include <set>

#include "text/normal.hpp"
#include "text/tokens.hpp"

namespace report {
namespace {

/// The words of the names that stand for the person by themselves: capitalised ones of two letters
/// or more, all but particles.
std::set<std::string> telling_words(const std::vector<std::string>& names) {
  std::set<std::string> words;
  for (const std::string& name : names) {
    const std::string text = matching_view(clean(name).text).text;
    for (const Token& token : tokenise(text))
      if (token.is_word() && token.capital && token.end - token.begin > 1)
        words.insert(fold(std::string_view(text).substr(token.begin, token.end - token.begin)));
  }
  for (const char* particle : {"de", "van", "den", "der", "het", "ten", "ter", "el", "al", "da"})
    words.erase(particle);
  return words;
}

}  // namespace

void mark_subjects(const LookedUp& text, const std::vector<std::string>& names,
                   std::vector<NameRun>& runs, const NameModel& model) {
  if (names.empty()) return;
  const std::set<std::string> words = telling_words(names);
  const auto is_subject = [&](std::size_t i) {
    if (!text.tokens()[i].is_word()) return false;
    std::string word(text.folded[i]);
    if (words.contains(word)) return true;
    return word.ends_with('s') && words.contains(word.substr(0, word.size() - 1));
  };
  std::vector<bool> taken(text.size(), false);
  for (NameRun& run : runs) {
    const bool all = !run.core.empty() && std::all_of(run.core.begin(), run.core.end(), is_subject);
    if (!all) continue;
    run.score = std::max(run.score, model.threshold + model.weight(NameEvidence::subject));
    run.rule = "person.subject";
    run.role = "subject";
    for (std::size_t i = run.begin; i < run.end; ++i) taken[i] = true;
  }
  std::vector<NameRun> fresh;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (taken[i] || !is_subject(i) || !text.tokens()[i].capital) continue;
    const bool in_run = std::any_of(runs.begin(), runs.end(), [&](const NameRun& run) {
      return run.begin <= i && i < run.end;
    });
    if (in_run) continue;  // a longer name that is somebody else's
    NameRun run;
    run.begin = i;
    run.end = i + 1;
    run.core.push_back(i);
    run.score = model.threshold + model.weight(NameEvidence::subject);
    run.rule = "person.subject";
    run.role = "subject";
    fresh.push_back(std::move(run));
  }
  runs.insert(runs.end(), fresh.begin(), fresh.end());
  std::sort(runs.begin(), runs.end(),
            [](const NameRun& a, const NameRun& b) { return a.begin < b.begin; });
}

}  // namespace report
