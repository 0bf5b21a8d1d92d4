// SPDX-License-Identifier: EUPL-1.2
#include "text/letters.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>
#include <utility>

#include <utf8proc.h>

namespace report {
namespace {

utf8proc_category_t category(char32_t point) {
  return utf8proc_category(static_cast<utf8proc_int32_t>(point));
}

constexpr bool ascii_letter(char32_t point) {
  return (point >= U'a' && point <= U'z') || (point >= U'A' && point <= U'Z');
}

std::u32string decomposed(char32_t point, int options) {
  std::array<utf8proc_int32_t, 32> buffer{};
  int last_class = UTF8PROC_BOUNDCLASS_START;
  const auto size =
      utf8proc_decompose_char(static_cast<utf8proc_int32_t>(point), buffer.data(), buffer.size(),
                              static_cast<utf8proc_option_t>(options), &last_class);
  if (size <= 0 || size > static_cast<utf8proc_ssize_t>(buffer.size())) return {point};
  return {buffer.begin(), buffer.begin() + size};
}

// Confusables of Unicode TS 39 restricted to what is drawn like a Latin letter in common type:
// Cyrillic, Greek, Armenian, Cherokee, letters of phonetics, small capitals.
constexpr std::u32string_view twin_of =
    U"АВЕЅІЈКМНОРСТУХаеѕіјорсухԁһԛԝкмтвнΑΒΕΖΗΙΚΜΝΟΡΤΥΧαεινοτυρχκѵӏ"
    U"ҮүҒғԌԚԜӀЬгϹϲϳͿγησԀօոսհցզ"
    U"ᎪᏴᏟᎠᎬᏀᎻᎫᏦᏞᎷᏢᎡᏒᏚᎢᏙᏔᏃ"
    U"ɑɡɩɪʀʏɴʙɢʜʟᴀᴄᴅᴇᴊᴋᴍᴏᴘᴛᴜᴠᴡᴢꜱ";
constexpr std::u32string_view twin_is =
    U"ABESIJKMHOPCTYXaesijopcyxdhqwkmtbhABEZHIKMNOPTYXaeivotupxkvl"
    U"YyFfGQWIbrCcjJynodonuhgq"
    U"ABCDEGHJKLMPRRSTVWZ"
    U"agiirynbghlacdejkmoptuvwzs";
static_assert(twin_of.size() == twin_is.size());

struct Twin {
  char32_t of, is;
};

constexpr auto twins = [] {
  std::array<Twin, twin_of.size()> table{};
  for (std::size_t i = 0; i < table.size(); ++i) table[i] = {twin_of[i], twin_is[i]};
  std::sort(table.begin(), table.end(), [](Twin a, Twin b) { return a.of < b.of; });
  return table;
}();

}  // namespace

bool is_letter(char32_t point) {
  if (point < 0x80U) return ascii_letter(point);
  switch (category(point)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
      return true;
    default:
      return false;
  }
}

bool is_decimal(char32_t point) {
  return point >= 0x80U && category(point) == UTF8PROC_CATEGORY_ND;
}

bool is_upper(char32_t point) {
  if (point < 0x80U) return point >= U'A' && point <= U'Z';
  const auto kind = category(point);
  return kind == UTF8PROC_CATEGORY_LU || kind == UTF8PROC_CATEGORY_LT;
}

bool is_combining(char32_t point) {
  if (point < 0x300U) return false;
  const auto kind = category(point);
  return kind == UTF8PROC_CATEGORY_MN || kind == UTF8PROC_CATEGORY_MC ||
         kind == UTF8PROC_CATEGORY_ME;
}

bool is_blank(char32_t point) {
  return point == U' ' || point == U'\t' ||
         (point >= 0x80U && category(point) == UTF8PROC_CATEGORY_ZS);
}

bool is_invisible(char32_t point) {
  if (point < 0x80U) return (point < 0x20U && point != U'\t' && point != U'\n') || point == 0x7FU;
  if (point == 0x34FU || (point >= 0xFE00U && point <= 0xFE0FU)) return true;
  switch (category(point)) {
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_CN:
      return true;
    default:
      return false;
  }
}

char32_t to_lower(char32_t point) {
  return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(point)));
}

char32_t compose(char32_t base, char32_t mark) {
  std::array<utf8proc_int32_t, 2> pair{static_cast<utf8proc_int32_t>(base),
                                       static_cast<utf8proc_int32_t>(mark)};
  const auto size = utf8proc_normalize_utf32(
      pair.data(), 2, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  return size == 1 ? static_cast<char32_t>(pair[0]) : 0;
}

std::u32string compatible(char32_t point) {
  std::u32string parts = decomposed(point, UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_STABLE);
  std::u32string out;
  for (const char32_t part : parts) {
    const char32_t joined = out.empty() ? 0 : compose(out.back(), part);
    if (joined != 0)
      out.back() = joined;
    else
      out += part;
  }
  return out;
}

std::u32string folded(char32_t point) {
  switch (point) {  // letters whose stroke or form is no combining mark
    case U'ø':
    case U'Ø':
      return U"o";
    case U'ł':
    case U'Ł':
      return U"l";
    case U'đ':
    case U'Đ':
    case U'ð':
      return U"d";
    case U'ı':
    case U'İ':
      return U"i";
    case U'æ':
    case U'Æ':
      return U"ae";
    case U'œ':
    case U'Œ':
      return U"oe";
    case U'ß':
      return U"ss";
    case U'ĳ':
    case U'Ĳ':
      return U"ij";
    default:
      break;
  }
  std::u32string parts = decomposed(
      point, UTF8PROC_DECOMPOSE | UTF8PROC_STABLE | UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD);
  return parts;
}

char32_t latin_twin(char32_t point) {
  if (point < twins.front().of) return 0;
  const auto* hit = std::lower_bound(twins.begin(), twins.end(), point,
                                     [](Twin one, char32_t wanted) { return one.of < wanted; });
  return hit != twins.end() && hit->of == point ? hit->is : 0;
}

}  // namespace report
