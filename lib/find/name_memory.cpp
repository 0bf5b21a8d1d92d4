// SPDX-License-Identifier: EUPL-1.2
// Document memory: the words of a name found with good reason are names everywhere in the document.
// Halves what leaks of newspaper names (names.md); it is what takes surnames that are ordinary
// words (Bakker, Winter) later in a note.
#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string>

#include "find/name_letters.hpp"
#include "find/name_runs.hpp"

namespace report {
namespace {

struct Remembered {
  std::string exact;      // as written in the run
  bool ordinary = false;  // an ordinary word too: only with its capital
  double score = 0;
  std::string role;
};

class Memory {
 public:
  Memory(const LookedUp& text, const Rulebook& rulebook, const NameClasses& classes)
      : text_(text), model_(rulebook.find.names), c_(classes), casing_(casing_of(text)) {}

  void learn(const NameRun& run) {
    if (run.score < model_.threshold) return;
    for (const std::size_t i : run.core) {
      const std::string_view word = text_.folded[i];
      constexpr std::size_t shortest = 2;
      if (word.size() < shortest || text_.is(i, c_.stopword | c_.organisation_tail)) continue;
      // Peoples and short country words stay out: they would take ordinary words along.
      if (text_.is(i, c_.demonym | c_.country) && !text_.is(i, c_.any_name())) continue;
      const bool ordinary = text_.is(i, c_.any_ordinary() | c_.function | c_.kinship |
                                            c_.day_month | c_.organisation_head | c_.title);
      Remembered& entry = words_[std::string(word)];
      if (entry.exact.empty() || run.score > entry.score)
        entry = {std::string(text_.document->word(text_.tokens()[i])), ordinary, run.score,
                 run.role};
      if (!ordinary && word.size() >= shortest_twisted)
        twisted_.emplace(letters_of(word), std::string(word));
    }
  }

  [[nodiscard]] Casing casing() const { return casing_; }
  [[nodiscard]] bool empty() const { return words_.empty(); }

  /// Is token i a word of a remembered name? A genitive -s may hang on it.
  [[nodiscard]] const Remembered* find(std::size_t i) const {
    const Token& token = text_.tokens()[i];
    if (!token.is_word()) return nullptr;
    const std::string_view word = text_.folded[i];
    const Remembered* entry = look(word);
    // "Jasnen" of somebody called Jansen: letters that changed places.
    if (entry == nullptr && token.capital && text_.classes[i] == 0 &&
        word.size() >= shortest_twisted)
      if (const auto same = twisted_.find(letters_of(word)); same != twisted_.end())
        entry = look(same->second);
    if (entry == nullptr && word.ends_with("'s")) entry = look(word.substr(0, word.size() - 2));
    if (entry == nullptr && word.ends_with('s')) entry = look(word.substr(0, word.size() - 1));
    // Initials and the like are names only as they were written: "RS", not "rs".
    constexpr std::size_t longest_initials = 4;
    if (entry != nullptr && entry->exact.size() <= longest_initials && exact_upper(*entry) &&
        text_.document->word(token) != entry->exact && !token.upper)
      return nullptr;
    if (entry == nullptr || !entry->ordinary) return entry;
    // An ordinary word needs its capital, and no article: "Bakker zei", not "de bakker". In a note
    // without capitals it must be a rare word.
    const bool given = text_.is(i, c_.given);
    const bool rare =
        casing_ == Casing::lower &&
        !text_.is(i, c_.stopword | c_.function | c_.kinship | c_.title | c_.day_month) &&
        (given || !text_.is(i, c_.common));
    if ((!token.capital && !rare) ||
        (token.upper && entry->exact.size() > 1 && !exact_upper(*entry)))
      return nullptr;
    // "De Graaf zei" has two capitals.
    if (i > 0 && article(i - 1) && text_.sentence[i - 1] == text_.sentence[i] &&
        !(token.capital && text_.tokens()[i - 1].capital))
      return nullptr;
    return entry;
  }

 private:
  static constexpr std::size_t shortest_twisted = 4;

  /// The letters of a word, the first in its place and the others in order.
  static std::string letters_of(std::string_view word) {
    std::string letters(word);
    std::sort(letters.begin() + 1, letters.end());
    return letters;
  }

  [[nodiscard]] const Remembered* look(std::string_view word) const {
    const auto found = words_.find(word);
    return found == words_.end() ? nullptr : &found->second;
  }

  static bool exact_upper(const Remembered& entry) {
    return std::none_of(entry.exact.begin(), entry.exact.end(),
                        [](char c) { return c >= 'a' && c <= 'z'; });
  }

  [[nodiscard]] bool article(std::size_t i) const {
    const std::string_view word = text_.folded[i];
    return word == "de" || word == "het" || word == "een" || word == "'t";
  }

