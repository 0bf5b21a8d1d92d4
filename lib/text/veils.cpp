// SPDX-License-Identifier: EUPL-1.2
#include "text/veils.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "text/utf8.hpp"

namespace report {
namespace {

constexpr std::u32string_view cp1252_high = U"€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ";

/// The byte that Windows-1252 gives to a code point, or Latin-1, if it has one at 0x80 or above.
std::optional<unsigned char> byte_of(char32_t point) {
  if (point >= 0x80U && point <= 0xFFU) return static_cast<unsigned char>(point);
  const auto at = point < 0x80U ? std::u32string_view::npos : cp1252_high.find(point);
  if (at == std::u32string_view::npos) return std::nullopt;
  return static_cast<unsigned char>(0x80U + at);
}

/// Can these two bytes begin a character that a Dutch note holds? Latin letters, marks on them,
/// typographic marks, the euro sign, emoji. Others are refused: René…” is no twice encoded Ren酔.
constexpr bool expected_lead(unsigned char lead, unsigned char second) {
  switch (lead) {
    case 0xC2U:
    case 0xC3U:
    case 0xC4U:
    case 0xC5U:
      return true;
    case 0xC6U:
      return second == 0xA0U || second == 0xA1U || second == 0xAFU || second == 0xB0U;
    case 0xC8U:
      return second >= 0x98U && second <= 0x9BU;  // șț of Romanian
    case 0xCCU:                                   // marks, of letters that were decomposed
      return (second >= 0x80U && second <= 0x8CU) || (second >= 0xA3U && second <= 0xA8U);
    case 0xE1U:
      return second >= 0xB8U && second <= 0xBBU;  // Vietnamese
    case 0xE2U:
      return second >= 0x80U && second <= 0x84U;
    case 0xEFU:
      return second >= 0xBBU;
    case 0xF0U:
      return second == 0x9FU;
    default:
      return false;
  }
}

constexpr std::size_t length_of(unsigned char lead) {
  return lead < 0xE0U ? 2 : lead < 0xF0U ? 3 : 4;
}

using Reference = std::pair<std::string_view, char32_t>;

constexpr auto sorted(auto references) {
  std::sort(references.begin(), references.end());
  return references;
}

constexpr auto references = sorted(std::to_array<Reference>({
    {"AElig", U'Æ'},  {"Aacute", U'Á'}, {"Acirc", U'Â'},    {"Agrave", U'À'}, {"Aring", U'Å'},
    {"Atilde", U'Ã'}, {"Auml", U'Ä'},   {"Ccedil", U'Ç'},   {"ETH", U'Ð'},    {"Eacute", U'É'},
    {"Ecirc", U'Ê'},  {"Egrave", U'È'}, {"Euml", U'Ë'},     {"Iacute", U'Í'}, {"Icirc", U'Î'},
    {"Igrave", U'Ì'}, {"Iuml", U'Ï'},   {"Ntilde", U'Ñ'},   {"Oacute", U'Ó'}, {"Ocirc", U'Ô'},
    {"Ograve", U'Ò'}, {"Oslash", U'Ø'}, {"Otilde", U'Õ'},   {"Ouml", U'Ö'},   {"THORN", U'Þ'},
    {"Uacute", U'Ú'}, {"Ucirc", U'Û'},  {"Ugrave", U'Ù'},   {"Uuml", U'Ü'},   {"Yacute", U'Ý'},
    {"aacute", U'á'}, {"acirc", U'â'},  {"aelig", U'æ'},    {"agrave", U'à'}, {"aring", U'å'},
    {"atilde", U'ã'}, {"auml", U'ä'},   {"ccedil", U'ç'},   {"eacute", U'é'}, {"ecirc", U'ê'},
    {"egrave", U'è'}, {"eth", U'ð'},    {"euml", U'ë'},     {"iacute", U'í'}, {"icirc", U'î'},
    {"igrave", U'ì'}, {"iuml", U'ï'},   {"ntilde", U'ñ'},   {"oacute", U'ó'}, {"ocirc", U'ô'},
    {"ograve", U'ò'}, {"oslash", U'ø'}, {"otilde", U'õ'},   {"ouml", U'ö'},   {"szlig", U'ß'},
    {"thorn", U'þ'},  {"uacute", U'ú'}, {"ucirc", U'û'},    {"ugrave", U'ù'}, {"uuml", U'ü'},
    {"yacute", U'ý'}, {"yuml", U'ÿ'},   {"Yuml", U'Ÿ'},     {"OElig", U'Œ'},  {"oelig", U'œ'},
    {"Scaron", U'Š'}, {"scaron", U'š'}, {"Zcaron", U'Ž'},   {"zcaron", U'ž'}, {"Ccaron", U'Č'},
    {"ccaron", U'č'}, {"Cacute", U'Ć'}, {"cacute", U'ć'},   {"Dstrok", U'Đ'}, {"dstrok", U'đ'},
    {"Lstrok", U'Ł'}, {"lstrok", U'ł'}, {"Sacute", U'Ś'},   {"sacute", U'ś'}, {"Zacute", U'Ź'},
    {"zacute", U'ź'}, {"Zdot", U'Ż'},   {"zdot", U'ż'},     {"Nacute", U'Ń'}, {"nacute", U'ń'},
    {"Aogon", U'Ą'},  {"aogon", U'ą'},  {"Eogon", U'Ę'},    {"eogon", U'ę'},  {"Gbreve", U'Ğ'},
    {"gbreve", U'ğ'}, {"Scedil", U'Ş'}, {"scedil", U'ş'},   {"Idot", U'İ'},   {"imath", U'ı'},
    {"inodot", U'ı'}, {"Rcaron", U'Ř'}, {"rcaron", U'ř'},   {"Ecaron", U'Ě'}, {"ecaron", U'ě'},
    {"Uring", U'Ů'},  {"uring", U'ů'},  {"Ncaron", U'Ň'},   {"ncaron", U'ň'}, {"Abreve", U'Ă'},
    {"abreve", U'ă'}, {"Tcedil", U'Ţ'}, {"tcedil", U'ţ'},   {"Odblac", U'Ő'}, {"odblac", U'ő'},
    {"Udblac", U'Ű'}, {"udblac", U'ű'}, {"IJlig", U'Ĳ'},    {"ijlig", U'ĳ'},  {"amp", U'&'},
    {"AMP", U'&'},    {"lt", U'<'},     {"LT", U'<'},       {"gt", U'>'},     {"GT", U'>'},
    {"quot", U'"'},   {"QUOT", U'"'},   {"apos", U'\''},    {"nbsp", 0xA0},   {"shy", 0xAD},
    {"ensp", 0x2002}, {"emsp", 0x2003}, {"thinsp", 0x2009}, {"zwnj", 0x200C}, {"zwj", 0x200D},
    {"lrm", 0x200E},  {"rlm", 0x200F},  {"euro", U'€'},     {"pound", U'£'},  {"sect", U'§'},
    {"para", U'¶'},   {"copy", U'©'},   {"reg", U'®'},      {"trade", U'™'},  {"deg", U'°'},
    {"plusmn", U'±'}, {"times", U'×'},  {"divide", U'÷'},   {"middot", U'·'}, {"bull", U'•'},
    {"hellip", U'…'}, {"frac12", U'½'}, {"frac14", U'¼'},   {"frac34", U'¾'}, {"sup2", U'²'},
    {"sup3", U'³'},   {"ordm", U'º'},   {"ordf", U'ª'},     {"acute", U'´'},  {"laquo", U'«'},
    {"raquo", U'»'},  {"lsaquo", U'‹'}, {"rsaquo", U'›'},   {"lsquo", U'‘'},  {"rsquo", U'’'},
    {"sbquo", U'‚'},  {"ldquo", U'“'},  {"rdquo", U'”'},    {"bdquo", U'„'},  {"ndash", U'–'},
    {"mdash", U'—'},  {"minus", U'−'},  {"prime", U'′'},    {"Prime", U'″'},  {"hyphen", U'‐'},
    {"commat", U'@'}, {"period", U'.'}, {"colon", U':'},    {"sol", U'/'},    {"num", U'#'},
    {"lowbar", U'_'}, {"plus", U'+'},   {"equals", U'='},   {"lpar", U'('},   {"rpar", U')'},
    {"comma", U','},  {"Tab", U'\t'},   {"NewLine", U'\n'},
}));

std::optional<char32_t> by_number(std::string_view name) {
  const bool hexadecimal = name.size() > 2 && (name[1] == 'x' || name[1] == 'X');
  const std::string digits(name.substr(hexadecimal ? 2 : 1));
  if (digits.empty() || digits.find_first_not_of(hexadecimal ? "0123456789abcdefABCDEF"
                                                             : "0123456789") != std::string::npos)
    return std::nullopt;
  const auto point = static_cast<char32_t>(std::stoul(digits, nullptr, hexadecimal ? 16 : 10));
  if (point == 0 || point > 0x10FFFFU || (point >= 0xD800U && point < 0xE000U)) return std::nullopt;
  // As browsers do: these numbers were meant as bytes of Windows-1252.
  return point >= 0x80U && point <= 0x9FU ? cp1252_high[point - 0x80U] : point;
}

}  // namespace

std::optional<char32_t> twice_encoded(std::string_view text, std::size_t& at) {
  std::size_t next = at;
  std::string bytes;
  while (next < text.size() && bytes.size() < 4) {
    const auto byte = byte_of(decode(text, next));
    if (!byte) return std::nullopt;
    if (bytes.empty() && (*byte < 0xC2U || *byte > 0xF4U)) return std::nullopt;
    if (bytes.size() == 1 && !expected_lead(static_cast<unsigned char>(bytes[0]), *byte))
      return std::nullopt;
    bytes += static_cast<char>(*byte);
    if (bytes.size() < length_of(static_cast<unsigned char>(bytes[0]))) continue;
    if (first_fault(bytes)) return std::nullopt;
    at = next;
    std::size_t start = 0;
    return decode(bytes, start);
  }
  return std::nullopt;
}

std::optional<char32_t> quoted_printable(std::string_view text, std::size_t& at) {
  const auto value = [](char digit) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    return digits.find(digit);
  };
  std::size_t next = at;
  std::string bytes;
  do {
    if (next + 3 > text.size() || text[next] != '=') return std::nullopt;
    const std::size_t high = value(text[next + 1]);
    const std::size_t low = value(text[next + 2]);
    if (high == std::string_view::npos || low == std::string_view::npos) return std::nullopt;
    bytes += static_cast<char>(high * 16 + low);
    next += 3;
    if (bytes.size() == 2 &&
        !expected_lead(static_cast<unsigned char>(bytes[0]), static_cast<unsigned char>(bytes[1])))
      return std::nullopt;
  } while (bytes.size() < length_of(static_cast<unsigned char>(bytes[0])));
  if (first_fault(bytes)) return std::nullopt;
  at = next;
  std::size_t start = 0;
  return decode(bytes, start);
}

std::optional<char32_t> html_reference(std::string_view text, std::size_t& at) {
  constexpr std::size_t longest = 10;
  const auto end = text.substr(at, longest).find(';');
  if (end == std::string_view::npos || end < 3) return std::nullopt;
  const std::string_view name = text.substr(at + 1, end - 1);
  std::optional<char32_t> point;
  if (name[0] == '#') {
    point = by_number(name);
  } else {
    const auto* hit = std::lower_bound(
        references.begin(), references.end(), name,
        [](const Reference& one, std::string_view wanted) { return one.first < wanted; });
    if (hit != references.end() && hit->first == name) point = hit->second;
  }
  if (point) at += end + 1;
  return point;
}

}  // namespace report
