// SPDX-License-Identifier: EUPL-1.2
#include "find/trace_sentences.hpp"

#include <algorithm>
#include <set>

#include <doctest/doctest.h>

#include "document/document.hpp"
#include "find/find.hpp"
#include "rulebook/rulebook.hpp"

namespace report {
namespace {

/// A note looked up, and traces in it by the words they stand on.
struct Note {
  explicit Note(const std::string& text)
      : document(read_document({"", text, std::nullopt})),
        looked_up(look_up(document, rulebook.lexicon)) {}

  [[nodiscard]] Trace trace(const std::string& words, const std::string& rule,
                            const std::string& trace_class, double certainty = 1) const {
    const std::size_t at = document.view.text.find(words);
    REQUIRE(at != std::string::npos);
    return {{at, at + words.size()}, trace_class, rule, certainty};
  }
  [[nodiscard]] std::string words_of(const Trace& trace) const {
    return document.view.text.substr(trace.span.begin, trace.span.size());
  }

  Rulebook rulebook = builtin_rulebook();
  Document document;
  LookedUp looked_up;
};

TraceWeights weights(const std::string& rules, const std::string& words,
                     const std::string& more = "") {
  return TraceWeights::read(
      yaml::parse("weights.yaml",
                  "threshold: 1\nstrong: 0.5\ntraces: {}\nstarts: {}\nlists: "
                  "{}\nnote: {}\npairs: {}\nprevious: {}\n"
                  "next: {}\ngaps: {}\napart: {}\nbefore: {}\nbehind: {}\nrules: " +
                      rules + "\nwords: " + words + "\n" + more));
}

TEST_CASE("a trace is told as its sentence when the weights come to the threshold") {
  const Note note("Melder is bode. Zij is de enige vrouw daar. Hij belt later terug.");
  const std::vector<Trace> found{note.trace("enige vrouw", "only", "unique_role"),
                                 note.trace("belt later", "other", "absence")};
  const std::vector<Trace> told =
      weigh_traces(note.looked_up, found, weights("{only: 0.6, other: 0.6}", "{vrouw: 0.5}"));
  REQUIRE(told.size() == 1);
  CHECK(note.words_of(told[0]) == "Zij is de enige vrouw daar.");
  CHECK(told[0].rule == "only");
  CHECK(weigh_traces(note.looked_up, found, weights("{only: 0.6, other: 0.6}", "{vrouw: 0.3}"))
            .empty());
}

TEST_CASE("a sentence has each class once, by its most certain and heaviest rule") {
  const Note note("Als enige vrouw op de afdeling zag zij de brief.");
  const std::vector<Trace> found{note.trace("Als enige", "weak", "first_person", 0.3),
                                 note.trace("enige vrouw", "light", "unique_role"),
                                 note.trace("enige vrouw op", "heavy", "unique_role"),
                                 note.trace("zag zij", "saw", "vantage"),
                                 note.trace("brief", "slight", "document_access")};
  const std::vector<Trace> told = weigh_traces(
      note.looked_up, found, weights("{weak: 3, light: 1, heavy: 2, saw: 0.7, slight: 0.1}", "{}"));
  REQUIRE(told.size() == 2);
  CHECK(told[0].rule == "heavy");
  CHECK(told[1].rule == "saw");
}

TEST_CASE("where only weak rules found something the words tell the class") {
  const Note note("Melder is bode. Die avond was zij ziek thuis.");
  const std::vector<Trace> found{note.trace("Die avond", "moment", "shared_event", 0.3),
                                 note.trace("was zij ziek", "sentence", "first_person", 0.1)};
  const std::string classes = "weak: 0.3\nclasses: {absence: {words: {ziek: 1}}}\n";
  const std::vector<Trace> told =
      weigh_traces(note.looked_up, found, weights("{moment: 2}", "{}", classes));
  REQUIRE(told.size() == 1);
  CHECK(told[0].trace_class == "absence");
  CHECK(told[0].rule == "sentence");
  const std::vector<Trace> sure = weigh_traces(
      note.looked_up, found, weights("{moment: 2}", "{}", "weak: 0.2\n" + classes.substr(10)));
  REQUIRE(sure.size() == 1);
  CHECK(sure[0].rule == "moment");
}

TEST_CASE("sentences are weighed once more beside those of their note") {
  const Note note("Zij is de enige vrouw daar. Zij zag de brief. Daarna ging zij weg.");
  const std::vector<Trace> found{note.trace("enige vrouw", "only", "unique_role"),
                                 note.trace("zag de brief", "saw", "vantage"),
                                 note.trace("ging zij weg", "left", "absence")};
  const auto told = [&](const std::string& again) {
    return weigh_traces(note.looked_up, found, weights("{only: 4, saw: 0.5}", "{}", again)).size();
  };
  CHECK(told("") == 1);
  CHECK(told("again: {before: 1}\n") == 2);
  CHECK(told("again: {any: -3.5}\n") == 0);
  CHECK(told("again: {own: 2.5}\n") == 2);
  CHECK(told("again: {sentences: -3}\n") == 0);  // 4 - 3 ln 3
  CHECK(told("again: {sentences: -2.7}\n") == 1);
  // Behind the first stand sums of 0.5 and 0: chances of 0.62 and a half.
  CHECK(told("again: {behind: -4.7}\n") == 1);
  CHECK(told("again: {behind: -4.9}\n") == 0);
  // What is expected of its others for each: 1.12, 1.48, 1.60; half a sentence comes to it.
  CHECK(told("again: {others: 0.7}\n") == 1);
  CHECK(told("again: {others: 0.8}\n") == 2);
}

TEST_CASE("what no weight knows does not count, and all that some weight knows does") {
  const Note note("Zij is de enige vrouw daar. Die avond was zij ziek thuis.");
  const std::vector<Trace> found{note.trace("enige vrouw", "only", "unique_role"),
                                 note.trace("was zij", "sentence", "first_person", 0.1)};
  const TraceWeights all = note.rulebook.find.trace_weights;
  const std::vector<TraceSentence> named = trace_sentences(note.looked_up, found, all, true);
  const std::vector<TraceSentence> used = trace_sentences(note.looked_up, found, all);
  REQUIRE(used.size() == named.size());
  for (std::size_t i = 0; i < used.size(); ++i) {
    CHECK(used[i].features.empty());
    CHECK(used[i].keys.size() < named[i].keys.size());
    std::vector<std::uint64_t> weighed;
    for (const std::uint64_t key : named[i].keys)
      if (all.of(key) != 0 || !all.class_of({key}).empty()) weighed.push_back(key);
    REQUIRE_FALSE(weighed.empty());
    for (const std::uint64_t key : weighed)
      CHECK(std::find(used[i].keys.begin(), used[i].keys.end(), key) != used[i].keys.end());
    CHECK(all.class_of(used[i].keys) == all.class_of(named[i].keys));
  }
}

TEST_CASE("without weights traces stay as they were found") {
  const Note note("Zij is de enige vrouw daar.");
  const std::vector<Trace> told =
      weigh_traces(note.looked_up, {note.trace("enige vrouw", "only", "unique_role")}, {});
  REQUIRE(told.size() == 1);
  CHECK(note.words_of(told[0]) == "enige vrouw");
}

TEST_CASE("what is known of a sentence has names") {
  const Note note("Hij kwam. Zij beheert 3 aanvragen.");
  const std::vector<TraceSentence> sentences =
      trace_sentences(note.looked_up, {note.trace("beheert", "task", "unique_role")},
                      weights("{}", "{}", "who: [zij]\n"), true);
  REQUIRE(sentences.size() == 1);
  const std::vector<std::string>& names = sentences[0].features;
  for (const char* name : {"rules task", "traces unique_role", "words aanvragen", "starts aanvra",
                           "words #", "note last", "note hits-1", "note rules-1", "previous kwam",
                           "apart zij aanvragen", "gaps zij #"})
    CHECK_MESSAGE(std::find(names.begin(), names.end(), name) != names.end(), name);
  CHECK(std::find(names.begin(), names.end(), "words kwam") == names.end());
  CHECK(names.size() == sentences[0].keys.size());
}

TEST_CASE("a sentence of very many words has each feature once, where it came first") {
  constexpr std::size_t letters = 26, words = letters * letters * letters;
  std::string text = "Zij";
  for (std::size_t i = 0; i < 2 * words; ++i) {
    text += ' ';
    for (const std::size_t of : {letters * letters, letters, std::size_t{1}})
      text += static_cast<char>('a' + i % words / of % letters);
  }
  const Note note(text + ".");
  const std::vector<TraceSentence> sentences =
      trace_sentences(note.looked_up, {note.trace("Zij", "task", "unique_role")}, {}, true);
  REQUIRE(sentences.size() == 1);
  const std::vector<std::string>& names = sentences[0].features;
  REQUIRE(names.size() > words);
  CHECK(names.size() == sentences[0].keys.size());
  CHECK(std::set<std::string>(names.begin(), names.end()).size() == names.size());
  const std::vector<std::string> first(names.begin() + 3, names.begin() + 8);
  CHECK(first == std::vector<std::string>{"words zij", "pairs ^ zij", "words aaa", "pairs zij aaa",
                                          "words aab"});
  CHECK(std::find(names.begin(), names.end(), "words zzz") != names.end());
}

TEST_CASE("sentences of the built-in rules: what betrays the reporter, and what does not") {
  const auto told = [](const std::string& text) {
    const Document document = read_document({"", text, std::nullopt});
    std::vector<std::string> classes;
    for (const Trace& trace : find(document, builtin_rulebook()).traces)
      classes.push_back(trace.trace_class);
    return classes;
  };
  CHECK(told("Melder is de enige vrouw op die afdeling.") != std::vector<std::string>{});
  CHECK(told("Ik heb zelf drie keer betaald.") != std::vector<std::string>{});
  CHECK(told("De gemeente heeft het besluit gisteren genomen.").empty());
}

}  // namespace
}  // namespace report
