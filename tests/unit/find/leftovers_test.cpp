// SPDX-License-Identifier: EUPL-1.2
#include "find/leftovers.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "document/document.hpp"
#include "find/find.hpp"
#include "rulebook/rulebook.hpp"
#include "text/utf8.hpp"

namespace report {
namespace {

WordWeights table(const std::string& rows) {
  return WordWeights::read({"find/leftovers.tsv", rows}, {"person", "place"}, "rules/find/train",
                           [](std::string_view name) { return LeftoverRules::key(name); });
}

/// A rulebook without rules: what is found is found by weights alone.
Rulebook rulebook_with(const std::string& rows) {
  Rulebook rulebook;
  for (const std::string id : {"person", "place"}) {
    IdentifierType type;
    type.id = id;
    rulebook.find.types.push_back(type);
  }
  LeftoverRules& rules = rulebook.find.leftovers;
  rules.remove = rules.beside = rules.again = 2;
  rulebook.find.leftovers.unsure = 0.5;
  rules.own = {Lexicon::hash_of("mij").low};
  rulebook.find.leftovers.weights = table("feature\tweight\tperson\tplace\n" + rows);
  return rulebook;
}

/// What rules say that remove one passage.
Found removed(Span span, const std::string& type) {
  Finding finding;
  finding.span = span;
  finding.type = type;
  Found found;
  found.removed = {finding};
  return found;
}

struct Read {
  Read(const std::string& note, const Rulebook& rulebook)
      : document(read_document({"", note, std::nullopt})),
        text(look_up(document, rulebook.lexicon)) {}
  [[nodiscard]] std::string words(const Finding& finding) const {
    return document.view.text.substr(finding.span.begin, finding.span.size());
  }
  Document document;
  LookedUp text;
};

/// Is the feature told of word number `word`?
bool has(const std::vector<LeftoverWord>& words, std::size_t word, const std::string& feature) {
  const std::vector<std::string>& all = words.at(word).features;
  return std::find(all.begin(), all.end(), feature) != all.end();
}

TEST_CASE(
    "a word is removed from one sum of weights on, shown from another; its type weighs most") {
  const Rulebook rulebook = rulebook_with(
      "any\t-1\n"
      "before-1 uit\t3.5\t0.5\t2\n"
      "word bram\t2\t1\n");
  const Read read("bram komt uit oldehove", rulebook);
  const std::vector<Finding> found = leftover_findings(read.text, {}, rulebook, {});
  REQUIRE(found.size() == 2);
  CHECK(read.words(found[0]) == "bram");
  CHECK(found[0].type == "person");
  CHECK(found[0].certainty == doctest::Approx(0.3));
  CHECK(read.words(found[1]) == "oldehove");
  CHECK(found[1].rule == "leftover.place");
  CHECK(found[1].certainty == doctest::Approx(0.575));
}

TEST_CASE("a row of words that are as sure is one finding, never over a line end") {
  const Rulebook rulebook =
      rulebook_with("word sint\t3\t\t1\nword anna\t3\t\t1\nword parochie\t1\t\t1\n");
  const Read read("te sint anna parochie\nanna", rulebook);
  const std::vector<Finding> found = leftover_findings(read.text, {}, rulebook, {});
  REQUIRE(found.size() == 3);
  CHECK(read.words(found[0]) == "sint anna");
  CHECK(read.words(found[1]) == "parochie");
  CHECK(found[1].certainty < 0.5);
  CHECK(read.words(found[2]) == "anna");
}

TEST_CASE("a small word between two words of a type is one of them") {
  const Rulebook built_in = builtin_rulebook();
  Rulebook rulebook = rulebook_with("word mees\t3\t1\nword acker\t3\t1\nany\t-1\n");
  rulebook.lexicon = built_in.lexicon;
  const Read read("de zoon mees van acker gaat", rulebook);
  const std::vector<Finding> found = leftover_findings(read.text, {}, rulebook, {});
  REQUIRE(found.size() == 1);
  CHECK(read.words(found[0]) == "mees van acker");
}

TEST_CASE("beside something removed, a mark between them or none, less is enough") {
  Rulebook rulebook = rulebook_with("any\t1\t1\n");
  rulebook.find.leftovers.beside = 0.9;
  const Read read("oud 12, hal drie ver weg", rulebook);
  const Found by_rules = removed({4, 6}, "place");
  const std::vector<Finding> found = leftover_findings(read.text, by_rules, rulebook, {});
  REQUIRE(found.size() == 3);
  CHECK(read.words(found[0]) == "oud");
  CHECK(found[0].certainty > 0.5);
  CHECK(read.words(found[1]) == "hal");
  CHECK(found[1].certainty > 0.5);
  CHECK(read.words(found[2]) == "drie ver weg");
  CHECK(found[2].certainty < 0.5);
}

TEST_CASE("beside a word that went, one that stayed is weighed again") {
  Rulebook rulebook = rulebook_with("any\t1\t1\nword zegveld\t2\t1\nbefore-1 <person>\t0.4\t1\n");
  const Read read("met zegveld oord, ver van hier", rulebook);
  CHECK(read.words(leftover_findings(read.text, {}, rulebook, {}).at(1)) == "zegveld");
  rulebook.find.leftovers.again = 1.3;
  const std::vector<Finding> found = leftover_findings(read.text, {}, rulebook, {});
  REQUIRE(found.size() == 3);
  CHECK(read.words(found[0]) == "met");
  CHECK(read.words(found[1]) == "zegveld oord");
  CHECK(read.words(found[2]) == "ver van hier");
  CHECK(found[2].certainty < 0.5);
}

TEST_CASE(
    "a small word weighed for the first time beside a word that went is weighed like others") {
  const Rulebook built_in = builtin_rulebook();
  const auto certainty = [&](const std::string& beside) {
    Rulebook rulebook = rulebook_with("any\t1\t1\nword zegveld\t6\t1\n" + beside);
    rulebook.lexicon = built_in.lexicon;
    const Read read("met zegveld", rulebook);
    const std::vector<Finding> found = leftover_findings(read.text, {}, rulebook, {});
    return read.words(found.front()) == "met" ? found.front().certainty : 0.0;
  };
  CHECK(certainty("") == doctest::Approx(0.3));
  // Nothing that is weighed stands before it: 0.05 * -6.
  CHECK(certainty("odds-before-1\t0.05\n") == doctest::Approx(0.24));
}

TEST_CASE("a word of no list that went once goes everywhere in the note") {
  const Rulebook rulebook = rulebook_with("before-1 door\t3\t1\n");
  const Read read("geteld door wijnbeek. daarna ging wijnbeek weg", rulebook);
  const std::vector<Finding> found = leftover_findings(read.text, {}, rulebook, {});
  REQUIRE(found.size() == 2);
  CHECK(read.words(found[1]) == "wijnbeek");
  CHECK(found[1].span.begin > found[0].span.end);
}

TEST_CASE("an ordinary word that a scanner misread is no leftover") {
  Rulebook rulebook = rulebook_with("any\t5\t1\n");
  rulebook.lexicon = builtin_rulebook().lexicon;
  const Read read("verantwoorde1ijk Rie5ma", rulebook);
  const std::vector<Finding> found = leftover_findings(read.text, {}, rulebook, {});
  REQUIRE(found.size() == 1);
  CHECK(read.words(found[0]) == "Rie5ma");
}

TEST_CASE("a word of a spared class is never a leftover") {
  Rulebook rulebook = rulebook_with("any\t5\t1\n");
  rulebook.lexicon = Lexicon::build({"acronym"}, {{"BSN", 0}});
  const Read read("BSN hilbrands", rulebook);
  CHECK(read.words(leftover_findings(read.text, {}, rulebook, {}).at(0)) == "BSN hilbrands");
  rulebook.find.leftovers.spared = *rulebook.lexicon.class_bit("acronym");
  const std::vector<Finding> found = leftover_findings(read.text, {}, rulebook, {});
  REQUIRE(found.size() == 1);
  CHECK(read.words(found[0]) == "hilbrands");
}

TEST_CASE("faults of the leftovers' mapping have their place") {
  const Lexicon lexicon = Lexicon::build({"acronym"}, {{"BSN", 0}});
  const auto fault_of = [&](const std::string& remove, const std::string& spared) -> std::string {
    LeftoverRules rules;
    try {
      rules.read(
          yaml::parse("leftovers.yaml", "remove: " + remove +
                                            "\nunsure: 0\nbeside: 0.5\nagain: 0.5\nspared: [" +
                                            spared + "]\nwhy_nl: a\nwhy_en: b\nsource: c\n"),
          lexicon);
    } catch (const Error& error) {
      return error.what();
    }
    return "";
  };
  CHECK(fault_of("1", "acronym").empty());
  CHECK(fault_of("0", "acronym").starts_with("leftovers.yaml:1:1: "));
  CHECK(fault_of("1", "acronyms").starts_with("leftovers.yaml:5:10: "));
}

TEST_CASE("what a rule keeps is shown at most, what one removes is no leftover") {
  const Rulebook rulebook = rulebook_with("any\t5\t1\n");
  const Read read("een 12 mei", rulebook);
  Found by_rules = removed({0, 3}, "person");
  by_rules.kept = {{4, 10}};
  const std::vector<Finding> found = leftover_findings(read.text, by_rules, rulebook, {});
  REQUIRE(found.size() == 1);
  CHECK(read.words(found[0]) == "12 mei");
  CHECK(found[0].certainty < 0.5);
}

TEST_CASE("what an organisation's own list allows is not even shown") {
  const Rulebook rulebook = rulebook_with("any\t5\t1\n");
  const Read read("een 12 mei", rulebook);
  Found by_rules;
  by_rules.kept = {{4, 10}};
  by_rules.allowed = by_rules.kept;
  REQUIRE(leftover_findings(read.text, by_rules, rulebook, {}).size() == 1);
}

TEST_CASE("features tell a word by itself, its neighbours and its line") {
  const Rulebook rulebook = rulebook_with("any\t0\n");
  const Read read("Bel jo\n06, nu", rulebook);
  const Found by_rules = removed({7, 9}, "place");
  const std::vector<LeftoverWord> words = leftover_words(read.text, by_rules, rulebook);
  REQUIRE(words.size() == 3);
  for (const std::string feature :
       {"any", "shape xx", "word jo", "before-1 bel", "before-1-shape bel xx", "before-2 ^",
        "after-1 |", "after-2 <place>", "after-3 ,"}) {
    CAPTURE(feature);
    CHECK(has(words, 1, feature));
  }
}

TEST_CASE(
    "features tell what goes in a word's line and beside it, who speaks, and the part of the "
    "note") {
  const Rulebook rulebook = rulebook_with("any\t0\n");
  const Read read("Bel mij jo\n06, nu", rulebook);
  const Found by_rules = removed({11, 13}, "place");
  const std::vector<LeftoverWord> words = leftover_words(read.text, by_rules, rulebook);
  REQUIRE(words.size() == 4);  // bel, mij, jo, nu
  CHECK(has(words, 0, "part front Xx^"));
  CHECK(has(words, 2, "line-after <place> xx"));
  CHECK(has(words, 2, "sentence own xx"));
  CHECK(has(words, 3, "line <place> xx"));
  CHECK(has(words, 3, "part back xx"));
  CHECK_FALSE(has(words, 3, "sentence own xx"));
  CHECK_FALSE(has(words, 2, "line <place> xx"));
}

TEST_CASE("features tell how a word begins and ends, what is glued to it and how often it comes") {
  const Rulebook rulebook = rulebook_with("any\t0\n");
  const Read read("(Jorwerd, jo en 12) Jorwerd", rulebook);
  const std::vector<LeftoverWord> words = leftover_words(read.text, {}, rulebook);
  const auto begins = [&](std::size_t word, const std::string& kind) {
    const std::vector<std::string>& all = words.at(word).features;
    return std::any_of(all.begin(), all.end(),
                       [&](const std::string& one) { return one.starts_with(kind + " "); });
  };
  REQUIRE(words.size() == 5);
  CHECK(has(words, 0, "start jor Xx^"));
  CHECK(has(words, 0, "ending erd Xx^"));
  CHECK(has(words, 0, "glued (|, Xx^"));
  CHECK(has(words, 0, "count 2 Xx^"));
  CHECK(has(words, 1, "glued _|_ xx"));
  CHECK(has(words, 1, "count 1 xx"));
  CHECK(has(words, 3, "glued _|) 11"));
  CHECK(has(words, 4, "glued _|_ Xx"));
  for (const std::size_t short_one : {1U, 3U}) {
    CHECK_FALSE(begins(short_one, "start"));
    CHECK_FALSE(begins(short_one, "ending"));
  }
}

TEST_CASE("the start and the ending of a word are letters, not bytes") {
  const Rulebook rulebook = rulebook_with("any\t0\n");
  const Read read("\u0416\u0443\u043a\u043e\u0432\u0430 \u0416\u0443\u043a", rulebook);
  const std::vector<LeftoverWord> words = leftover_words(read.text, {}, rulebook);
  REQUIRE(words.size() == 2);
  const auto starts = [](const LeftoverWord& word) {
    return std::count_if(word.features.begin(), word.features.end(),
                         [](const std::string& one) { return one.starts_with("start "); });
  };
  CHECK(starts(words[0]) == 1);
  CHECK(starts(words[1]) == 0);
  for (const std::string& feature : words[0].features) CHECK_FALSE(first_fault(feature));
}

TEST_CASE("the words beside a word are those weighed, one mark between or none, in its line") {
  const Rulebook rulebook = rulebook_with("any\t0\n");
  const Read read("een twee, drie 06 vier\nvijf", rulebook);
  const Found by_rules = removed({15, 17}, "place");
  const std::vector<LeftoverWord> words = leftover_words(read.text, by_rules, rulebook);
  REQUIRE(words.size() == 5);
  CHECK(words[0].beside == WordsBeside{std::nullopt, std::nullopt, 1, 3});
  CHECK(words[2].beside == WordsBeside{1, 0, std::nullopt, std::nullopt});
  CHECK(words[3].beside == WordsBeside{});
  CHECK(words[4].beside == WordsBeside{});
}

TEST_CASE("what the words beside it weigh counts for a word, within bounds") {
  const std::string rows = "any\t1\t1\nword bram\t8\t1\nword van\t-20\n";
  const Read read("bram oord", rulebook_with(rows));
  const Read other("van oord", rulebook_with(rows));
  const auto shown = [&](const Read& of, const std::string& more) {
    const Rulebook rulebook = rulebook_with(rows + more);
    const std::vector<Finding> found = leftover_findings(of.text, {}, rulebook, {});
    REQUIRE_FALSE(found.empty());
    return found.back().certainty;
  };
  const double alone = shown(read, "");
  // 1 + 0.125 * 4: no more than 4 of the 9 count.
  CHECK(shown(read, "odds-before-1\t0.125\n") == doctest::Approx(0.4));
  CHECK(shown(read, "odds-before-2\t0.05\n") < alone);  // nothing there: -6
  CHECK(shown(other, "odds-before-1\t0.05\n") ==
        doctest::Approx(shown(read, "odds-before-2\t0.05\n")));
}

TEST_CASE("a person that is left over gets the number of the one with that name") {
  Rulebook rulebook = builtin_rulebook();
  const std::string note = "Mevrouw Hilbrands tekende. Dat hilbrands tekende wist iedereen.";
  rulebook.find.leftovers.remove = 2;
  rulebook.find.leftovers.unsure = 0;
  std::vector<std::string> types;
  for (const IdentifierType& type : rulebook.find.types) types.push_back(type.id);
  rulebook.find.leftovers.weights = WordWeights::read(
      {"find/leftovers.tsv", "feature\tweight\tperson\nword hilbrands\t9\t1\n"}, types,
      "rules/find/train", [](std::string_view name) { return LeftoverRules::key(name); });
  const Found found = find(read_document({"", note, std::nullopt}), rulebook);
  REQUIRE(found.removed.size() == 2);
  CHECK(found.removed[0].person == found.removed[1].person);
}

TEST_CASE("a table with a kind of feature that there is not has a fault") {
  try {
    (void)table("feature\tweight\tperson\nbefore-9 tel\t1\n");
    FAIL("no fault");
  } catch (const Error& error) {
    CHECK(std::string(error.what()).starts_with("find/leftovers.tsv:2:1: "));
  }
}

}  // namespace
}  // namespace report
