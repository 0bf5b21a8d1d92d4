// SPDX-License-Identifier: EUPL-1.2
#include <doctest/doctest.h>

#include "text/normal.hpp"

namespace {

std::string view_of(std::string_view text) { return report::matching_view(text).text; }

}  // namespace

TEST_CASE("view: typographic quotes and dashes become ASCII") {
  CHECK(view_of("‘a’ ‚b‛ `c´ dʼe") == "'a' 'b' 'c' d'e");
  CHECK(view_of("“a” „b‟ «c» d″") == "\"a\" \"b\" \"c\" d\"");
  CHECK(view_of("06‐12‑34‒56–78—90―1−2") == "06-12-34-56-78-90-1-2");
  CHECK(view_of("a\tb") == "a b");
  CHECK(view_of("één € ĳ 😀") == "één € ĳ 😀");
}

TEST_CASE("view: mail quoting is taken off") {
  CHECK(view_of("> Naam: Jan\n> Tel: 06") == "Naam: Jan\nTel: 06");
  CHECK(view_of(">> a.\n>> b.") == "a.\nb.");
  CHECK(view_of("> > a.\n> > b.") == "a.\nb.");
  CHECK(view_of("> een zin die\n> doorloopt.") == "een zin die doorloopt.");
  CHECK(view_of("> een zin\ngewoon") == "een zin\ngewoon");
  CHECK(view_of("3 > 2") == "3 > 2");
}

TEST_CASE("view: lines that were wrapped are joined by one blank") {
  CHECK(view_of("De melder belde gisteren over een zaak van de heer Jan\nJansen uit Almelo.") ==
        "De melder belde gisteren over een zaak van de heer Jan Jansen uit Almelo.");
  CHECK(view_of("De melder belde gisteren over een zaak van de heer Jan  \nJansen uit Almelo.") ==
        "De melder belde gisteren over een zaak van de heer Jan Jansen uit Almelo.");
  CHECK(view_of("Het nummer dat de melder gisteren noemde is het nummer 06\n12345678 van hem.") ==
        "Het nummer dat de melder gisteren noemde is het nummer 06 12345678 van hem.");
  CHECK(view_of("In de lange notitie van gisteren stond de naam van dhr.\nJansen genoemd.") ==
        "In de lange notitie van gisteren stond de naam van dhr. Jansen genoemd.");
}

TEST_CASE("view: an l among capitals is the I that a scanner missed") {
  CHECK(report::matching_view("DE OPENlNG BlJ MlLOU, lK BEN").text ==
        "DE OPENING BIJ MILOU, IK BEN");
  CHECK(report::matching_view("ln mei. lk zag. lmmers\nlntern, ln 4").text ==
        "In mei. Ik zag. Immers\nIntern, ln 4");
  CHECK(report::matching_view("Al in XL, 800 lm of lb, Elli NLl3 ln@x lN_a").text ==
        "Al in XL, 800 lm of lb, Elli NLl3 ln@x lN_a");
  CHECK(report::matching_view("All ALl").text == "All ALI");
}

TEST_CASE("view: several blanks are one, and a gap as between columns stays") {
  CHECK(view_of("06  12   34    56 78") == "06 12 34 56 78");
  CHECK(view_of("Jan\t  Jansen") == "Jan Jansen");
  CHECK(view_of("Aan de lijn      Zeist") == "Aan de lijn      Zeist");
  CHECK(view_of(">\tR. Jansen") == "R. Jansen");
}

TEST_CASE("view: a column is as wide as the lines of the text show") {
  const std::string wrapped =
      "De melder woont bij de heer Jan\nJansen in huis aan de Lindelaan\nen hoort daar elke avond "
      "dat hij\n"
      "met de aannemer belt over werk.\nDat is alles.";
  CHECK(view_of(wrapped) ==
        "De melder woont bij de heer Jan Jansen in huis aan de Lindelaan en hoort daar elke avond "
        "dat hij "
        "met de aannemer belt over werk.\nDat is alles.");
  for (const char* text : {"Aanwezig waren op die avond\nJan Jansen en zijn vrouw\nPiet de Bruijn "
                           "van de bond\nKees Bos en zijn zoon Henk",
                           "wie komt er\nik niet want ik moet werken tot zes uur\noke\ndan ga ik "
                           "alleen\nneem jij de sleutel mee",
                           "06-12345678\n06-23456789\n06-34567890\n06-45678901"}) {
    CAPTURE(text);
    CHECK(view_of(text) == text);
  }
}

TEST_CASE("view: a full stop before a digit ends no sentence") {
  CHECK(view_of("> in de Havenstr.\n> 5 woont") == "in de Havenstr. 5 woont");
  CHECK(view_of("> persnr NP\n> 310.442 is") == "persnr NP 310.442 is");
  CHECK(view_of("> bij de Dr.\n> Schaepmanlaan") == "bij de Dr. Schaepmanlaan");
  CHECK(view_of("> op de markt\n> 1. eerst") == "op de markt\n1. eerst");
}

TEST_CASE("view: lines that end by themselves stay apart") {
  for (const char* text :
       {"Korte regel\nnog een",
        "De melder belde gisteren over een zaak van de heer Jan.\nHij weet het.",
        "De melder belde gisteren over een zaak van de heer Jan\n\nEen nieuwe alinea.",
        "De melder belde gisteren over een zaak van de heer Jan:\neen lijst"}) {
    CAPTURE(text);
    CHECK(view_of(text) == text);
  }
}

TEST_CASE("view: lists and forms are not joined") {
  const std::string above = "Een regel die lang genoeg is om afgebroken te lijken door de mail";
  for (const char* below :
       {"- punt een", "* punt", "+ punt", "• punt", "1. punt", "12) punt", "Naam: Jan",
        "Telefoonnummer: 06", "| cel | cel", "# kop", "(tussen)"}) {
    CAPTURE(below);
    CHECK(view_of(above + "\n" + below) == above + "\n" + below);
  }
}

TEST_CASE("view: a word hyphenated over a line end is one word again") {
  CHECK(view_of("de dienst-\nauto van hem") == "de dienstauto van hem");
  CHECK(view_of("de dienst‐\nauto van hem") == "de dienst-\nauto van hem");
  CHECK(view_of("Jansen-\nBakker") == "Jansen-\nBakker");
  CHECK(view_of("tel 06-\n12345678") == "tel 06-\n12345678");
}

TEST_CASE("view: a range over a joint covers what the joint swallowed") {
  const std::string text = "de dienst-\nauto van hem";
  const auto view = report::matching_view(text);
  const std::size_t at = view.text.find("dienstauto");
  const report::Span span = view.to_source({at, at + 10});
  CHECK(text.substr(span.begin, span.size()) == "dienst-\nauto");
}

TEST_CASE("view: a view of nothing is empty") {
  CHECK(view_of("").empty());
  CHECK(view_of("\n") == "\n");
  CHECK(view_of("> ").empty());
}
