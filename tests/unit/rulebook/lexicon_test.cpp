// SPDX-License-Identifier: EUPL-1.2
#include "rulebook/lexicon.hpp"

#include <cstring>
#include <random>
#include <unordered_set>

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "rulebook/token_pattern.hpp"

using report::Classes;
using report::Lexicon;

namespace {

using Entries = std::vector<std::pair<std::string, std::size_t>>;

std::string random_word(std::mt19937& random) {
  std::string word;
  for (unsigned left = 3 + random() % 12; left > 0; --left)
    word += static_cast<char>('a' + random() % 26);
  return word;
}

Classes without_start(const Lexicon& lexicon, std::string_view word) {
  return lexicon.classes_of(word) & ~lexicon.phrase_start();
}

}  // namespace

TEST_CASE("lexicon: a word has the classes of every list it is on, folded") {
  const Lexicon lexicon =
      Lexicon::build({"given_name", "place"}, {{"José", 0}, {"Paris", 0}, {"Paris", 1}});
  const Classes given = lexicon.class_bit("given_name").value();
  const Classes place = lexicon.class_bit("place").value();
  CHECK(lexicon.classes_of("jose") == given);
  CHECK(lexicon.classes_of("paris") == (given | place));
  CHECK(lexicon.classes_of("José") == 0);
  CHECK(lexicon.classes_of("rome") == 0);
  CHECK(lexicon.classes_of("") == 0);
  CHECK_FALSE(lexicon.class_bit("organ"));
  CHECK(Lexicon().classes_of("jose") == 0);
}

