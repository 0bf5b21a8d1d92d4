// SPDX-License-Identifier: EUPL-1.2
#include "find/spelled.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace report {
namespace {

/// A letter, digit or number that is spelled or typed.
struct Unit {
  std::size_t end = 0;  // token
  std::string text;
  bool spoken = false;    // rather than typed
  bool alphabet = false;  // "Tango": only what stands beside it makes it one
  bool letter = false;
};

class Passages {
 public:
  Passages(const LookedUp& text, const SpelledWords& words)
      : text_(text), words_(words), spelled_(text.size()) {
    for (std::size_t i = 0; i < text.size(); ++i)
      if (token(i).is_word()) spelled_[i] = words.find(text.hashes[i]);
  }

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
      if (!piece && (piece = misread(i))) needed = true;
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
  [[nodiscard]] const Token& token(std::size_t i) const { return text_.tokens()[i]; }
  [[nodiscard]] std::string_view word(std::size_t i) const {
    return text_.document->word(token(i));
  }
  [[nodiscard]] const SpelledWord* spelled(std::size_t i) const {
    return i < spelled_.size() ? spelled_[i] : nullptr;
  }
  [[nodiscard]] bool letter_at(std::size_t i) const {
    return i < text_.size() && token(i).is_word() && (text_.shapes[i] & shape::letter) != 0;
  }
  [[nodiscard]] bool same_sentence(std::size_t a, std::size_t b) const {
    return b < text_.size() && text_.sentence[a] == text_.sentence[b];
  }

  /// Can nothing begin here? True of nearly all words.
  [[nodiscard]] bool ordinary(std::size_t i) const {
    const Token& here = token(i);
    return here.kind == TokenKind::mark ||
           (here.kind == TokenKind::word && !here.upper && spelled_[i] == nullptr && !letter_at(i));
  }

  /// "L van Lodewijk", "F als in Frits".
  [[nodiscard]] std::optional<Unit> letter_of_a_word(std::size_t i) const {
    if (!letter_at(i)) return std::nullopt;
    std::size_t at = i + 1;
    if (at < text_.size() && text_.folded[at] == "als")
      at += text_.folded[at + 1 < text_.size() ? at + 1 : at] == "in" ? 2 : 1;
    else if (at < text_.size() && text_.folded[at] == "van")
      ++at;
    else
      return std::nullopt;
    if (!same_sentence(i, at) || !token(at).is_word() || text_.folded[at].size() < 3 ||
        text_.folded[at].front() != text_.folded[i].front())
      return std::nullopt;
    return Unit{at + 1, upper(i), true, false, true};
  }

  [[nodiscard]] bool accented(std::size_t i) const {
    return std::any_of(word(i).begin(), word(i).end(),
                       [](char c) { return static_cast<unsigned char>(c) >= 0x80U; });
  }

  [[nodiscard]] bool spelled_digit(std::size_t i) const {
    const SpelledWord* const here = spelled(i);
    return here != nullptr && here->kind == SpelledKind::digit;
  }

  /// Marks of a pause, and fillers beside them: "zes... een", "vier, ja, een".
  [[nodiscard]] bool pause(std::size_t i) const {
    constexpr std::string_view marks = "-,.";
    return word(i) == "…" ||
           (token(i).kind == TokenKind::mark && marks.find(word(i)) != std::string_view::npos);
  }
  [[nodiscard]] bool filler(std::size_t i) const {
    const SpelledWord* const here = spelled(i);
    return here != nullptr && here->kind == SpelledKind::filler;
  }
  static constexpr std::size_t longest_pause = 6;  // tokens

  /// The token behind a pause that begins at `i`, or `i`.
  [[nodiscard]] std::size_t over_pause(std::size_t i) const {
    std::size_t at = i;
    bool marked = false;
    while (at < text_.size() && at < i + longest_pause && (pause(at) || filler(at)))
      marked = pause(at++) || marked;
    return marked ? at : i;
  }
  /// The token before a pause that ends before `i`.
  [[nodiscard]] std::size_t before_pause(std::size_t i) const {
    if (i == 0) return 0;
    std::size_t at = i - 1;
    bool marked = false;
    while (at > 0 && at + longest_pause > i && (pause(at) || filler(at)))
      marked = pause(at--) || marked;
    return marked ? at : i - 1;
  }

