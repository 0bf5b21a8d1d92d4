// SPDX-License-Identifier: EUPL-1.2
// Random texts of pieces that are hard to get right, and texts with such pieces strewn in; the same
// in every run.
#pragma once

#include <array>
#include <random>
#include <string>
#include <string_view>

class HostileTexts {
 public:
  explicit HostileTexts(unsigned seed) : random_(seed) {}

  std::string next(std::size_t most_pieces = 24) {
    static constexpr std::array<std::string_view, 100> pieces{
        "a",       "e",
        "J",       "Jan",
        "jansen",  "van der ",
        "Smit",    "ZOË",
        "é",       "ë",
        "e\u0301", "\u0301",
        "\u0302",  "\u0323",
        "\u0336",  "\u200B",
        "\u00AD",  "\uFEFF",
        "\u202E",  "\u00A0",
        "\u3000",  "\t",
        " ",       " ",
        " ",       "  ",
        "\n",      "\n",
        "\n\n",    "\r\n",
        "\r",      "\u2028",
        "\f",      "ﬁ",
        "ﬄ",       "Ｊ",
        "＆",      "０６",
        "𝐉𝐚𝐧",     "𝟎𝟔",
        "Ⓙ",       "㏂",
        "№",       "ſ",
        "ĳ",       "ß",
        "İ",       "ı",
        "а",       "Иван",
        "соре",    "Ω",
        "ν",       "٠٦",
        "४",       "&",
        ";",       "&amp;",
        "amp;",    "&eacute;",
        "&#233;",  "&#x26;",
        "#97;",    "&nbsp;",
        "Ã©",      "ÃƒÂ©",
        "â‚¬",     "â€™",
        "Â\u00A0", "É”",
        "’",       "‘",
        "“",       "”",
        "–",       "—",
        "`",       "'",
        "\"",      "-",
        "-\n",     "- ",
        "> ",      ">",
        ">> ",     "Naam: ",
        "1. ",     "06-12345678",
        "a@b.nl",  "[PERSOON 1]",
        ".",       ", ",
        "€ 12,50", "😀",
        "漢字",    "3hoog",
        "=C3=A9",  "=\n",
        "=C3",     "een regel die lang genoeg is om te lijken op een afgebroken regel"};
    std::uniform_int_distribution<std::size_t> count(0, most_pieces);
    std::uniform_int_distribution<std::size_t> which(0, pieces.size() - 1);
    std::string text;
    for (std::size_t left = count(random_); left > 0; --left) text += pieces.at(which(random_));
    return text;
  }

  /// The text as it may come through: look-alike letters, other digits and blanks, invisible
  /// characters, lines broken anywhere, letters in the other case.
  std::string veiled(std::string_view text) {
    static constexpr std::string_view of = "aeopcxyABEHKMOPTX";
    static constexpr std::array<std::string_view, 17> twins{
        "а", "е", "о", "р", "с", "х", "у", "А", "В", "Е", "Н", "К", "М", "О", "Р", "Т", "Х"};
    static constexpr std::array<std::string_view, 6> blanks{"\u00A0", "  ", "\n",
                                                            "\n> ",   "\t", "\r\n"};
    static constexpr std::array<std::string_view, 4> unseen{"\u200B", "\u00AD", "\uFEFF", "\u0301"};
    std::string out;
    for (const char byte : text) {
      const auto rolled = std::uniform_int_distribution<std::size_t>(0, 59)(random_);
      const bool digit = byte >= '0' && byte <= '9';
      const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
      const auto twin = of.find(byte);
      if (byte == ' ' && rolled < 10) {
        out += blanks.at(rolled % blanks.size());
      } else if (digit && rolled < 8) {
        out += "\xEF\xBC";  // full width
        out += static_cast<char>(0x90 + (byte - '0'));
      } else if (twin != std::string_view::npos && rolled < 10) {
        out += twins.at(twin);
      } else if (letter && rolled > 55) {
        out += static_cast<char>(byte ^ 0x20);
      } else {
        out += byte;
        if (static_cast<unsigned char>(byte) < 0x80U && rolled == 30)
          out +=
              unseen.at(std::uniform_int_distribution<std::size_t>(0, unseen.size() - 1)(random_));
      }
    }
    return out;
  }

  /// One piece again and again, as far as `size` bytes.
  std::string repeated(std::size_t size) {
    static constexpr std::array<std::string_view, 22> pieces{
        "06-", "06 ", "www.", "a@", "([", "x",   "> ",       "Jan ",     "jan-",  "NL91 ", "1",
        "12-", "1.",  "een ", "J.", ": ", "a1 ", "nul zes ", "van der ", "Jan\n", "J-",    "ik "};
    const std::string_view piece =
        pieces.at(std::uniform_int_distribution<std::size_t>(0, pieces.size() - 1)(random_));
    std::string text;
    while (text.size() < size) text += piece;
    return text;
  }

 private:
  std::mt19937 random_;
};
