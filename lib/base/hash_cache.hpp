// SPDX-License-Identifier: EUPL-1.2
// What was found out about the words asked last: few words make most of a text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace report {

/// One a thread. Holds hashes and what an `Entry` holds, never words; an Entry has a `hash` and is
/// made without arguments. Two places for each hash; grows with what it is asked.
template <typename Entry>
class HashCache {
 public:
  /// The entry of a hash until the next call, and whether it was known; else it is for the caller
  /// to fill in. All of another `serial` is forgotten.
  std::pair<Entry&, bool> find(std::uint64_t serial, std::uint64_t hash) {
    if (serial_ != serial || entries_.empty()) {
      serial_ = serial;
      resize(fewest);
    }
    hash |= 1U;  // 0: an empty place
    Entry* pair = pair_of(hash);
    if (pair[0].hash == hash) return {pair[0], true};
    if (pair[1].hash == hash) return {pair[1], true};
    if (++met_ > entries_.size() / 2 && entries_.size() < most) {
      resize(4 * entries_.size());
      pair = pair_of(hash);
    }
    std::swap(pair[0], pair[1]);
    pair[0] = Entry();
    pair[0].hash = hash;
    return {pair[0], false};
  }

 private:
  static constexpr std::size_t fewest = 1024;  // one note would touch more pages for nothing
  static constexpr std::size_t most = 16384;

  void resize(std::size_t size) {
    entries_.assign(size, Entry());
    met_ = 0;
  }
  Entry* pair_of(std::uint64_t hash) {
    return &entries_[(hash >> 1U) % entries_.size() & ~std::size_t{1}];
  }

  std::uint64_t serial_ = 0;
  std::vector<Entry> entries_;
  std::size_t met_ = 0;  // not known when they came, since there is room for so many
};

}  // namespace report