  /// "nul een vier": the article would have a noun behind it.
  [[nodiscard]] bool one_among_digits(std::size_t i, bool within) const {
    const std::size_t next = over_pause(i + 1);
    if (spelled_digit(next)) return within || spelled_digit(over_pause(next + 1));
    const bool last =
        next >= text_.size() || token(next).kind != TokenKind::word || !same_sentence(i, next);
    const auto numeral = [&](std::size_t at) {
      const SpelledWord* const here = spelled(at);
      return here != nullptr &&
             (here->kind == SpelledKind::digit || here->kind == SpelledKind::number);
    };
    const std::size_t before = before_pause(i);
    const bool digits_before =
        i > 1 && numeral(before) && (before + 1 < i || numeral(before_pause(before)));
    return within && digits_before && (last || spelled(next) != nullptr || i > 3);
  }

  [[nodiscard]] std::string upper(std::size_t i) const {
    std::string text(text_.folded[i]);
    for (char& c : text)
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return text;
  }

  [[nodiscard]] std::optional<Unit> unit(std::size_t i, bool within) const {
    if (i >= text_.size()) return std::nullopt;
    if (auto letter = letter_of_a_word(i)) return letter;
    const TokenKind kind = token(i).kind;
    constexpr std::size_t longest_typed = 10;
    if (kind == TokenKind::number && word(i).size() <= longest_typed)
      return Unit{i + 1, std::string(word(i)), false, false, false};
    if (kind == TokenKind::mixed && word(i).size() <= longest_typed && within)
      return Unit{i + 1, upper(i), false, false, false};
    if (kind != TokenKind::word) return std::nullopt;
    if (const SpelledWord* const here = spelled(i)) {
      switch (here->kind) {
        case SpelledKind::digit:
          // "een" is an article nearly everywhere; "één" is a digit.
          if (here->text == "1" && !accented(i) && !one_among_digits(i, within)) break;
          return Unit{i + 1, here->text, true, false, false};
        case SpelledKind::number:
          return Unit{i + 1, here->text, true, false, false};
        case SpelledKind::letter:
          if (!within && text_.folded[i].size() < 3) break;
          return Unit{i + 1,
                      std::string(1, static_cast<char>(here->text.front() - 'a' + 'A')) +
                          here->text.substr(1),
                      true, false, true};
        case SpelledKind::alphabet:
          return Unit{i + 1, std::string(1, static_cast<char>(here->text.front() - 'a' + 'A')),
                      false, true, true};
        case SpelledKind::doubling:
          if (auto next = unit(i + 1, true);
              next && same_sentence(i, i + 1) && next->text.size() == 1) {
            next->text += next->text;
            next->spoken = true;
            return next;
          }
          break;
        default:
          break;
      }
    }
    if (letter_at(i)) return Unit{i + 1, upper(i), false, false, true};
    constexpr std::size_t longest_code = 4;
    const bool before_digit = i + 1 < text_.size() && spelled_digit(i + 1);
    const bool acronym = !within && text_.classes[i] != 0;
    if ((within || before_digit) && !acronym && token(i).upper && word(i).size() <= longest_code)
      return Unit{i + 1, std::string(word(i)), false, false, true};
    return std::nullopt;
  }

