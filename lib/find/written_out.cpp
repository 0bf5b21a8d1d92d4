// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "find/spelled.hpp"

namespace report {

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
