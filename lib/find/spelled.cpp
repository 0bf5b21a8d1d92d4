// SPDX-License-Identifier: EUPL-1.2
#include "find/spelled.hpp"

#include <algorithm>
#include <optional>

#include "find/misread.hpp"
#include "find/spelled_units.hpp"

namespace report {
namespace {

class Passages : private SpelledUnits {
 public:
  using SpelledUnits::SpelledUnits;

  std::vector<SpelledPiece> all() {
    std::vector<SpelledPiece> pieces;
    std::vector<SpelledPiece> addresses = net();
    bool wanted = !addresses.empty();
    auto address = addresses.begin();
    std::size_t barren = 0;  // before it no dictated passage begins
    for (std::size_t i = 0; i < text_.size();) {
      if (address != addresses.end() && address->begin <= i) {
        i = std::max(i, address->end);
        pieces.push_back(std::move(*address++));
        continue;
      }
      if (ordinary(i)) {
        ++i;
        continue;
      }
      std::optional<SpelledPiece> piece = i < barren ? std::nullopt : dictated(i, barren);
      if (piece && address != addresses.end() && piece->end > address->begin) piece.reset();
      bool needed = piece.has_value();
      if (!piece && (piece = misread_at(i))) needed = true;
      if (!piece && (piece = number(i))) needed = introduces(i);
      wanted = wanted || needed;
      if (piece) {
        i = piece->end;
        pieces.push_back(std::move(*piece));
      } else {
        ++i;
      }
    }
    if (!wanted) pieces.clear();
    return pieces;
  }

 private:
  /// Raises `barren` where what was read holds nothing that a later beginning could make more of.
  [[nodiscard]] std::optional<SpelledPiece> dictated(std::size_t first, std::size_t& barren) const {
    std::optional<Unit> here = unit(first, false);
    if (!here) return std::nullopt;
    SpelledPiece piece;
    piece.begin = first;
    piece.letters = true;
    std::size_t units = 0;
    std::size_t spoken = 0;
    std::size_t single = 0;
    bool listed = true;  // "dertig, veertig, vijftig": numbers of a list
    std::size_t digits = 0;
    std::size_t fillers = 0;
    constexpr std::size_t most_between = 5;
    for (std::string gap; here;) {
      const bool numbers = here->spoken && !here->letter && here->text.size() > 1;
      piece.text +=
          numbers && gap == "-" ? "" : join(gap, units == 0);  // "negentien-vijfennegentig"
      listed =
          listed && here->text.size() > 1 && (units == 0 || gap.find(' ') != std::string::npos);
      piece.text += here->text;
      piece.letters = piece.letters && here->letter;
      ++units;
      spoken += here->spoken ? 1U : 0U;
      single += here->text.size() == 1 && (here->letter || !here->spoken) ? 1U : 0U;
      digits += static_cast<std::size_t>(std::count_if(
          here->text.begin(), here->text.end(), [](char c) { return c >= '0' && c <= '9'; }));
      piece.end = here->end;
      gap.clear();
      std::size_t next = here->end;
      here.reset();
      for (std::size_t between = 0; between <= most_between && goes_on(piece.end, next);
           ++between) {
        if (opens_list(next)) break;
        if ((here = unit(next, true))) break;
        if (!passes(next, gap)) break;
        fillers += filler(next) ? 1U : 0U;
        ++next;
      }
      if (units > 200) break;
    }
    // "06, eh, 82 95": figures that were dictated are written out, and rules say what they are.
    constexpr std::size_t many_digits = 8;
    const bool figures =
        spoken == 0 && fillers > 0 && units > 2 && digits >= many_digits && !piece.letters;
    if (spoken == 0 && single == 0 && !figures) barren = piece.end;
    if (listed && !figures) return std::nullopt;
    if (first > 0 && letter_of_a_word(first) && same_sentence(first - 1, first) &&
        (text_.folded[first - 1] == "de" || text_.folded[first - 1] == "het"))
      --piece.begin;
    if (piece.begin > 0 && mark_at(piece.begin - 1) == '+' &&
        same_sentence(piece.begin - 1, first)) {
      --piece.begin;
      piece.text = "+" + piece.text;
    }
    if (figures) return piece;
    return piece_of(std::move(piece), units, spoken, single, digits);
  }

  /// Does what stands at `next` belong to a passage that was read up to `end`? Figures are read aloud
  /// with full stops between, too: "Zes. Nul. Een.", "Nul vijf zeven. Dan zes een."
  [[nodiscard]] bool goes_on(std::size_t end, std::size_t next) const {
    if (next >= text_.size()) return false;
    for (std::size_t i = end; i <= next; ++i)
      if (!same_sentence(i - 1, i) && !read_on(i)) return false;
    return true;
  }

  /// A colon and a blank: what follows is what was announced, "tussen drie en vijf: nul zes".
  [[nodiscard]] bool opens_list(std::size_t i) const {
    return i + 1 < text_.size() && text_.folded[i] == ":" && token(i + 1).space_before;
  }

  /// Blanks within a number mean nothing; a pause stays one blank.
  static std::string join(const std::string& gap, bool front) {
    if (front) return "";
    std::string joined;
    for (const char c : gap)
      if (c != ' ') joined += c;
    return joined.empty() && !gap.empty() ? " " : joined;
  }

