// SPDX-License-Identifier: EUPL-1.2
#include "find/persons.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <string>

namespace report {
namespace {

struct Mention {
  std::set<std::string> words;
  std::set<char> initials;
  std::string key;  // same key, same mention
};

/// Words without a genitive -s where the bare form stands elsewhere in the document too.
Mention mention_of(const LookedUp& text, const NameRun& run, const std::set<std::string>& known) {
  Mention mention;
  // Letters by themselves, three or more, spell one word.
  std::string spelled;
  for (const std::size_t i : run.core)
    if (text.tokens()[i].end - text.tokens()[i].begin == 1) spelled += text.folded[i];
  if (spelled.size() > 2 && spelled.size() == run.core.size()) {
    mention.words.insert(spelled);
    mention.key = spelled + ' ';
    return mention;
  }
  for (const std::size_t i : run.core) {
    std::string word(text.folded[i]);
    if (word.ends_with("'s"))
      word.resize(word.size() - 2);
    else if (word.ends_with('s') && known.contains(word.substr(0, word.size() - 1)))
      word.resize(word.size() - 1);
    mention.words.insert(word);
  }
  for (const std::size_t i : run.initials) mention.initials.insert(text.folded[i].front());
  for (const std::string& word : mention.words) mention.key += word + ' ';
  for (const char initial : mention.initials) mention.key += {initial, '.'};
  return mention;
}

/// Can `small` be a shorter way of writing `large`?
bool fits(const Mention& small, const Mention& large) {
  if (!std::includes(large.words.begin(), large.words.end(), small.words.begin(),
                     small.words.end()))
    return false;
  return std::all_of(small.initials.begin(), small.initials.end(), [&](char initial) {
    return large.initials.contains(initial) ||
           std::any_of(large.words.begin(), large.words.end(), [&](const std::string& word) {
             return word.front() == initial && !small.words.contains(word);
           });
  });
}

}  // namespace

std::vector<std::uint32_t> number_persons(const LookedUp& text, const std::vector<NameRun>& runs) {
  std::set<std::string> known;
  for (const NameRun& run : runs)
    for (const std::size_t i : run.core) known.insert(std::string(text.folded[i]));
  std::vector<Mention> mentions;
  mentions.reserve(runs.size());
  for (const NameRun& run : runs) mentions.push_back(mention_of(text, run, known));

  // The fullest names first: they are the persons that shorter ones may join.
  std::vector<std::size_t> order(runs.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto fullness = [&](std::size_t i) {
    return 2 * mentions[i].words.size() + mentions[i].initials.size();
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return fullness(a) > fullness(b); });
  std::map<std::string, std::size_t> by_key;
  std::vector<std::size_t> heads;
  // Every word of a shorter name is a word of the longer: one of them finds all that can fit.
  std::map<std::string, std::vector<std::size_t>> heads_with;
  std::vector<std::size_t> person(runs.size());
  for (const std::size_t i : order) {
    if (const auto same = by_key.find(mentions[i].key); same != by_key.end()) {
      person[i] = same->second;
      continue;
    }
    std::vector<std::size_t> fitting;
    const std::vector<std::size_t>& able =
        mentions[i].words.empty() ? heads : heads_with[*mentions[i].words.begin()];
    for (const std::size_t head : able)
      if (fits(mentions[i], mentions[head])) fitting.push_back(head);
    const std::size_t head = fitting.size() == 1 ? fitting[0] : i;
    if (head == i) {
      heads.push_back(i);
      for (const std::string& word : mentions[i].words) heads_with[word].push_back(i);
    }
    by_key[mentions[i].key] = head;
    person[i] = head;
  }
  std::map<std::size_t, std::uint32_t> numbers;
  std::vector<std::uint32_t> out;
  out.reserve(person.size());
  for (const std::size_t head : person)
    out.push_back(
        numbers.emplace(head, static_cast<std::uint32_t>(numbers.size() + 1)).first->second);
  return out;
}

}  // namespace report