  const LookedUp& text_;
  const NameModel& model_;
  const NameClasses& c_;
  Casing casing_;
  std::map<std::string, Remembered, std::less<>> words_;
  std::map<std::string, std::string> twisted_;  // by their letters, the words with these
};

/// Names of bodies: "gemeente Waterdonk" makes Waterdonk one everywhere, unless a title or a
/// given name speaks for a person. Their runs lose what a word of no list had for it.
void remember_bodies(const LookedUp& text, const NameClasses& classes, const NameModel& model,
                     std::vector<NameRun>& runs) {
  std::set<std::string_view> bodies;
  for (const NameRun& run : runs)
    if (run.after_body && run.score < model.threshold)
      for (const std::size_t i : run.core) bodies.insert(text.folded[i]);
  for (NameRun& run : runs) {
    if (run.spoken_for || run.after_body || run.core.empty() || !run.initials.empty()) continue;
    const bool all = std::all_of(run.core.begin(), run.core.end(), [&](std::size_t i) {
      return bodies.contains(text.folded[i]) && !text.is(i, classes.given);
    });
    if (all) run.score += model.weight(NameEvidence::organisation);
  }
}

/// The remembered words that no run has yet, those side by side as one run; taken from now on.
std::vector<NameRun> remembered_runs(const LookedUp& text, const Rulebook& rulebook,
                                     const NameClasses& classes, const Memory& memory,
                                     std::vector<bool>& taken) {
  const NameModel& model = rulebook.find.names;
  TokenWalk after(rulebook.find.names_after, text);
  const auto verb_follows = [&](std::size_t i) {
    if (i + 1 >= text.size() || text.sentence[i + 1] != text.sentence[i]) return false;
    const std::string_view next = text.folded[i + 1];
    bool follows =
        text.is(i + 1, classes.finite_verb) || next == "is" || next == "was" || next == "(";
    for (const std::uint16_t context : after.candidates(i + 1))
      follows = follows || (model.contexts[context].weight > 0 &&
                            model.contexts[context].after->match_at(text, i + 1));
    return follows;
  };
  std::vector<NameRun> found;
  const double score = model.threshold + model.weight(NameEvidence::memory);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (taken[i]) continue;
    const auto* const entry = memory.find(i);
    if (entry == nullptr) continue;
    NameRun run;
    run.begin = i;
    // "De Graaf", "Van der Gronden": tussenvoegsels of which the first has a capital.
    for (std::size_t k = i; k > 0 && !taken[k - 1] && text.is(k - 1, classes.particle) &&
                            text.sentence[k - 1] == text.sentence[i];) {
      --k;
      if (text.tokens()[k].capital) run.begin = k;
    }
    run.core.push_back(i);
    run.end = i + 1;
    // The other words of the same name go with it.
    while (run.end < text.size() && !taken[run.end] && text.sentence[run.end] == text.sentence[i] &&
           memory.find(run.end) != nullptr)
      run.core.push_back(run.end++);
    run.score = score;
    // A common word with its capital at a sentence start may be just that: for a person to look at.
    if (run.core.size() == 1 && entry->ordinary && text.sentence_start[i] &&
        text.is(i, classes.common) && !verb_follows(i))
      run.score = (model.threshold + model.unsure) / 2;
    run.rule = "person.memory";
    run.role = entry->role;
    for (std::size_t k = run.begin; k < run.end; ++k) taken[k] = true;
    i = run.end - 1;
    found.push_back(std::move(run));
  }
  return found;
}

}  // namespace

void remember(const LookedUp& text, const Rulebook& rulebook, const NameClasses& classes,
              std::vector<NameRun>& runs) {
  const NameModel& model = rulebook.find.names;
  remember_bodies(text, classes, model, runs);
  Memory memory(text, rulebook, classes);
  for (const NameRun& run : runs) memory.learn(run);
  if (memory.empty()) return;

  std::vector<bool> taken(text.size(), false);
  for (const NameRun& run : runs)
    if (run.score >= model.threshold)
      for (std::size_t i = run.begin; i < run.end; ++i) taken[i] = true;

  std::vector<NameRun> found = remembered_runs(text, rulebook, classes, memory, taken);
  if (memory.casing() != Casing::lower)
    find_initials(text, classes, model, runs, taken, memory.casing() == Casing::upper, found);
  if (memory.casing() != Casing::upper)
    find_single_letters(text, classes, model, runs, taken, found);
  // A run that was not accepted gives way to the remembered words within it.
  std::erase_if(runs, [&](const NameRun& run) {
    return run.score < model.threshold &&
           std::any_of(found.begin(), found.end(), [&](const NameRun& other) {
             return run.begin < other.end && other.begin < run.end;
           });
  });
  runs.insert(runs.end(), found.begin(), found.end());
  std::sort(runs.begin(), runs.end(),
            [](const NameRun& a, const NameRun& b) { return a.begin < b.begin; });
}

}  // namespace report
