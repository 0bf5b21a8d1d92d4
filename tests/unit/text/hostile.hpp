// SPDX-License-Identifier: EUPL-1.2
// Random texts of pieces that are hard to get right, the same in every run.
#pragma once

#include <array>
#include <random>
#include <string>
#include <string_view>

class HostileTexts {
 public:
  explicit HostileTexts(unsigned seed) : random_(seed) {}

  std::string next(std::size_t most_pieces = 24) {
    static constexpr std::array<std::string_view, 96> pieces{
        "a", "e", "J", "Jan", "jansen", "van der ", "Smit", "ZOË", "é", "ë", "e\u0301", "\u0301",
        "\u0302", "\u0323", "\u0336", "\u200B", "\u00AD", "\uFEFF", "\u202E", "\u00A0", "\u3000",
        "\t", " ", " ", " ", "  ", "\n", "\n", "\n\n", "\r\n", "\r", "\u2028", "\f", "ﬁ", "ﬄ", "Ｊ",
        "＆", "０６", "𝐉𝐚𝐧", "𝟎𝟔", "Ⓙ", "㏂", "№", "ſ", "ĳ", "ß", "İ", "ı", "а", "Иван", "соре",
        "Ω", "ν", "٠٦", "४", "&", ";", "&amp;", "amp;", "&eacute;", "&#233;", "&#x26;", "#97;",
        "&nbsp;", "Ã©", "ÃƒÂ©", "â‚¬", "â€™", "Â\u00A0", "É”", "’", "‘", "“", "”", "–", "—", "`",
        "'", "\"", "-", "-\n", "- ", "> ", ">", ">> ", "Naam: ", "1. ", "06-12345678", "a@b.nl",
        "[PERSOON 1]", ".", ", ", "€ 12,50", "😀", "漢字", "3hoog"};
    std::uniform_int_distribution<std::size_t> count(0, most_pieces);
    std::uniform_int_distribution<std::size_t> which(0, pieces.size() - 1);
    std::string text;
    for (std::size_t left = count(random_); left > 0; --left) text += pieces.at(which(random_));
    return text;
  }

 private:
  std::mt19937 random_;
};