TEST_CASE("lexicon: 200,000 words are all found, with their classes, and 200,000 others are not") {
  std::mt19937 random(1);
  std::unordered_set<std::string> words;
  while (words.size() < 200'000) words.insert(random_word(random));
  Entries entries;
  for (const std::string& word : words) entries.emplace_back(word, word.size() % 7);
  const Lexicon built = Lexicon::build({"a", "b", "c", "d", "e", "f", "g"}, entries);
  const std::string bytes = built.bytes();
  auto* const aligned =
      static_cast<std::byte*>(std::aligned_alloc(64, (bytes.size() + 63) / 64 * 64));
  std::memcpy(aligned, bytes.data(), bytes.size());
  {
    const Lexicon over = Lexicon::over({aligned, bytes.size()});
    CHECK(over.class_names() == built.class_names());
    std::size_t wrong = 0;
    for (const std::string& word : words) {
      const Classes wanted = Classes{1} << word.size() % 7;
      if (built.classes_of(word) != wanted || over.classes_of(word) != wanted) ++wrong;
    }
    CHECK(wrong == 0);
    std::size_t found = 0;
    for (int i = 0; i < 200'000;) {
      const std::string word = random_word(random);
      if (words.contains(word)) continue;
      ++i;
      if (built.classes_of(word) != 0 || over.classes_of(word) != 0) ++found;
    }
    CHECK(found == 0);
  }
  std::free(aligned);
}

TEST_CASE("lexicon: the longest entry of several words wins") {
  const Lexicon lexicon =
      Lexicon::build({"place"}, {{"Den Haag", 0}, {"den haag zuid", 0}, {"Haag", 0}});
  const std::string_view words[] = {"den", "haag", "zuid", "west"};
  const auto phrase = lexicon.longest_phrase(words);
  CHECK(phrase.words == 3);
  CHECK(phrase.classes == lexicon.class_bit("place").value());
  CHECK(lexicon.longest_phrase(std::span(words).first(2)).words == 2);
  CHECK(lexicon.longest_phrase(std::span(words).subspan(1)).words == 0);
  CHECK((lexicon.classes_of("den") & lexicon.phrase_start()) != 0);
  CHECK(without_start(lexicon, "den") == 0);
  CHECK(without_start(lexicon, "haag") != 0);
}

TEST_CASE("lexicon: an entry may have twelve words, not thirteen") {
  CHECK_NOTHROW(Lexicon::build({"x"}, {{"a b c d e f g h i j k l", 0}}));
  CHECK_THROWS_AS(Lexicon::build({"x"}, {{"a b c d e f g h i j k l m", 0}}), report::Error);
}

TEST_CASE("lexicon: too many classes are refused") {
  std::vector<std::string> names;
  for (int i = 0; i < 63; ++i) names.push_back("c" + std::to_string(i));
  const Lexicon lexicon = Lexicon::build(names, {{"last", 62}});
  CHECK(lexicon.classes_of("last") == lexicon.class_bit("c62").value());
  names.emplace_back("one");
  names.emplace_back("two");
  CHECK_THROWS_AS(Lexicon::build(names, {}), report::Error);
}

TEST_CASE("lexicon: bytes that are no table are refused") {
  const Lexicon lexicon = Lexicon::build({"a"}, {{"b", 0}});
  const std::string bytes = lexicon.bytes();
  alignas(64) static std::byte buffer[4096];
  REQUIRE(bytes.size() <= sizeof buffer);
  std::memcpy(buffer, bytes.data(), bytes.size());
  CHECK_NOTHROW(Lexicon::over({buffer, bytes.size()}));
  CHECK_THROWS_AS(Lexicon::over({buffer, 8}), report::Error);
  CHECK_THROWS_AS(Lexicon::over({buffer, bytes.size() - 1}), report::Error);
  buffer[0] ^= std::byte{1};
  CHECK_THROWS_AS(Lexicon::over({buffer, bytes.size()}), report::Error);
}

TEST_CASE(
    "look up: entries of several words are found over blanks, hyphens and points within a "
    "sentence") {
  const Lexicon lexicon =
      Lexicon::build({"place", "abbreviation"}, {{"Den Haag", 0}, {"st", 1}, {"St. Maarten", 0}});
  const auto phrase_words = [&](const std::string& text) {
    const report::Document document = report::read_document({"", text});
    const report::LookedUp looked = report::look_up(document, lexicon);
    return looked.phrase(0).words;
  };
  CHECK(phrase_words("Den Haag ligt daar") == 2);
  CHECK(phrase_words("Den-Haag ligt daar") == 3);
  CHECK(phrase_words("St. Maarten ligt daar") == 3);
  CHECK(phrase_words("Den\nHaag ligt daar") == 0);
  CHECK(phrase_words("Den. Haag ligt daar") == 0);
  CHECK(phrase_words("Den bosch") == 0);
}

/// The first word of each sentence.
std::string sentence_starts(const std::string& text, const Lexicon& lexicon) {
  const report::Document document = report::read_document({"", text});
  const report::LookedUp looked = report::look_up(document, lexicon);
  std::string words;
  for (std::size_t i = 0; i < looked.size(); ++i)
    if (looked.sentence_start[i]) words += std::string(document.word(document.tokens[i])) + ' ';
  return words;
}

TEST_CASE(
    "look up: sentences end at marks, not at abbreviations, initials, numbers or within quotes") {
  const Lexicon lexicon = Lexicon::build({"abbreviation"}, {{"dhr", 0}, {"nr", 0}});
  const auto starts = [&](const std::string& text) { return sentence_starts(text, lexicon); };
  CHECK(starts("Een zin. Nog een! En deze? Ja.") == "Een Nog En Ja ");
  CHECK(starts("Dhr. Jansen kwam om 12.30 uur. Hij ging.") == "Dhr Hij ");
  CHECK(starts("De heer J. Smit kwam.") == "De ");
  CHECK(starts("Het kostte nr. drie. hij ging.") == "Het ");
  CHECK(starts("Kop\nTekst") == "Kop Tekst ");
  CHECK(starts("Zo... en verder. Dan") == "Zo Dan ");
}

TEST_CASE("look up: a line that ends in a tussenvoegsel goes on, never over a blank line") {
  const Lexicon lexicon = Lexicon::build({"tussenvoegsel"}, {{"van", 0}, {"der", 0}, {"d", 0}});
  CHECK(sentence_starts("Ook Bas van der\nWulp kwam", lexicon) == "Ook ");
  CHECK(sentence_starts("Ook Bas van der\n\nWulp kwam", lexicon) == "Ook Wulp ");
  CHECK(sentence_starts("Op naam v.d.\n\nHij kwam", lexicon) == "Op Hij ");
}