  /// What may stand between units: adds what it means to `gap`. False when the passage ends here.
  bool passes(std::size_t i, std::string& gap) const {
    if (token(i).kind == TokenKind::mark) {
      if (word(i) == "…") {
        gap += ' ';
        return true;
      }
      const char mark = text_.document->view.text[token(i).begin];
      const bool glued = !token(i).space_before;
      constexpr std::string_view kept = "-/@_:.";
      if (kept.find(mark) != std::string_view::npos) {
        const bool end = i + 1 >= text_.size() || token(i + 1).space_before;
        const bool dots = i > 0 && token(i - 1).kind == TokenKind::mark;
        if (mark == '.' && (!glued || end) && !dots) return false;
        if (mark == '.' && (dots || end))
          gap += ' ';
        else if (mark == ':' && !glued)
          gap += ' ';
        else
          gap += mark;
        return true;
      }
      constexpr std::string_view pauses = ",[]()'\"";
      if (pauses.find(mark) == std::string_view::npos) return false;
      gap += ' ';
      return true;
    }
    const SpelledWord* const here = spelled(i);
    if (here == nullptr) return false;
    if (here->kind == SpelledKind::mark) {
      gap += here->text;
      return true;
    }
    if (here->kind != SpelledKind::filler) return false;
    gap += ' ';
    return true;
  }

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
      for (std::size_t between = 0; between <= most_between && same_sentence(first, next);
           ++between) {
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

  [[nodiscard]] char mark_at(std::size_t i) const {
    const SpelledWord* const here = spelled(i);
    return here != nullptr && here->kind == SpelledKind::mark && !here->text.empty()
               ? here->text.front()
               : '\0';
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
      if (const char here = mark_at(at); here != '\0') {
        dots += here == '.' ? 1U : 0U;
        strong = strong || here == '@' || here == '_' || here == '/' || here == ':';
        piece.text += here;
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

  [[nodiscard]] std::optional<SpelledPiece> number(std::size_t i) const {
    const SpelledWord* const here = spelled(i);
    const bool number =
        here != nullptr && (here->kind == SpelledKind::number ||
                            (here->kind == SpelledKind::digit && here->text != "1"));
    if (!number) return std::nullopt;
    return SpelledPiece{i, i + 1, here->text, false, false};
  }

  /// Letters that a scanner takes for digits, and digits that it takes for letters.
  [[nodiscard]] std::optional<SpelledPiece> misread(std::size_t i) const {
    if (token(i).kind != TokenKind::mixed) return std::nullopt;
    static constexpr std::array<std::pair<char, char>, 6> as_digit{
        {{'O', '0'}, {'o', '0'}, {'I', '1'}, {'l', '1'}, {'S', '5'}, {'B', '8'}}};
    static constexpr std::array<std::pair<char, char>, 3> as_letter{
        {{'0', 'o'}, {'1', 'l'}, {'5', 's'}}};
    const std::string_view seen = word(i);
    const auto meant = [](const auto& table, char c) -> char {
      for (const auto& [from, to] : table)
        if (from == c) return to;
      return '\0';
    };
    std::string digits;
    std::string letters;
    std::size_t letter_count = 0;
    for (std::size_t at = 0; at < seen.size(); ++at) {
      const char c = seen[at];
      const bool digit = c >= '0' && c <= '9';
      const char as_number = digit ? c : meant(as_digit, c);
      if (as_number != '\0') digits += as_number;
      letter_count += digit ? 0U : 1U;
      char as_word = digit ? meant(as_letter, c) : c;
      if (digit && as_word != '\0' && at == 0) as_word = static_cast<char>(as_word - 'a' + 'A');
      if (as_word != '\0') letters += as_word;
    }
    const bool number = digits.size() == seen.size();
    constexpr std::size_t shortest_word = 4;
    const bool name = letters.size() == seen.size() && letter_count * 3 >= seen.size() * 2 &&
                      seen.size() >= shortest_word &&
                      letters.find_first_of("aeiouyAEIOUY") != std::string::npos;
    if (!number && !name) return std::nullopt;
    return SpelledPiece{i, i + 1, number ? digits : letters, false, false};
  }

  const LookedUp& text_;
  const SpelledWords& words_;
  std::vector<const SpelledWord*> spelled_;  // of each token
};

}  // namespace

std::vector<SpelledPiece> spelled_pieces(const LookedUp& text, const SpelledWords& words) {
  return Passages(text, words).all();
}

WrittenOut write_out(const LookedUp& text, const std::vector<SpelledPiece>& pieces) {
  WrittenOut out;
  const std::string_view view = text.document->view.text;
  std::vector<bool> wanted(text.size() == 0 ? 0 : text.sentence.back() + 2, false);
  for (const SpelledPiece& piece : pieces)
    for (std::size_t sentence =
             text.sentence[piece.begin] - std::min(text.sentence[piece.begin], 1U);
         sentence <= text.sentence[piece.begin] + 1; ++sentence)
      wanted[sentence] = true;
  const auto copy = [&](std::size_t begin, std::size_t end) {
    out.text.append(view.substr(begin, end - begin));
    for (std::size_t i = begin; i < end; ++i) out.view.push_back(static_cast<std::uint32_t>(i));
  };
  auto piece = pieces.begin();
  std::size_t at = 0;  // byte of the view, up to which all is done
  for (std::size_t i = 0; i < text.size();) {
    const Token& token = text.tokens()[i];
    if (!wanted[text.sentence[i]]) {
      at = token.end;
      ++i;
      if (!out.text.empty() && out.text.back() != '\n') {
        out.text += "\n\n";
        out.view.resize(out.text.size(), token.begin);
      }
      continue;
    }
    if (piece != pieces.end() && piece->begin == i) {
      copy(at, token.begin);
      const std::size_t begin = out.text.size();
      out.text += piece->text;
      out.view.resize(out.text.size(), token.begin);
      out.pieces.push_back({begin, out.text.size()});
      at = text.tokens()[piece->end - 1].end;
      i = piece->end;
      ++piece;
      continue;
    }
    copy(at, token.end);
    at = token.end;
    ++i;
  }
  out.view.push_back(static_cast<std::uint32_t>(at));
  return out;
}

}  // namespace report
