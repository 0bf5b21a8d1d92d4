// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <map>

#include "rulebook/cue_set.hpp"

namespace report {
namespace {

/// Letters by which words with an open end are found.
constexpr std::size_t key_letters = 3;

void append_new(std::vector<std::uint32_t>& out, std::size_t from, const std::uint32_t* begin,
                const std::uint32_t* end) {
  for (; begin != end; ++begin)
    if (std::find(out.begin() + static_cast<long>(from), out.end(), *begin) == out.end())
      out.push_back(*begin);
}

}  // namespace

void NumberLists::add(const std::vector<std::uint32_t>& list) {
  members.insert(members.end(), list.begin(), list.end());
  starts.push_back(static_cast<std::uint32_t>(members.size()));
}

std::size_t AtomTable::slot(std::string_view letters) {
  std::uint32_t hash = 2166136261U;  // FNV-1a
  for (const char letter : letters) hash = (hash ^ static_cast<unsigned char>(letter)) * 16777619U;
  return (hash ^ (hash >> 15U)) % slots;
}

AtomTable AtomTable::build(const std::vector<std::vector<std::string>>& atoms) {
  std::map<std::pair<std::string, Kind>, std::vector<std::uint32_t>> words;
  for (std::uint32_t atom = 0; atom < atoms.size(); ++atom)
    for (const std::string& pattern : atoms[atom]) {
      const bool open_front = pattern.starts_with('*');
      const bool open_end = pattern.size() > 1 && pattern.ends_with('*');
      const Kind kind = open_front ? (open_end ? inner : suffix) : (open_end ? prefix : whole);
      std::string word = pattern.substr(open_front ? 1 : 0);
      if (open_end) word.pop_back();
      auto& of_word = words[{word, kind}];
      if (of_word.empty() || of_word.back() != atom) of_word.push_back(atom);
    }
  AtomTable table;
  std::vector<std::vector<std::uint32_t>> by_whole(slots), by_front(slots), by_inner(slots);
  for (const auto& [key, of_word] : words) {
    const auto index = static_cast<std::uint32_t>(table.kinds_.size());
    const auto& [word, kind] = key;
    table.starts_.push_back(static_cast<std::uint32_t>(table.letters_.size()));
    table.letters_ += word;
    table.kinds_.push_back(kind);
    table.atoms_.add(of_word);
    if (kind == whole) by_whole[slot(word)].push_back(index);
    if (kind == prefix) by_front[slot(word.substr(0, key_letters))].push_back(index);
    if (kind == suffix || kind == inner)
      by_inner[slot(word.substr(0, key_letters))].push_back(index);
  }
  table.starts_.push_back(static_cast<std::uint32_t>(table.letters_.size()));
  table.inner_filter_.resize(slots);
  for (std::size_t i = 0; i < slots; ++i) {
    table.whole_.add(by_whole[i]);
    table.front_.add(by_front[i]);
    table.inner_.add(by_inner[i]);
    table.inner_filter_[i] = by_inner[i].empty() ? 0 : 1;
  }
  return table;
}

void AtomTable::atoms_of(std::string_view folded, std::vector<std::uint32_t>& out) const {
  if (whole_.starts.size() <= slots) return;  // no cues
  const std::size_t from = out.size();
  const auto take = [&](std::uint32_t index) {
    append_new(out, from, atoms_.begin(index), atoms_.end(index));
  };
  const std::size_t whole_slot = slot(folded);
  for (const auto* at = whole_.begin(whole_slot); at != whole_.end(whole_slot); ++at)
    if (word(*at) == folded) take(*at);
  if (folded.size() < key_letters) return;
  const std::size_t front = slot(folded.substr(0, key_letters));
  for (const auto* at = front_.begin(front); at != front_.end(front); ++at)
    if (folded.starts_with(word(*at))) take(*at);
  for (std::size_t i = 0; i + key_letters <= folded.size(); ++i) {
    const std::size_t key = slot(folded.substr(i, key_letters));
    if (inner_filter_[key] == 0) continue;
    for (const auto* at = inner_.begin(key); at != inner_.end(key); ++at) {
      const std::string_view rest = folded.substr(i);
      if (kinds_[*at] == suffix ? rest == word(*at) : rest.starts_with(word(*at))) take(*at);
    }
  }
}

}  // namespace report
