// SPDX-License-Identifier: EUPL-1.2
#include "find/trace_sentences.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

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
    if ((static_cast<unsigned char>(word[i]) & 0xC0U) == 0x80U) continue;
    if (letters++ == start_letters) return word.substr(0, i);
  }
  return {};
}

/// A feature that many sentences share, with its key.
struct Named {
  TraceFeature kind;
  std::string name;
  std::uint64_t key;

  Named(TraceFeature of, std::string called)
      : kind(of), name(std::move(called)), key(TraceWeights::key(kind, name)) {}
};

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

/// What all sentences of a note share.
struct NoteFacts {
  std::vector<Named> facts;

  NoteFacts(const LookedUp& text, std::size_t with_hits) {
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
};

/// The sentences with hits on both sides of one; null for none.
struct Beside {
  const TraceSentence *before, *behind;
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

/// What the weights come to for each sentence of a note.
std::vector<double> sums_of(const std::vector<TraceSentence>& sentences,
                            const TraceWeights& weights) {
  std::vector<double> first, chances;
  double expected = 0;
  for (const TraceSentence& sentence : sentences) {
    double sum = 0;
    for (const std::uint64_t key : sentence.keys) sum += weights.of(key);
    first.push_back(sum);
    chances.push_back(1 / (1 + std::exp(-sum)));
    expected += chances.back();
  }
  const TraceWeights::Again& again = weights.again();
  constexpr double some = 0.5;  // a text of one sentence need not betray anybody
  std::vector<double> sums;
  for (std::size_t i = 0; i < first.size(); ++i)
    sums.push_back(again.any + again.own * first[i] +
                   again.others * std::log(expected - chances[i] + some) +
                   again.before * (i > 0 ? chances[i - 1] : 0) +
                   again.behind * (i + 1 < first.size() ? chances[i + 1] : 0) +
                   again.sentences * std::log(static_cast<double>(first.size())));
  return sums;
}

}  // namespace

std::vector<TraceSentence> trace_sentences(const LookedUp& text, const std::vector<Trace>& traces,
                                           const TraceWeights& weights, bool named) {
  std::map<std::uint32_t, TraceSentence> by_number;
  for (std::size_t i = 0; i < traces.size(); ++i) {
    const std::size_t token = token_at(text.tokens(), traces[i].span.begin);
    if (token < text.size()) by_number[text.sentence[token]].hits.push_back(i);
  }
  const NoteFacts note(text, by_number.size());
  std::vector<TraceSentence> sentences;
  for (auto& [number, sentence] : by_number) {
    const auto range = std::equal_range(text.sentence.begin(), text.sentence.end(), number);
    sentence.begin = static_cast<std::size_t>(range.first - text.sentence.begin());
    sentence.end = static_cast<std::size_t>(range.second - text.sentence.begin());
    sentences.push_back(std::move(sentence));
  }
  for (std::size_t i = 0; i < sentences.size(); ++i)
    add_features(text, traces, note, weights,
                 {i > 0 ? &sentences[i - 1] : nullptr,
                  i + 1 < sentences.size() ? &sentences[i + 1] : nullptr},
                 sentences[i], named);
  return sentences;
}

std::vector<Trace> weigh_traces(const LookedUp& text, std::vector<Trace> traces,
                                const TraceWeights& weights) {
  if (weights.empty() || traces.empty()) return traces;
  struct Worth {
    std::size_t hit;
    double certainty, weight;
  };
  std::vector<Trace> told;
  const std::vector<TraceSentence> sentences = trace_sentences(text, traces, weights);
  const std::vector<double> sums = sums_of(sentences, weights);
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    if (sums[i] < weights.threshold()) continue;
    const TraceSentence& sentence = sentences[i];
    std::vector<Worth> hits;
    for (const std::size_t hit : sentence.hits)
      hits.push_back({hit, traces[hit].certainty,
                      weights.of(TraceWeights::key(TraceFeature::rule, traces[hit].rule))});
    std::stable_sort(hits.begin(), hits.end(), [](const Worth& a, const Worth& b) {
      return std::pair(a.certainty, a.weight) > std::pair(b.certainty, b.weight);
    });
    const auto tell = [&](std::string_view trace_class, const Worth& by) {
      told.push_back({{text.tokens()[sentence.begin].begin, text.tokens()[sentence.end - 1].end},
                      std::string(trace_class),
                      traces[by.hit].rule,
                      by.certainty});
    };
    if (hits.front().certainty <= weights.weak()) {
      // Whose class it is, or the rule that says least.
      if (const std::string_view likely = weights.class_of(sentence.keys); !likely.empty()) {
        const auto own = std::find_if(hits.begin(), hits.end(), [&](const Worth& worth) {
          return traces[worth.hit].trace_class == likely;
        });
        tell(likely, own != hits.end() ? *own : hits.back());
        continue;
      }
    }
    std::set<std::string_view> classes;
    for (const Worth& worth : hits) {
      const auto& [hit, certainty, weight] = worth;
      const bool further = !classes.empty();
      if (further && (certainty < hits.front().certainty || weight < weights.strong())) break;
      if (!classes.insert(traces[hit].trace_class).second) continue;
      tell(traces[hit].trace_class, worth);
    }
  }
  return told;
}

}  // namespace report
