// SPDX-License-Identifier: EUPL-1.2
#include "output/context.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

#include "text/normal.hpp"
#include "text/utf8.hpp"

namespace report {
namespace {

constexpr std::size_t reach = 80;  // bytes to each side
constexpr std::string_view hidden = "…";

Classes bits_of(const Lexicon& lexicon, std::span<const std::string_view> names) {
  Classes bits = 0;
  for (const std::string_view name : names) bits |= lexicon.class_bit(name).value_or(0);
  return bits;
}

bool is_word_byte(char byte) {
  const auto code = static_cast<unsigned char>(byte);
  return code >= 0x80U || (code >= '0' && code <= '9') || (code >= 'a' && code <= 'z') ||
         (code >= 'A' && code <= 'Z');
}

/// The part of the finding's line that is looked at, whole words only.
Span window_around(std::string_view note, Span finding) {
  std::size_t begin = finding.begin, end = finding.end;
  while (begin > 0 && note[begin - 1] != '\n' && finding.begin - begin < reach) --begin;
  while (begin < finding.begin && begin > 0 && note[begin - 1] != '\n' &&
         (is_continuation(note[begin]) || is_word_byte(note[begin - 1])))
    ++begin;
  while (end < note.size() && note[end] != '\n' && end - finding.end < reach) ++end;
  while (end > finding.end && end < note.size() && note[end] != '\n' &&
         (is_continuation(note[end]) || is_word_byte(note[end])))
    --end;
  return {begin, end};
}

/// What stands in the place of something spotted.
std::string mark_of(const Spotted& spotted) {
  if (spotted.severity == Severity::identifier && !spotted.label.empty()) return spotted.label;
  return fmt::format("[{}{}]", spotted.type, spotted.severity == Severity::unsure ? "?" : "");
}

/// Puts words one after another; several hidden ones in a row are one.
class Excerpt {
 public:
  void add(std::string_view piece) {
    if (piece == hidden && last_hidden_) {
      blank_ = false;
      return;
    }
    if (blank_ && !text_.empty()) text_ += ' ';
    blank_ = false;
    text_ += piece;
    last_hidden_ = piece == hidden;
  }
  void add_mark(char mark) {
    constexpr std::string_view shown = ",.;:!?()";
    if (shown.find(mark) == std::string_view::npos) {
      blank_ = true;
      return;
    }
    add(std::string_view(&mark, 1));
  }
  void add_blank() { blank_ = true; }
  [[nodiscard]] std::string text() && { return std::move(text_); }

 private:
  std::string text_;
  bool blank_ = false, last_hidden_ = false;
};

}  // namespace

PlainWords::PlainWords(const Lexicon& lexicon) : lexicon_(lexicon) {
  constexpr std::array<std::string_view, 3> small{"stopword", "finite_verb", "speech_verb"};
  constexpr std::array<std::string_view, 8> names{"given_name", "surname",     "nickname",
                                                  "name_word",  "woonplaats",  "municipality",
                                                  "street",     "organisation"};
  shown_ = bits_of(lexicon, small);
  refused_ = bits_of(lexicon, names);
}

bool PlainWords::holds(std::string_view word) const {
  const Classes classes = lexicon_.classes_of(fold(word));
  return (classes & shown_) != 0 && (classes & refused_) == 0;
}

MaskedContexts::MaskedContexts(std::string_view note, std::span<const Spotted> all,
                               const PlainWords& words)
    : note_(note), words_(words) {
  std::size_t furthest = 0;
  for (const Spotted& one : all) {
    if (one.severity == Severity::trace) continue;
    furthest = std::max(furthest, one.bytes.end);
    covers_.push_back({&one, furthest});
  }
}

/// What else was spotted in the window. What lies within the finding is shown by its mark.
std::vector<const Spotted*> MaskedContexts::beside(const Spotted& finding, Span window) const {
  std::vector<const Spotted*> out;
  auto cover = std::partition_point(covers_.begin(), covers_.end(),
                                    [&](const Cover& one) { return one.furthest <= window.begin; });
  for (; cover != covers_.end() && cover->spotted->bytes.begin < window.end; ++cover) {
    const Span& bytes = cover->spotted->bytes;
    if (bytes.overlaps(window) && !finding.bytes.contains(bytes)) out.push_back(cover->spotted);
  }
  return out;
}

std::string MaskedContexts::of(const Spotted& finding) const {
  const Span window = window_around(note_, finding.bytes);
  const std::vector<const Spotted*> near = beside(finding, window);
  const auto begins_spotted = [&](std::size_t byte) {
    return byte == finding.bytes.begin ||
           std::any_of(near.begin(), near.end(),
                       [byte](const Spotted* one) { return one->bytes.begin == byte; });
  };
  Excerpt out;
  for (std::size_t at = window.begin; at < window.end;) {
    const bool own = at >= finding.bytes.begin && at < finding.bytes.end;
    const auto cover = std::find_if(near.begin(), near.end(), [at](const Spotted* one) {
      return at >= one->bytes.begin && at < one->bytes.end;
    });
    if (own || cover != near.end()) {
      const Spotted& spotted = own ? finding : **cover;
      out.add(mark_of(spotted));
      at = spotted.bytes.end;
      continue;
    }
    if (!is_word_byte(note_[at])) {
      if (note_[at] == ' ' || note_[at] == '\t')
        out.add_blank();
      else
        out.add_mark(note_[at]);
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < window.end && is_word_byte(note_[end]) && (end == at || !begins_spotted(end)))
      ++end;
    const std::string_view word = note_.substr(at, end - at);
    out.add(words_.holds(word) ? word : hidden);
    at = end;
  }
  return std::move(out).text();
}

}  // namespace report
