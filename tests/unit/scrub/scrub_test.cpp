// SPDX-License-Identifier: EUPL-1.2
#include "scrub/scrub.hpp"

#include <type_traits>

#include <doctest/doctest.h>

#include "base/error.hpp"

using namespace report;

static_assert(!std::is_default_constructible_v<ScrubbedText>);
static_assert(!std::is_constructible_v<ScrubbedText, std::string>);
static_assert(!std::is_aggregate_v<ScrubbedText>);

namespace {

Scrubbed scrubbed(const std::string& text, const FindOptions& options = {}) {
  static const Rulebook rulebook = builtin_rulebook();
  return scrub({"note", text}, rulebook, options);
}

std::string result(const std::string& text, const FindOptions& options = {}) {
  return scrubbed(text, options).text.text();
}

std::string points_of(std::string_view text, std::size_t begin, std::size_t end) {
  std::string out;
  std::size_t point = 0;
  for (std::size_t at = 0; at < text.size(); ++point) {
    const std::size_t from = at;
    decode(text, at);
    if (point >= begin && point < end) out += text.substr(from, at - from);
  }
  return out;
}

}  // namespace

TEST_CASE("scrub: the same person gets the same label throughout") {
  const std::string text =
      result("Fatima Yilmaz belde gisteren. Later zei Fatima Yilmaz niets meer.");
  CHECK(text == "[PERSOON 1] belde gisteren. Later zei [PERSOON 1] niets meer.");
}

TEST_CASE("scrub: a surname alone gets the label of the only one who bears it") {
  CHECK(result("Fatima Yilmaz belde. Volgens mevrouw Yilmaz klopte het.") ==
        "[PERSOON 1] belde. Volgens mevrouw [PERSOON 1] klopte het.");
}

TEST_CASE("scrub: two people with one surname differ, and the bare surname is neither") {
  const Scrubbed done =
      scrubbed("Fatima Yilmaz en Mehmet Yilmaz kwamen binnen. Mevrouw Yilmaz ging weg.");
  REQUIRE(done.findings.size() == 3);
  CHECK(done.findings[0].label == "[PERSOON 1]");
  CHECK(done.findings[1].label == "[PERSOON 2]");
  CHECK(done.findings[2].label == "[PERSOON 3]");
}

TEST_CASE("scrub: offsets are code points of the note as it was read") {
  const std::string note =
      "“😀” één\u200B zei: bel Rene\u0301e van Dijk\r\nof mail r.dijk@voorbeeld.nl&nbsp;nu";
  const Scrubbed done = scrubbed(note);
  REQUIRE(done.findings.size() == 2);
  CHECK(points_of(note, done.findings[0].start, done.findings[0].end) == "Rene\u0301e van Dijk");
  CHECK(points_of(note, done.findings[1].start, done.findings[1].end) == "r.dijk@voorbeeld.nl");
}

TEST_CASE("scrub: counts, labels and findings agree with the text") {
  const Scrubbed done = scrubbed("Mail a.jansen@voorbeeld.nl of bel 06-12345678, ook 06-87654321.");
  CHECK(done.counts.at("email") == 1);
  CHECK(done.counts.at("phone") == 2);
  const std::vector<Span> labels = done.text.labels();
  REQUIRE(labels.size() == done.findings.size());
  for (std::size_t i = 0; i < labels.size(); ++i) {
    CHECK(done.text.text().substr(labels[i].begin, labels[i].size()) == done.findings[i].label);
    const Span note = done.text.to_note(labels[i]);
    CHECK(note == Span{done.findings[i].start, done.findings[i].end});
  }
}

TEST_CASE("scrub: the blank between a body's name and a label stays") {
  CHECK(result("Hij kwam bij gemeente Zeist Jan de Vries tegen.") ==
        "Hij kwam bij gemeente Zeist [PERSOON 1] tegen.");
}

TEST_CASE("scrub: what stands beside a label and belongs to it goes by the same label") {
  CHECK(result("Zij woont op Dorpsstraat 12 en een half, zegt ze.") ==
        "Zij woont op [ADRES], zegt ze.");
  CHECK(result("Mijn naam is Fatima Yilmaz, van 1961, en ik bel.") ==
        "Mijn naam is [PERSOON 1], van [GEBOORTEDATUM], en ik bel.");
}

