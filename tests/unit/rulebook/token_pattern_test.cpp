// SPDX-License-Identifier: EUPL-1.2
#include "rulebook/token_pattern.hpp"

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "rulebook/token_automaton.hpp"

using namespace report;

namespace {

const Lexicon& lexicon() {
  static const Lexicon built = Lexicon::build(
      {"place", "street_suffix", "given", "abbreviation", "street_word"},
      {{"Almelo", 0}, {"Den Haag", 0}, {"straat", 1}, {"weg", 1}, {"Jan", 2}, {"dhr", 3}},
      {{1, 4, 0, 0}});
  return built;
}

/// The words of the first match, the reported part between brackets; empty when there is none.
std::string matched(const std::string& pattern, const std::string& text) {
  const Document document = read_document({"", text});
  const LookedUp looked = look_up(document, lexicon());
  const TokenPattern tokens(pattern, lexicon());
  for (std::size_t token = 0; token < looked.size(); ++token) {
    const auto match = tokens.match_at(looked, token);
    if (!match) continue;
    std::string out;
    for (std::size_t i = match->begin; i < match->end; ++i) {
      if (i > match->begin) out += ' ';
      if (i == match->report_begin) out += '[';
      out += document.word(document.tokens[i]);
      if (i + 1 == match->report_end) out += ']';
    }
    return out;
  }
  return "";
}

std::string fault_of(const std::string& pattern) {
  try {
    const TokenPattern tokens(pattern, lexicon());
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::rules);
    std::string text = error.what();
    for (const Message& hint : error.hints()) text += " | " + hint.in(Language::en);
    return text;
  }
  return "no fault";
}

}  // namespace

TEST_CASE("token pattern: words are compared folded") {
  CHECK(matched("woon|woonde", "Hij woonde daar") == "[woonde]");
  CHECK(matched("reünie", "De Reunie was") == "[Reunie]");
  CHECK(matched("woon", "Hij woont daar").empty());
  CHECK(matched("v '.' d '.'", "Jan v.d. Berg") == "[v . d .]");
}

TEST_CASE("token pattern: beginnings and endings of words") {
  CHECK(matched("woon*", "Hij woont daar") == "[woont]");
  CHECK(matched("*straat", "In de Dorpsstraat nu") == "[Dorpsstraat]");
  CHECK(matched("woon*|*dorp", "in Nieuwdorp") == "[Nieuwdorp]");
}

TEST_CASE("token pattern: classes of the lexicon, of one word or several") {
  CHECK(matched("in <place>", "Hij zit in Almelo nu") == "[in Almelo]");
  CHECK(matched("in <place>", "Hij zit in Den Haag nu") == "[in Den Haag]");
  CHECK(matched("in <place|given>", "in Jan") == "[in Jan]");
  CHECK(matched("in <place>", "in Enschede").empty());
}

TEST_CASE("token pattern: a word that ends in an entry has three letters or more before it") {
  CHECK(matched("*<street_suffix>", "De Kerkstraat is") == "[Kerkstraat]");
  CHECK(matched("*<street_suffix>", "De Eweg en straat").empty());
}

TEST_CASE("token pattern: kinds of tokens") {
  CHECK(matched("op {number}", "op 12 mei") == "[op 12]");
  CHECK(matched("op {mixed}", "op A4 staat") == "[op A4]");
  CHECK(matched("op {upper}", "op DE kaart") == "[op DE]");
  CHECK(matched("op {upper}", "op De kaart").empty());
  CHECK(matched("op {cap}", "op De kaart") == "[op De]");
  CHECK(matched("op {lower}", "op De op kaart") == "[op kaart]");
  CHECK(matched("op {word}", "op 12 op kaart") == "[op kaart]");
  CHECK(matched("op {any}", "op ! nu") == "[op !]");
  CHECK(matched("op {unknown}", "op Almelo op Borne") == "[op Borne]");
  CHECK(matched("op {number|mixed}", "op A4") == "[op A4]");
}

TEST_CASE("token pattern: a label is a kind of token") {
  const std::string text = "zei [PERSOON 1] niet";
  const Span labels[] = {{4, 15}};
  const Document document = read_document({"", text}, labels);
  const LookedUp looked = look_up(document, lexicon());
  CHECK(TokenPattern("zei {label}", lexicon()).match_at(looked, 0));
  CHECK_FALSE(TokenPattern("zei {word}", lexicon()).match_at(looked, 0));
  CHECK(TokenPattern("zei {label:PERSOON} niet", lexicon()).match_at(looked, 0));
  CHECK(TokenPattern("zei {label:ADRES|label:PERSOON}", lexicon()).match_at(looked, 0));
  CHECK_FALSE(TokenPattern("zei {label:ADRES}", lexicon()).match_at(looked, 0));
}