  static std::optional<SpelledPiece> piece_of(SpelledPiece piece, std::size_t units,
                                              std::size_t spoken, std::size_t single,
                                              std::size_t digits) {
    constexpr std::size_t enough = 3;
    constexpr std::size_t enough_letters = 3;
    if (piece.letters) {
      if (piece.text.find('.') != std::string::npos) return std::nullopt;  // "t.n.v."
      const bool chain = piece.text.find('-') != std::string::npos || spoken > 0;
      if (single < enough_letters || single + 1 < units || (!chain && single < enough_letters + 1))
        return std::nullopt;
      std::erase_if(piece.text, [](char c) { return c == '-' || c == ' ' || c == '.'; });
      piece.dictated = true;
      return piece;
    }
    constexpr std::size_t many_typed = 5;  // "0 3 9 4, 1 1 2"
    if (units < enough || (spoken == 0 && single < many_typed) || digits + single < enough)
      return std::nullopt;
    if (spoken + single < 2) return std::nullopt;
    piece.dictated = true;
    return piece;
  }

  /// Addresses of the net: "s punt tavakoli apenstaartje uni punt edu".
  [[nodiscard]] std::vector<SpelledPiece> net() const {
    std::vector<SpelledPiece> found;
    std::size_t free = 0;
    for (std::size_t i = 1; i < text_.size(); ++i)
      if (i > free && mark_at(i) != '\0')
        if (auto piece = net_around(i, free)) {
          free = piece->end;
          found.push_back(std::move(*piece));
        }
    return found;
  }

  [[nodiscard]] std::optional<SpelledPiece> net_around(std::size_t mark, std::size_t free) const {
    std::size_t begin = mark;
    while (begin > free && same_sentence(begin - 1, mark) && mark_at(begin - 1) == '\0' &&
           unit(begin - 1, true) && token(begin - 1).kind != TokenKind::mark)
      --begin;
    constexpr std::size_t shortest = 3;
    if (begin > free && same_sentence(begin - 1, mark) &&
        (token(begin - 1).kind == TokenKind::word || token(begin - 1).kind == TokenKind::mixed) &&
        (begin == mark || word(begin - 1).size() >= shortest) && spelled(begin - 1) == nullptr)
      --begin;
    if (begin == mark) return std::nullopt;
    SpelledPiece piece;
    piece.begin = begin;
    std::size_t dots = 0;
    bool strong = false;
    std::size_t at = begin;
    std::size_t last = begin;
    while (same_sentence(begin, at)) {
      if (const char written = mark_at(at); written != '\0') {
        dots += written == '.' ? 1U : 0U;
        strong = strong || written == '@' || written == '_' || written == '/' || written == ':';
        piece.text += written;
      } else if (const auto here = unit(at, true); here && token(at).kind != TokenKind::mark) {
        for (const char c : here->text)
          piece.text += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        at = here->end - 1;
        last = at;
      } else if (token(at).kind != TokenKind::mark &&
                 (at == begin || mark_at(at - 1) != '\0' || text_.folded[at - 1] == "-")) {
        piece.text += word(at);
        last = at;
      } else if (word(at) == "-" && !token(at).space_before && at + 1 < text_.size() &&
                 !token(at + 1).space_before) {
        piece.text += '-';
      } else if (const SpelledWord* const filler = spelled(at);
                 filler == nullptr || filler->kind != SpelledKind::mark) {
        break;
      }
      ++at;
    }
    piece.end = last + 1;
    while (!piece.text.empty() &&
           std::string_view("./_:@-#+").find(piece.text.back()) != std::string_view::npos)
      piece.text.pop_back();
    const auto dot = piece.text.rfind('.');
    const bool domain = dot != std::string::npos &&
                        words_.ends_domain(std::string_view(piece.text).substr(dot + 1));
    if (piece.end <= mark + 1 || !(strong || dots > 1 || domain)) return std::nullopt;
    piece.dictated = true;
    return piece;
  }

  [[nodiscard]] bool introduces(std::size_t i) const {
    if (i + 1 < text_.size() && words_.month(text_.hashes[i + 1])) return true;
    if (i == 0) return false;
    std::size_t before = i - 1;
    const auto skipped = [&](std::size_t at) {
      const SpelledWord* const here = spelled(at);
      return token(at).kind == TokenKind::mark ||
             (here != nullptr && here->kind == SpelledKind::filler);
    };
    while (before > 0 && skipped(before)) --before;
    if (words_.introduces(text_.hashes[before])) return true;
    return text_.by_ending[before] != 0;
  }

  [[nodiscard]] std::optional<SpelledPiece> misread_at(std::size_t i) const {
    if (token(i).kind != TokenKind::mixed) return std::nullopt;
    auto meant = misread(word(i));
    if (!meant) return std::nullopt;
    return SpelledPiece{i, i + 1, std::move(*meant), false, false};
  }

  [[nodiscard]] std::optional<SpelledPiece> number(std::size_t i) const {
    const SpelledWord* const here = spelled(i);
    const bool number =
        here != nullptr && (here->kind == SpelledKind::number ||
                            (here->kind == SpelledKind::digit && here->text != "1"));
    if (!number) return std::nullopt;
    return SpelledPiece{i, i + 1, here->text, false, false};
  }
};

}  // namespace

std::vector<SpelledPiece> spelled_pieces(const LookedUp& text, const SpelledWords& words) {
  return Passages(text, words).all();
}

}  // namespace report