TEST_CASE("scrub: parts of a note that lie apart are not read as one") {
  const std::string note =
      "Karel Postma. Woont sinds vorig jaar in een nieuwbouwvilla waarvan de kavel voor de helft "
      "v.d. "
      "schoonouders is, zegt wie het zag. Er lag daar eerst een weiland, en er is niets "
      "gesaneerd.\n\n"
      "Vroeg of ik katholiek was. Jammer, dan had u een biechtgeheim gehad, en dat had "
      "gescheeld.\n\n"
      "Hij kreeg van de wethouder een boek over tuinieren op zware klei. Telefoon 06-12345678.";
  CHECK(result(note) == "[PERSOON 1]" + note.substr(12, note.size() - 24) + "[TELEFOON].");
}

TEST_CASE("scrub: public lines stay") {
  for (const char* line :
       {"0800 2800 200", "0800-2800200", "14 030", "14030", "112", "113", "0900-8844"}) {
    const std::string note = std::string("Bel ") + line + " voor hulp.";
    CAPTURE(note);
    CHECK(result(note) == note);
  }
}

TEST_CASE("scrub: a text scrubbed is not scrubbed further") {
  for (const char* note :
       {"Fatima Yilmaz belde naar 06-12345678.",
        "Mevrouw Jansen-de Vries (BSN 111222333) woont Dorpsstraat 12, 1234 AB Almelo.",
        "Wethouder Bakker mailde j.bakker@voorbeeld.nl."}) {
    CAPTURE(note);
    const std::string once = result(note);
    CHECK(once != note);
    const Document document = read_document({"", once}, scrubbed(note).text.labels());
    CHECK(find(document, builtin_rulebook()).removed.empty());
  }
}

TEST_CASE("scrub: a note without identifiers comes out as it went in") {
  const std::string note = "De melder zegt dat er geld verdwijnt uit de kas van de dienst.";
  const Scrubbed done = scrubbed(note);
  CHECK(done.text.text() == note);
  CHECK(done.findings.empty());
  CHECK(done.counts.empty());
}

TEST_CASE("scrub: the person complained of is BETROKKENE 1 in every way of writing given") {
  FindOptions options;
  options.subjects = {"Fatima Yilmaz", "F. Yilmaz"};
  const std::string text = result("Fatima Yilmaz belde. Yilmaz zei dat Piet Jansen kwam.", options);
  CHECK(text == "[BETROKKENE 1] belde. [BETROKKENE 1] zei dat [PERSOON 1] kwam.");
}

TEST_CASE("scrub: the organisation from outside is kept apart from the text") {
  static const Rulebook rulebook = builtin_rulebook();
  const Scrubbed done = scrub({"n", "Er verdwijnt geld.", "Gemeente Almelo"}, rulebook);
  REQUIRE(done.text.organisation());
  CHECK(*done.text.organisation() == "Gemeente Almelo");
  CHECK(done.text.text() == "Er verdwijnt geld.");
}

TEST_CASE("scrub: a threshold above every certainty removes nothing and lists it") {
  FindOptions options;
  options.threshold = 1.01;
  const Scrubbed done = scrubbed("Bel 06-12345678.", options);
  CHECK(done.text.text() == "Bel 06-12345678.");
  CHECK(done.findings.empty());
  CHECK_FALSE(done.unsure.empty());
}

TEST_CASE("scrub: a note that cannot be read is refused") {
  CHECK_THROWS_AS(scrubbed(""), Error);
  CHECK_THROWS_AS(scrubbed("a\xFF"), Error);
}

TEST_CASE("scrub: what is found between two pieces that were removed makes them one") {
  const Scrubbed noble = scrubbed("De directeur, de heer Floris van Voorst tot Loo, heeft bladen.");
  CHECK(noble.text.text() == "De directeur, de heer [PERSOON 1], heeft bladen.");
  CHECK(noble.findings.size() == 1);
  CHECK(result("Jarig op 1 april (geen grap) 1979. Dat") == "Jarig op [GEBOORTEDATUM]. Dat");
  CHECK(result("Ik sprak Jan de Vries, Piet Jansen en Kees Smit.") ==
        "Ik sprak [PERSOON 1], [PERSOON 2] en [PERSOON 3].");
}
