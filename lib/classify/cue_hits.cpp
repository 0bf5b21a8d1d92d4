// SPDX-License-Identifier: EUPL-1.2
#include "classify/cue_hits.hpp"

#include <algorithm>
#include <optional>

#include "base/deadline.hpp"
#include "document/written_labels.hpp"

namespace report {
namespace {

constexpr std::uint32_t most_parts = 8;  // of a term, as cue_set.cpp numbers them

/// The words of a text, marks left out, each with its atoms.
struct NoteWords {
  std::vector<std::uint32_t> token, sentence;
  std::vector<std::uint32_t> starts{0};
  std::vector<std::uint32_t> atoms;

  [[nodiscard]] std::size_t size() const { return token.size(); }
  [[nodiscard]] bool is(std::size_t word, std::uint32_t atom) const {
    const auto begin = atoms.begin() + starts[word];
    const auto end = atoms.begin() + starts[word + 1];
    return std::find(begin, end, atom) != end;
  }
};

/// The word that a cue looks at: an 'agente' is an 'agent' to it.
std::string_view seen_as(std::string_view folded, const AlikeWords& alike) {
  const std::string_view word = alike.of(folded);
  return word.empty() ? folded : word;
}

NoteWords words_of(const LookedUp& text, const CueSet& cues, const AlikeWords& alike) {
  NoteWords words;
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    const Token& token = text.tokens()[i];
    if (token.kind == TokenKind::mark) continue;
    words.token.push_back(i);
    words.sentence.push_back(text.sentence[i]);
    if (token.kind == TokenKind::label) {
      if (is_person_label(text.document->word(token))) words.atoms.push_back(cues.person_atom);
    } else {
      cues.atoms.atoms_of(seen_as(text.folded[i], alike), words.atoms);
      if (token.kind == TokenKind::number) words.atoms.push_back(cues.number_atom);
    }
    words.starts.push_back(static_cast<std::uint32_t>(words.atoms.size()));
  }
  return words;
}

/// A phrase in the text: its words, half-open.
struct PhraseHit {
  std::uint32_t phrase, begin, end;
};

std::optional<std::uint32_t> phrase_end(const NoteWords& words, const CueSet& cues,
                                        std::uint32_t phrase, std::uint32_t first) {
  std::uint32_t at = first + 1;
  for (std::uint32_t i = cues.phrase_starts[phrase] + 1; i < cues.phrase_starts[phrase + 1]; ++i) {
    const CueSet::Step& step = cues.steps[i];
    const std::uint32_t last = at + step.gap;
    while (at < words.size() && at <= last && words.sentence[at] == words.sentence[first] &&
           !words.is(at, step.atom))
      ++at;
    if (at >= words.size() || at > last || words.sentence[at] != words.sentence[first])
      return std::nullopt;
    ++at;
  }
  return at;
}

/// "hij steelt niet." but not "nevenwerk niet gemeld": nothing follows in the clause.
bool closes(const NoteWords& words, std::uint32_t at) {
  return at + 1 >= words.size() || words.sentence[at + 1] != words.sentence[at] ||
         words.token[at + 1] > words.token[at] + 1;
}

bool negated(const NoteWords& words, const CueSet& cues, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t back = 1; back <= cues.negation_before_within && back <= begin; ++back) {
    const std::uint32_t at = begin - back;
    if (words.sentence[at] != words.sentence[begin] || words.is(at, cues.negation_stop)) break;
    if (words.is(at, cues.negation)) return true;
  }
  for (std::uint32_t at = end; at < words.size() && at < end + cues.negation_after_within; ++at) {
    if (words.sentence[at] != words.sentence[begin] || words.is(at, cues.negation_stop)) break;
    if (words.is(at, cues.negation_after)) return closes(words, at);
  }
  return false;
}

/// Puts the phrases of one sentence together to terms.
class SentenceTerms {
 public:
  SentenceTerms(const NoteWords& words, const CueSet& cues, std::vector<CueHit>& hits)
      : words_(words), cues_(cues), hits_(hits), open_(cues.terms.size()) {}

  void take(const PhraseHit& hit) {
    for (const auto* part = cues_.parts_by_phrase.begin(hit.phrase);
         part != cues_.parts_by_phrase.end(hit.phrase); ++part) {
      const std::uint32_t index = *part / most_parts;
      const CueSet::Term& term = cues_.terms[index];
      Open& open = open_[index];
      if (term.parts == 1) {
        emit(term, hit.begin, hit.end, hit.begin,
             term.negatable && negated(words_, cues_, hit.begin, hit.end));
        continue;
      }
      if (open.seen == 0) {
        touched_.push_back(index);
        open = {0, false, hit.begin, hit.end};
      }
      const auto bit = static_cast<std::uint8_t>(1U << (*part % most_parts));
      if ((open.seen & bit) != 0) continue;
      open.seen = static_cast<std::uint8_t>(open.seen | bit);
      open.begin = std::min(open.begin, hit.begin);
      open.end = std::max(open.end, hit.end);
      open.negated = open.negated || (term.negatable && negated(words_, cues_, hit.begin, hit.end));
      if (open.seen == (1U << term.parts) - 1U)
        emit(term, open.begin, open.end, hit.begin, open.negated);
    }
  }

  void sentence_end() {
    for (const std::uint32_t index : touched_) open_[index].seen = 0;
    touched_.clear();
  }

 private:
  struct Open {
    std::uint8_t seen = 0;
    bool negated = false;
    std::uint32_t begin = 0, end = 0;
  };

  void emit(const CueSet::Term& term, std::uint32_t begin, std::uint32_t end, std::uint32_t anchor,
            bool is_negated) {
    hits_.push_back({term.cue, words_.token[begin], words_.token[end - 1] + 1, words_.token[anchor],
                     is_negated});
  }

  const NoteWords& words_;
  const CueSet& cues_;
  std::vector<CueHit>& hits_;
  std::vector<Open> open_;
  std::vector<std::uint32_t> touched_;
};

}  // namespace

std::vector<CueHit> find_cues(const LookedUp& text, const ClassifyRules& rules) {
  const CueSet& cues = rules.cues;
  std::vector<CueHit> hits;
  if (cues.cues.empty()) return hits;
  const NoteWords words = words_of(text, cues, rules.alike);
  SentenceTerms terms(words, cues, hits);
  for (std::uint32_t at = 0; at < words.size(); ++at) {
    check_deadline();
    if (at > 0 && words.sentence[at] != words.sentence[at - 1]) terms.sentence_end();
    for (std::uint32_t i = words.starts[at]; i < words.starts[at + 1]; ++i)
      for (const auto* phrase = cues.phrases_by_atom.begin(words.atoms[i]);
           phrase != cues.phrases_by_atom.end(words.atoms[i]); ++phrase)
        if (const auto end = phrase_end(words, cues, *phrase, at)) terms.take({*phrase, at, *end});
  }
  return hits;
}

}  // namespace report
