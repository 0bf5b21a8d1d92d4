// SPDX-License-Identifier: EUPL-1.2
#include "find/trace_features.hpp"

#include <algorithm>
#include <set>
#include <string_view>

#include <fmt/format.h>

#include "rulebook/lexicon.hpp"
#include "text/utf8.hpp"

namespace report {
namespace {

/// Letters of a long word's start that stand for it, so that 'aanvraag' and 'aanvragen' agree.
constexpr std::size_t start_letters = 6;

/// The first letters of a folded word; empty when it has no more than those.
std::string_view start_of(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (is_continuation(word[i])) continue;
    if (letters++ == start_letters) return word.substr(0, i);
  }
  return {};
}

/// A word as features know it: any number is #.
struct Word {
  std::string_view text;
  std::uint64_t hash;
};

Word word_at(const LookedUp& text, std::size_t i) {
  static const std::uint64_t number = Lexicon::hash_of("#").low;
  if (text.tokens()[i].kind == TokenKind::number) return {"#", number};
  return {text.folded[i], text.hashes[i]};
}

/// Takes in the features of one sentence, in the order of the text.
class Features {
 public:
  /// Without names only what weights may know.
  Features(TraceSentence& sentence, const TraceWeights& weights, bool named)
      : sentence_(sentence), weights_(weights), named_(named) {}

  void add(TraceFeature kind, std::string_view name) {
    add(kind, name, TraceWeights::key(kind, name));
  }
  void add(const Named& feature) { add(feature.kind, feature.name, feature.key); }
  void add_two(TraceFeature kind, const Word& first, const Word& second) {
    const std::uint64_t key = TraceWeights::pair_key(kind, first.hash, second.hash);
    if (named_)
      add(kind, fmt::format("{} {}", first.text, second.text), key);
    else
      add(kind, {}, key);
  }
  /// Each once, where it came first: weights are summed in that order.
  void add(TraceFeature kind, std::string_view name, std::uint64_t key) {
    if ((!named_ && !weights_.may_know(key)) || !fresh(key)) return;
    sentence_.keys.push_back(key);
    if (named_)
      sentence_.features.push_back(
          fmt::format("{} {}", trace_feature_names().at(static_cast<std::size_t>(kind)), name));
  }

 private:
  bool fresh(std::uint64_t key) {
    if (2 * (sentence_.keys.size() + 1) > slots_.size()) grow();
    std::uint64_t& slot = slot_of(key);
    if (slot == key) return false;
    slot = key;
    return true;
  }
  std::uint64_t& slot_of(std::uint64_t key) {
    std::size_t at = key % slots_.size();
    while (slots_[at] != 0 && slots_[at] != key) at = (at + 1) % slots_.size();
    return slots_[at];
  }
  void grow() {
    constexpr std::size_t usual = 256;
    slots_.assign(std::max(2 * slots_.size(), usual), 0);
    for (const std::uint64_t key : sentence_.keys) slot_of(key) = key;
  }

  TraceSentence& sentence_;
  const TraceWeights& weights_;
  bool named_;
  std::vector<std::uint64_t> slots_;  // of the keys so far, by open addressing; 0: free
};

void add_hits(Features& features, const std::vector<Trace>& traces,
              const std::vector<std::size_t>& hits) {
  std::set<std::string_view> rules;
  for (const std::size_t hit : hits) {
    features.add(TraceFeature::rule, traces[hit].rule);
    features.add(TraceFeature::trace, traces[hit].trace_class);
    rules.insert(traces[hit].rule);
  }
  constexpr std::size_t most_rules = 4;
  features.add(TraceFeature::note, fmt::format("rules-{}", std::min(rules.size(), most_rules)));
}

/// Gives all words of the sentence, marks and numbers among them.
std::vector<Word> add_words(Features& features, const LookedUp& text,
                            const TraceSentence& sentence) {
  std::size_t words = 0;
  Classes lists = 0;
  std::vector<Word> all;
  Word last{"^", Lexicon::hash_of("^").low};
  for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
    const TokenKind kind = text.tokens()[i].kind;
    if (kind == TokenKind::label) continue;
    const Word word = word_at(text, i);
    features.add(TraceFeature::word, word.text, TraceWeights::key(TraceFeature::word, word.hash));
    features.add_two(TraceFeature::pair, last, word);
    last = word;
    all.push_back(word);
    if (kind == TokenKind::mark || kind == TokenKind::number) continue;
    ++words;
    lists |= text.classes[i];
    if (const std::string_view start = start_of(text.folded[i]); !start.empty())
      features.add(TraceFeature::start, start);
  }
  for (std::size_t list = 0; list < text.lexicon->class_names().size(); ++list)
    if ((lists >> list & 1U) != 0)
      features.add(TraceFeature::list, text.lexicon->class_names()[list]);
  features.add(TraceFeature::note, fmt::format("words-{}", std::min<std::size_t>(words / 5, 6)));
  return all;
}