TEST_CASE("token pattern: {start} takes no token and holds at the start of a sentence") {
  CHECK(matched("{start} hij", "Nu gaat hij. Hij komt.") == "[Hij]");
  CHECK(matched("{start} hij", "Nu gaat hij weg.").empty());
}

TEST_CASE("token pattern: marks and negations") {
  CHECK(matched("jan ','", "Jan, kom") == "[Jan ,]");
  CHECK(matched("naam ':' {cap}", "naam: Piet") == "[naam : Piet]");
  CHECK(matched("de !man", "de man de vrouw") == "[de vrouw]");
  CHECK(matched("in !<place>", "in Almelo in huis") == "[in huis]");
  CHECK(matched("de !man", "de").empty());
}

TEST_CASE("token pattern: repeats take the longest first") {
  CHECK(matched("de {lower}? man", "de man") == "[de man]");
  CHECK(matched("de {lower}* man", "de oude grijze man") == "[de oude grijze man]");
  CHECK(matched("de {lower}+ man", "de man").empty());
  CHECK(matched("x {lower}{2,4}", "x a b c d e f") == "[x a b c d]");
  CHECK(matched("x {lower}*", "x a b c d e f g h i j") == "[x a b c d e f g h]");
  CHECK(matched("( heel )+ veel", "heel heel veel") == "[heel heel veel]");
}

TEST_CASE("token pattern: groups have ways, also in groups") {
  CHECK(matched("( a b | c ) d", "a b d") == "[a b d]");
  CHECK(matched("( a b | c ) d", "c d") == "[c d]");
  CHECK(matched("( a ( b | c )? | d ) e", "a c e") == "[a c e]");
  CHECK(matched("( a ( b | c )? | d ) e", "a e") == "[a e]");
  CHECK(matched("a | b c", "b c") == "[b c]");
}

TEST_CASE("token pattern: what stands between brackets is reported") {
  CHECK(matched("de heer [ {cap} ] zei", "de heer Jansen zei") == "de heer [Jansen] zei");
  CHECK(matched("[ {cap}+ ] zei", "Jan Smit zei") == "[Jan Smit] zei");
}

TEST_CASE("token pattern: a match never crosses the end of a sentence") {
  CHECK(matched("jan piet", "Jan. Piet").empty());
  CHECK(matched("jan {any} piet", "Hier is Jan. Piet kwam").empty());
  CHECK(matched("<place>", "Ik ga naar Den. Haag niet").empty());
}

TEST_CASE("token pattern: backward it ends directly before a token, longest first") {
  const Document document = read_document({"", "Hij. De heer de heer Jansen van den haag"});
  const LookedUp looked = look_up(document, lexicon());
  const std::size_t jansen = 6;
  REQUIRE(document.word(document.tokens[jansen]) == "Jansen");
  const auto back = [&](const std::string& pattern, std::size_t token) {
    return TokenPattern(pattern, lexicon(), Direction::backward).match_at(looked, token);
  };
  REQUIRE(back("( de heer )+", jansen));
  CHECK(back("( de heer )+", jansen)->begin == 2);
  CHECK(back("( de heer )+", jansen)->end == jansen);
  CHECK(back("( de heer )+", jansen)->report_begin == jansen);
  CHECK(back("de [ heer", jansen)->report_begin == jansen - 1);
  CHECK_FALSE(back("( de heer )+", jansen + 1));
  CHECK_FALSE(back("hij '.'", 2));
  CHECK(back("( mevrouw )?", jansen)->begin == jansen);
  CHECK(back("!( mevrouw ) heer", jansen));
  CHECK_FALSE(back("!( de ) heer", jansen));
  CHECK(back("van <place>", looked.size() - 1) == std::nullopt);
}

TEST_CASE("token pattern: an entry of several words is met from behind, too") {
  const Document document = read_document({"", "In Den Haag woont"});
  const LookedUp looked = look_up(document, lexicon());
  const auto match =
      TokenPattern("in [ <place>", lexicon(), Direction::backward).match_at(looked, 3);
  REQUIRE(match);
  CHECK(match->begin == 0);
  CHECK(match->report_begin == 1);
}

TEST_CASE("token pattern: glued words, digits and letters") {
  CHECK(matched("{number} '-' ~ {letter}", "nr 12 -B") == "[12 - B]");
  CHECK(matched("{number} ~ '-' ~ {letter}", "nr 12 -B").empty());
  CHECK(matched("{number} ~ '-' ~ {letter}", "nr 12-B") == "[12 - B]");
  CHECK(matched("{digits:4}", "op 12 en 3012") == "[3012]");
  CHECK(matched("{digits:1-2}", "op 3012 en 12") == "[12]");
  CHECK(matched("{digits:2} {letter}", "op 12 ab en 13 c") == "[13 c]");
}

