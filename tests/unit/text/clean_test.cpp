// SPDX-License-Identifier: EUPL-1.2
#include <doctest/doctest.h>

#include "base/error.hpp"
#include "text/normal.hpp"

namespace {

std::string cleaned(std::string_view text) { return report::clean(text).text; }

struct Pair {
  const char* source;
  const char* wanted;
};

template <std::size_t count>
void check_all(const Pair (&pairs)[count]) {
  for (const Pair& pair : pairs) {
    CAPTURE(pair.source);
    CHECK(cleaned(pair.source) == pair.wanted);
  }
}

}  // namespace

TEST_CASE("clean: plain text stays as it is") {
  const Pair pairs[] = {{"", ""},
                        {"Jan & Piet, 3 < 4; tab\there", "Jan & Piet, 3 < 4; tab\there"},
                        {"één ĳs Çelik Đorđe Łukasz", "één ĳs Çelik Đorđe Łukasz"},
                        {"‘Zo’ – zei “hij”…", "‘Zo’ – zei “hij”…"}};
  check_all(pairs);
}

TEST_CASE("clean: letters and their marks are composed") {
  const Pair pairs[] = {{"Rene\u0301e", "Renée"},           {"Nguye\u0302\u0303n", "Nguyễn"},
                        {"C\u0327elik", "Çelik"},           {"A\u030Asa", "Åsa"},
                        {"D\u030Cokovic\u0301", "Ďoković"}, {"ho\u0323\u0302i", "hội"}};
  check_all(pairs);
}

TEST_CASE("clean: marks that no Latin letter carries are dropped") {
  const Pair pairs[] = {
      {"J\u0336a\u0336n\u0336", "Jan"}, {"\u0301Jan", "Jan"}, {"Ja\u034Fn", "Jan"}};
  check_all(pairs);
}

TEST_CASE("clean: what is not seen is dropped") {
  const Pair pairs[] = {
      {"Jan\u200Bsen", "Jansen"},       {"Jan\u200Csen", "Jansen"},
      {"Jan\u200Dsen", "Jansen"},       {"Jan\u2060sen", "Jansen"},
      {"\uFEFFJansen", "Jansen"},       {"Jan\u00ADsen", "Jansen"},
      {"Jan\u202Esen\u202C", "Jansen"}, {"Jan\u2066sen\u2069", "Jansen"},
      {"Jan\uE000sen", "Jansen"},       {"Jan\x07sen\x7F", "Jansen"},
      {"Jan\uFE0Fsen", "Jansen"},       {"06\u200B-12\u200E345678", "06-12345678"}};
  check_all(pairs);
}

TEST_CASE("clean: blanks of every width become blanks") {
  for (const char* blank : {"\u00A0", "\u1680", "\u2002", "\u2003", "\u2007", "\u2009", "\u200A",
                            "\u202F", "\u205F", "\u3000"}) {
    CAPTURE(blank);
    CHECK(cleaned(std::string("a") + blank + "b") == "a b");
  }
}

TEST_CASE("clean: line ends of every kind become one") {
  const Pair pairs[] = {{"a\r\nb\r\n", "a\nb\n"}, {"a\rb", "a\nb"},     {"a\r\r\nb", "a\n\nb"},
                        {"a\u2028b", "a\nb"},     {"a\u2029b", "a\nb"}, {"a\u0085b", "a\nb"},
                        {"a\fb\vc", "a\nb\nc"}};
  check_all(pairs);
}

TEST_CASE("clean: full-width letters, ligatures and styled letters become plain") {
  const Pair pairs[] = {{"Ｊａｎ＠ｘ．ｎｌ", "Jan@x.nl"},
                        {"０６１２", "0612"},
                        {"ﬁets koﬃe ﬂat", "fiets koffie flat"},
                        {"𝐉𝐚𝐧 𝒥𝒶𝓃 𝕁𝕒𝕟 𝖩𝖺𝗇 𝙹𝚊𝚗", "Jan Jan Jan Jan Jan"},
                        {"𝟎𝟔𝟙𝟚", "0612"},
                        {"ℕ ℝ K", "N R K"},
                        {"Ⓙⓐⓝ", "Jan"},
                        {"⁰⁶¹²", "06¹²"},
                        {"ſmit", "smit"},
                        {"⒥⒜⒩", "jan"},
                        {"⒈⒘", "117"},
                        {"℅ Jan", "℅ Jan"}};
  check_all(pairs);
}

TEST_CASE("clean: digits of other scripts become ASCII digits") {
  const Pair pairs[] = {{"٠٦١٢٣٤٥٦٧٨", "0612345678"}, {"۰۶۱۲۳۴۵۶۷۸", "0612345678"},
                        {"०६१२३४५६७८", "0612345678"}, {"০৬১২৩৪৫৬৭৮", "0612345678"},
                        {"๐๖๑๒๓๔๕๖๗๘", "0612345678"}, {"𝟬𝟲𝟭𝟐𝟛𝟜𝟻𝟼𝟟𝟠", "0612345678"}};
  check_all(pairs);
}

TEST_CASE("clean: UTF-8 that was decoded as Windows-1252 is repaired") {
  const Pair pairs[] = {
      {"RenÃ©e", "Renée"},  {"MariÃ«lle", "Mariëlle"}, {"â‚¬ 500", "€ 500"},  {"hijâ€™s", "hij’s"},
      {"a â€“ b", "a – b"}, {"Ã‰douard", "Édouard"},   {"YÄ±lmaz", "Yılmaz"}, {"OÄŸuz", "Oğuz"},
      {"MiloÅ¡", "Miloš"},  {"a\u00C2\u00A0b", "a b"}, {"RenÃƒÂ©e", "Renée"}};
  check_all(pairs);
}