void add_words_apart(Features& features, const std::vector<Word>& all,
                     const std::vector<std::uint64_t>& who) {
  for (std::size_t i = 0; i < all.size(); ++i)
    for (const std::size_t far : {2U, 3U})
      if (i + far < all.size()) features.add_two(TraceFeature::gap, all[i], all[i + far]);
  std::vector<Word> tellers;  // each once: a note may be one sentence
  for (const Word& word : all)
    if (std::binary_search(who.begin(), who.end(), word.hash) &&
        std::none_of(tellers.begin(), tellers.end(),
                     [&](const Word& other) { return other.hash == word.hash; }))
      tellers.push_back(word);
  for (const Word& one : tellers)
    for (const Word& other : all)
      if (other.hash != one.hash) features.add_two(TraceFeature::apart, one, other);
}

/// The words of the sentences before and behind.
void add_words_beside(Features& features, const LookedUp& text, const TraceSentence& sentence) {
  const auto add = [&](TraceFeature kind, std::size_t i) {
    if (text.tokens()[i].kind == TokenKind::label) return;
    const Word word = word_at(text, i);
    features.add(kind, word.text, TraceWeights::key(kind, word.hash));
  };
  const std::uint32_t number = text.sentence[sentence.begin];
  for (std::size_t i = sentence.begin; i-- > 0 && text.sentence[i] + 1 == number;)
    add(TraceFeature::previous, i);
  for (std::size_t i = sentence.end; i < text.size() && text.sentence[i] == number + 1; ++i)
    add(TraceFeature::next, i);
  if (number == 0) features.add(TraceFeature::note, "first");
  if (number == text.sentence.back()) features.add(TraceFeature::note, "last");
}

}  // namespace

NoteFacts::NoteFacts(const LookedUp& text, std::size_t with_hits) {
  const Classes reporter_words = text.lexicon->class_bit("reporter").value_or(0);
  std::size_t persons = 0;
  std::size_t reporters = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    persons += text.folded[i] == "ik" ? 1U : 0U;
    reporters += text.is(i, reporter_words) ? 1U : 0U;
  }
  const std::size_t all = text.size() == 0 ? 0 : text.sentence.back() + 1U;
  const auto add = [&](const std::string& name) { facts.emplace_back(TraceFeature::note, name); };
  add("any");
  add(fmt::format("ik-{}", std::min<std::size_t>(persons / 3, 2)));
  add(fmt::format("reporter-{}", std::min<std::size_t>(reporters, 3)));
  add(fmt::format("sentences-{}", std::min<std::size_t>(all / 6, 4)));
  add(fmt::format("hits-{}", std::min<std::size_t>(with_hits, 5)));
}

void add_features(const LookedUp& text, const std::vector<Trace>& traces, const NoteFacts& note,
                  const TraceWeights& weights, const Beside& beside, TraceSentence& sentence,
                  bool named) {
  Features features(sentence, weights, named);
  add_hits(features, traces, sentence.hits);
  const std::vector<Word> words = add_words(features, text, sentence);
  for (const Named& fact : note.facts) features.add(fact);
  add_words_apart(features, words, weights.who());
  add_words_beside(features, text, sentence);
  const auto classes = [&](TraceFeature kind, const TraceSentence* other) {
    if (other == nullptr) return;
    for (const std::size_t hit : other->hits) features.add(kind, traces[hit].trace_class);
  };
  classes(TraceFeature::before, beside.before);
  classes(TraceFeature::behind, beside.behind);
}

}  // namespace report