TEST_CASE("token pattern: one token that is several things at once") {
  CHECK(matched("{cap}&<place>", "in almelo en Almelo") == "[Almelo]");
  CHECK(matched("{cap}&!<place>", "Almelo Borne") == "[Borne]");
  CHECK(matched("*<street_suffix>&{upper}", "Kerkstraat KERKSTRAAT") == "[KERKSTRAAT]");
}

TEST_CASE("token pattern: what must not follow") {
  CHECK(matched("{number} !( uur | x ) {word}", "om 12 uur, 13 man") == "[13 man]");
  CHECK(matched("{number} !( uur geleden )", "13 uur geleden").empty());
  CHECK(matched("{number} !( uur geleden )", "13 uur") == "[13]");
}

TEST_CASE("token pattern: a pattern that reaches its bound throws rule_limit") {
  std::string text = "x";
  for (int i = 0; i < 60; ++i) text += " a";
  const Document document = read_document({"", text});
  const LookedUp looked = look_up(document, lexicon());
  const TokenPattern slow("x ( a | a a )* ( a | a a )* ( a | a a )* ( a | a a )* b", lexicon());
  try {
    (void)slow.match_at(looked, 0);
    FAIL("no bound was reached");
  } catch (const Error& error) {
    CHECK(error.code() == "rule_limit");
  }
}

TEST_CASE("token pattern: every fault says what is wrong") {
  CHECK(fault_of("") == "the token pattern is empty");
  CHECK(fault_of("a ) b") == "')' closes nothing");
  CHECK(fault_of("( a b") == "a group is not closed: ')' is missing");
  CHECK(fault_of("<place") == "'<place' is not closed");
  CHECK(fault_of("<plaec>") == "no lexicon has the class 'plaec' | did you mean 'place'?");
  CHECK(fault_of("<elephant>") == "no lexicon has the class 'elephant'");
  CHECK(fault_of("{kap}") == "no kind of token is called '{kap}'");
  CHECK(fault_of("a||b") == "an empty word in 'a||b'");
  CHECK(fault_of("*a*") == "'*a*' would be any word");
  CHECK(fault_of("woord?") == "'woord?': put a word in a group to repeat it: ( woord )?");
  CHECK(fault_of("{cap}{4,2}") == "'{4,2}' is no way to say how often: ? * + or {2,4}");
  CHECK(fault_of("{cap}x") == "'x' is no way to say how often: ? * + or {2,4}");
  const std::string brackets = "'[' and ']' stand once in a pattern, in this order";
  CHECK(fault_of("a [ b") == brackets);
  CHECK(fault_of("a ] b [ c") == brackets);
  CHECK(fault_of("[ a ] [ b ]") == brackets);
}

TEST_CASE("token pattern: a fault in a rule file has its place") {
  try {
    (void)read_token_pattern(yaml::parse("find/a.yaml", "tokens: <plaec>").entries()[0].second,
                             lexicon());
    FAIL("no fault");
  } catch (const Error& error) {
    CHECK(std::string(error.what()) == "find/a.yaml:1:9: no lexicon has the class 'plaec'");
    REQUIRE(error.hints().size() == 1);
  }
}

TEST_CASE("token automaton: every pattern that matches at a token is a candidate there") {
  const std::vector<std::string> sources{
      "jan",     "<place>", "in <place>",         "{cap}",       "!jan",         "( jan )? <place>",
      "*straat", "woon*",   "( jan | in ) {any}", "{start} jan", "[ jan ] smit", "*<street_suffix>",
      "'.'",     "{number}"};
  std::vector<TokenPattern> patterns;
  for (const std::string& source : sources) patterns.emplace_back(source, lexicon());
  std::vector<TokenAutomaton::Entrant> entrants;
  for (const TokenPattern& pattern : patterns)
    entrants.push_back({&pattern, static_cast<std::uint16_t>(entrants.size())});
  const TokenAutomaton automaton(entrants);
  const Document document =
      read_document({"", "Jan Smit woont in Den Haag. In Almelo, Kerkstraat 12, zit Jan ook."});
  const LookedUp looked = look_up(document, lexicon());
  TokenWalk walk(automaton, looked);
  for (std::size_t token = 0; token < looked.size(); ++token) {
    std::vector<bool> named(patterns.size(), false);
    for (const std::uint16_t index : walk.candidates(token)) named[index] = true;
    for (std::size_t i = 0; i < patterns.size(); ++i) {
      CAPTURE(sources[i]);
      CAPTURE(token);
      if (patterns[i].match_at(looked, token)) CHECK(named[i]);
    }
  }
}