TEST_CASE("clean: UTF-8 that was decoded as Latin-1 is repaired") {
  const Pair pairs[] = {{"Ren\u00C3\u00A9e", "Renée"},
                        {"06 \u00E2\u0080\u0093 12", "06 – 12"},
                        {"MERYEM \u00C3\u0096Z", "MERYEM ÖZ"},
                        {"Nguy\u00E1\u00BB\u0085n", "Nguyễn"}};
  check_all(pairs);
}

TEST_CASE(
    "clean: wrongly decoded letters of Vietnamese, Romanian and decomposed ones are repaired") {
  const Pair pairs[] = {{"Nguyá»…n VÄƒn Lá»™c", "Nguyễn Văn Lộc"},
                        {"IonuÈ›", "Ionuț"},
                        {"PhÆ°Æ¡ng", "Phương"},
                        {"ReneÌ\u0081e", "Renée"},
                        {"ZoeÌˆ", "Zoë"},
                        {"NguyÃ¡Â»â€¦n", "Nguyễn"}};
  check_all(pairs);
}

TEST_CASE("clean: an accented letter before typographic marks is no wrongly decoded UTF-8") {
  for (const char* text : {"“Dat was René…”", "‘CAFÉ’", "“CAFÉ”", "ZOË’s auto", "ANDRÉ’s", "René’”",
                           "“ó…””", "zo é–”"}) {
    CAPTURE(text);
    CHECK(cleaned(text) == text);
  }
}

TEST_CASE("clean: character references of HTML are read") {
  const Pair pairs[] = {{"Ren&eacute;e", "Renée"},   {"Jan&nbsp;Smit", "Jan Smit"},
                        {"Ren&#233;e", "Renée"},     {"Ren&#xE9;e", "Renée"},
                        {"A &amp; B", "A & B"},      {"Jan&shy;sen", "Jansen"},
                        {"&amp;eacute;", "é"},       {"&amp;amp;amp;lt;", "<"},
                        {"&#74;&#97;&#110;", "Jan"}, {"e&#769;", "é"},
                        {"Milo&scaron;", "Miloš"},   {"Do&gbreve;an", "Doğan"},
                        {"zo&#146;n", "zo’n"},       {"jan&commat;x&period;nl", "jan@x.nl"}};
  check_all(pairs);
}

TEST_CASE("clean: quoted-printable of mail is read") {
  const Pair pairs[] = {
      {"Ren=C3=A9e", "Renée"},
      {"=E2=80=98Zo=E2=80=99", "‘Zo’"},
      {"Nguy=E1=BB=85n", "Nguyễn"},
      {"De melder belde gisteren nog eens over een zaak van de heer Jan Jan=\nsen uit Almelo.",
       "De melder belde gisteren nog eens over een zaak van de heer Jan Jansen uit Almelo."},
      {"De melder belde gisteren nog eens over een zaak van de heer Jan Jan=\r\nsen uit Almelo.",
       "De melder belde gisteren nog eens over een zaak van de heer Jan Jansen uit Almelo."}};
  check_all(pairs);
  for (const char* text :
       {"a=20", "x=C3", "=", "=C3", "=c3=a9", "=C3=", "a =\nb", "=FF=FE", "id=AB12"}) {
    CAPTURE(text);
    CHECK(cleaned(text) == text);
  }
}

TEST_CASE("clean: what only looks like a character reference stays") {
  for (const char* text : {"&", "&;", "&x;", "A&B;", "&#;", "&#x;", "&#xZZ;", "&#0;", "&#xD800;",
                           "&#1114112;", "&onbekend;", "& eacute;", "Q&A"}) {
    CAPTURE(text);
    CHECK(cleaned(text) == text);
  }
}

TEST_CASE("clean: letters of Cyrillic and Greek that look Latin become Latin") {
  const Pair pairs[] = {
      {"Jаnsеn", "Jansen"}, {"Ріеtеr", "Pieter"}, {"Βаkkеr", "Bakker"}, {"νan", "van"}};
  check_all(pairs);
}

TEST_CASE("clean: look-alike letters of further alphabets become Latin") {
  const Pair pairs[] = {{"Jаnѕеո", "Jansen"}, {"ᎠᎪᎡᎢ", "DART"},     {"ᴊᴀɴꜱᴇɴ", "jansen"},
                        {"Ꮪmit", "Smit"},     {"Вrugɡе", "Brugge"}, {"Ⅷ", "VIII"}};
  check_all(pairs);
}

TEST_CASE("clean: in a word that holds Latin letters too, those with a twin become Latin") {
  const Pair pairs[] = {{"Jаnsеп", "Janseп"}, {"Δаan", "Δaan"}};
  check_all(pairs);
}

TEST_CASE("clean: a word that is really Cyrillic or Greek stays") {
  for (const char* text : {"Иван Петров", "Γιώργος", "Юрій"}) {
    CAPTURE(text);
    CHECK(cleaned(text) == text);
  }
}

TEST_CASE("clean: a look-alike letter with a mark becomes the Latin letter with its mark") {
  CHECK(cleaned("Rеn\u0435\u0301") == "René");
}

TEST_CASE("clean: a text that is no text is refused by byte offset, never quoted") {
  const auto code_of = [](std::string_view text) {
    try {
      report::clean(text);
    } catch (const report::Error& error) {
      CHECK(error.fault() == report::Fault::input);
      CHECK(std::string(error.what()).find("Jansen") == std::string::npos);
      CHECK(std::string(error.what()).find("byte 7") != std::string::npos);
      return error.code();
    }
    return std::string("no error");
  };
  CHECK(code_of("Jansen\xE9") == "invalid_utf8");
  CHECK(code_of(std::string_view("Jansen\0x", 8)) == "nul_byte");
}
