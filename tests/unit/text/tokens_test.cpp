// SPDX-License-Identifier: EUPL-1.2
#include "text/tokens.hpp"

#include <doctest/doctest.h>

#include "text/letters.hpp"
#include "text/normal.hpp"

using report::Token;
using report::tokenise;
using report::TokenKind;

namespace {

Token only(std::string_view text) {
  const auto tokens = tokenise(text);
  CAPTURE(text);
  REQUIRE(tokens.size() == 1);
  CHECK(tokens[0].begin == 0);
  CHECK(tokens[0].end == text.size());
  return tokens[0];
}

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> out;
  for (const Token& token : tokenise(text))
    out.emplace_back(text.substr(token.begin, token.end - token.begin));
  return out;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("tokens: letters with inner apostrophes are a word") {
  for (const char* word :
       {"a", "Jan", "één", "Çelik", "foto's", "d'Arc", "O'Neill", "漢字", "Иван"})
    CHECK(only(word).kind == TokenKind::word);
  CHECK(words("'s ochtends") == Words{"'", "s", "ochtends"});
  CHECK(words("Jan'") == Words{"Jan", "'"});
  CHECK(words("a'1") == Words{"a", "'", "1"});
}

TEST_CASE("tokens: hyphens part words") {
  CHECK(words("Jansen-Bakker") == Words{"Jansen", "-", "Bakker"});
}

TEST_CASE("tokens: a number is ASCII digits only, a mix of letters and digits is mixed") {
  CHECK(only("0612345678").kind == TokenKind::number);
  for (const char* word : {"VRP3318", "3hoog", "A4", "1e", "é1"})
    CHECK(only(word).kind == TokenKind::mixed);
  CHECK(words("12.30") == Words{"12", ".", "30"});
}

TEST_CASE("tokens: a mark is one mark, of one byte or more") {
  for (const char* mark : {".", ",", "@", "/", "€", "…", "😀", "[", "\""})
    CHECK(only(mark).kind == TokenKind::mark);
  CHECK(words("...") == Words{".", ".", "."});
}

TEST_CASE("tokens: capitals are known for letters of every script") {
  CHECK(only("Jan").capital);
  CHECK_FALSE(only("Jan").upper);
  CHECK(only("JAN").upper);
  CHECK(only("ËVA").capital);
  CHECK(only("ÉÉN").upper);
  CHECK_FALSE(only("J").upper);
  CHECK(only("J").capital);
  CHECK_FALSE(only("jAN").capital);
  CHECK_FALSE(only("één").capital);
}

TEST_CASE("tokens: line starts and blanks before are marked") {
  const auto tokens = tokenise("a, b\n  c\n\nd");
  REQUIRE(tokens.size() == 5);
  const bool line_start[] = {true, false, false, true, true};
  const bool space[] = {true, false, true, true, true};
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    CAPTURE(i);
    CHECK(tokens[i].line_start == line_start[i]);
    CHECK(tokens[i].space_before == space[i]);
  }
}

TEST_CASE("tokens: a label of an earlier scrub is one token") {
  const std::string text = "aan [PERSOON 1]s auto, x[TELEFOON]y";
  const report::Span labels[] = {{4, 15}, {24, 34}};
  const auto tokens = tokenise(text, labels);
  std::size_t found = 0;
  for (const Token& token : tokens)
    if (token.kind == TokenKind::label) {
      const report::Span span{token.begin, token.end};
      CHECK(span == labels[found++]);
    }
  CHECK(found == 2);
  CHECK(tokens.size() == 8);
  CHECK(words("[A]") == Words{"[", "A", "]"});
}

TEST_CASE("tokens: a long text has as many tokens as its parts together") {
  const std::string part = "Jan's 2 auto's, A4 é!\n";
  const std::size_t each = tokenise(part).size();
  std::string text;
  constexpr std::size_t times = 100'000;
  for (std::size_t i = 0; i < times; ++i) text += part;
  CHECK(tokenise(text).size() == times * each);
}

TEST_CASE("tokens: token_at gives the first token at or behind a byte") {
  const auto tokens = tokenise("ab cd");
  CHECK(report::token_at(tokens, 0) == 0);
  CHECK(report::token_at(tokens, 1) == 1);
  CHECK(report::token_at(tokens, 3) == 1);
  CHECK(report::token_at(tokens, 4) == 2);
  CHECK(report::token_at({}, 0) == 0);
}

TEST_CASE("fold: lower case without diacritics, two letters for those that are two") {
  const std::pair<const char*, const char*> folds[] = {{"Jansen", "jansen"},
                                                       {"Çelik", "celik"},
                                                       {"Mariëlle", "marielle"},
                                                       {"Straße", "strasse"},
                                                       {"Đorđe", "dorde"},
                                                       {"Łukasz", "lukasz"},
                                                       {"Søren", "soren"},
                                                       {"Æ", "ae"},
                                                       {"IJ", "ij"},
                                                       {"ĳ", "ij"},
                                                       {"İbrahim", "ibrahim"},
                                                       {"Yılmaz", "yilmaz"},
                                                       {"Nguyễn", "nguyen"},
                                                       {"d'Arc", "d'arc"},
                                                       {"A4", "a4"},
                                                       {"ИВАН", "иван"},
                                                       {"", ""}};
  for (const auto& [word, wanted] : folds) {
    CAPTURE(word);
    CHECK(report::fold(word) == wanted);
    CHECK(report::fold(wanted) == wanted);
  }
}

TEST_CASE("letters: kinds of characters") {
  using namespace report;
  CHECK(is_letter(U'é'));
  CHECK(is_letter(U'Ж'));
  CHECK_FALSE(is_letter(U'1'));
  CHECK_FALSE(is_letter(U'-'));
  CHECK(is_upper(U'É'));
  CHECK_FALSE(is_upper(U'é'));
  CHECK(is_combining(0x301));
  CHECK_FALSE(is_combining(U'e'));
  CHECK(is_blank(0xA0));
  CHECK_FALSE(is_blank(U'\n'));
  CHECK(is_invisible(0x200B));
  CHECK_FALSE(is_invisible(U'\t'));
  CHECK(to_lower(U'Ë') == U'ë');
  CHECK(compose(U'e', 0x301) == U'é');
  CHECK(compose(U'q', 0x301) == 0);
  CHECK(compatible(U'ﬁ') == U"fi");
  CHECK(folded(U'Ë') == U"e");
  CHECK(latin_twin(U'а') == U'a');
  CHECK(latin_twin(U'и') == 0);
}
