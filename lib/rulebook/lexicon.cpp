// SPDX-License-Identifier: EUPL-1.2
#include "rulebook/lexicon.hpp"

#include <fmt/format.h>

#define XXH_INLINE_ALL
#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <map>

#include <xxhash.h>

#include "base/error.hpp"
#include "text/normal.hpp"
#include "text/tokens.hpp"

namespace report {
namespace {

constexpr std::size_t slots_a_bucket = 8;
constexpr unsigned set_bits = 16;
constexpr std::size_t longest_entry = 12;  // words
constexpr std::size_t longest_phrase_bytes = 200;
constexpr std::uint64_t magic = 0x3230584C54505231U;

struct Key {
  std::uint64_t place;
  std::uint64_t tag;  // in the upper 48 bits
};

Key key_of(Lexicon::Hash hash) {
  constexpr std::uint64_t tag_mask = ~((std::uint64_t{1} << set_bits) - 1);
  return {hash.high, hash.low & tag_mask};
}

__extension__ using Wide = unsigned __int128;

/// Maps a 64-bit hash evenly onto 0 .. count - 1.
std::size_t scale(std::uint64_t hash, std::size_t count) {
  return static_cast<std::size_t>((static_cast<Wide>(hash) * count) >> 64U);
}

/// The head of the table's bytes; class names and sets follow, then, 64-byte aligned, the buckets.
struct Head {
  std::uint64_t magic;
  std::uint64_t names_size;
  std::uint64_t sets;
  std::uint64_t buckets_at;
  std::uint64_t buckets;
  Classes phrase_start;
  std::uint64_t endings;  // they follow the sets; the bits of last letters follow them
};

// Of the words that others can end in: bits for their last letters, then bits for their hashes.
constexpr std::size_t letter_bits = 4096;
constexpr std::size_t ending_bits = 16384;
constexpr std::size_t filter_bits = letter_bits + ending_bits;

std::size_t ending_bit(Lexicon::Hash hash) { return letter_bits + hash.low % ending_bits; }

/// A bit for the last two bytes of a word.
std::size_t letters_bit(std::string_view word) {
  const auto byte = [&](std::size_t back) {
    return static_cast<std::size_t>(static_cast<unsigned char>(word[word.size() - back]));
  };
  return (byte(1) * 64 + byte(2)) % letter_bits;
}

/// Folded words of an entry, joined by one blank, as look_up() joins those of a text.
std::vector<std::string> words_of(const std::string& entry) {
  std::vector<std::string> words;
  for (const Token& token : tokenise(entry))
    if (token.kind != TokenKind::mark)
      words.push_back(fold(std::string_view(entry).substr(token.begin, token.end - token.begin)));
  return words;
}

}  // namespace

Lexicon::Hash Lexicon::hash_of(std::string_view folded) {
  const XXH128_hash_t hash = XXH3_128bits(folded.data(), folded.size());
  return {hash.low64, hash.high64};
}

std::uint64_t Lexicon::next_serial() {
  static std::atomic<std::uint64_t> serials{0};
  return ++serials;
}

Classes Lexicon::classes_of(Hash hash) const {
  if (buckets_.empty()) return 0;
  const Key key = key_of(hash);
  for (std::size_t at = scale(key.place, buckets_.size());;
       at = at + 1 == buckets_.size() ? 0 : at + 1) {
    for (const std::uint64_t slot : buckets_[at].slots) {
      if (slot == 0) return 0;
      if (((slot ^ key.tag) >> set_bits) == 0) return sets_[(slot & 0xFFFFU) - 1];
    }
  }
}

Lexicon::Phrase Lexicon::longest_phrase(std::span<const std::string_view> folded_words) const {
  Phrase best;
  std::array<char, longest_phrase_bytes> joined{};
  std::size_t size = 0;
  for (std::size_t i = 0; i < std::min(folded_words.size(), longest_entry); ++i) {
    const std::string_view word = folded_words[i];
    if (size + 1 + word.size() > joined.size()) break;
    if (i > 0) joined[size++] = ' ';
    std::copy(word.begin(), word.end(), joined.begin() + static_cast<std::ptrdiff_t>(size));
    size += word.size();
    if (i == 0) continue;
    const Classes classes = classes_of(std::string_view(joined.data(), size));
    if ((classes & ~phrase_start_) != 0) best = {i + 1, classes & ~phrase_start_};
    if ((classes & phrase_start_) == 0) break;
  }
  return best;
}

std::optional<Classes> Lexicon::class_bit(std::string_view name) const {
  const auto found = std::find(class_names_.begin(), class_names_.end(), name);
  if (found == class_names_.end()) return std::nullopt;
  return Classes{1} << static_cast<unsigned>(found - class_names_.begin());
}

Lexicon Lexicon::build(const std::vector<std::string>& class_names,
                       const std::vector<std::pair<std::string, std::size_t>>& entries,
                       const std::vector<Endings>& endings) {
  constexpr std::size_t most_classes = 63;  // one bit is for phrase_start_
  if (class_names.size() > most_classes)
    throw Error(Fault::rules,
                say({"meer dan {} klassen van woordenlijsten", "more than {} lexicon classes"},
                    most_classes));
  Lexicon lexicon;
  lexicon.serial_ = next_serial();
  lexicon.class_names_ = class_names;
  lexicon.phrase_start_ = Classes{1} << most_classes;
  std::map<std::string, Classes> words;
  for (const auto& [entry, class_index] : entries) {
    const auto parts = words_of(entry);
    if (parts.empty()) continue;
    if (parts.size() > longest_entry)
      throw Error(Fault::rules, say({"regel van een woordenlijst met meer dan {} woorden: '{}'",
                                     "lexicon entry of more than {} words: '{}'"},
                                    longest_entry, entry));
    const std::string joined = fmt::format("{}", fmt::join(parts, " "));
    if (joined.size() > longest_phrase_bytes)
      throw Error(Fault::rules, say({"regel van een woordenlijst met meer dan {} bytes: '{}'",
                                     "lexicon entry of more than {} bytes: '{}'"},
                                    longest_phrase_bytes, entry));
    words[joined] |= Classes{1} << class_index;
    for (std::size_t i = 1; i < parts.size(); ++i)
      words[fmt::format("{}", fmt::join(parts.begin(), parts.begin() + static_cast<long>(i),
                                        " "))] |= lexicon.phrase_start_;
  }
  lexicon.add_endings(endings, words);
  std::map<Classes, std::uint64_t> set_numbers;
  for (const auto& [word, classes] : words)
    if (set_numbers.emplace(classes, set_numbers.size() + 1).second)
      lexicon.sets_.push_back(classes);
  if (set_numbers.size() >= (1U << set_bits))
    throw Error(Fault::rules, say({"te veel combinaties van klassen van woordenlijsten",
                                   "too many combinations of lexicon classes"}));

  constexpr std::size_t filled = 5;  // of eight slots on average: an overflow is then rare
  lexicon.owned_ = std::make_shared<std::vector<Bucket>>(words.size() / filled + 2, Bucket{});
  std::vector<Bucket>& buckets = *lexicon.owned_;
  for (const auto& [word, classes] : words) {
    const Key key = key_of(Lexicon::hash_of(word));
    std::size_t at = scale(key.place, buckets.size());
    std::uint64_t* slot = nullptr;
    while (slot == nullptr) {
      auto* const free = std::find(std::begin(buckets[at].slots), std::end(buckets[at].slots), 0U);
      if (free != std::end(buckets[at].slots)) slot = free;
      at = at + 1 == buckets.size() ? 0 : at + 1;
    }
    *slot = key.tag | set_numbers[classes];
  }
  static_assert(sizeof(Bucket) == slots_a_bucket * sizeof(std::uint64_t));
  lexicon.buckets_ = buckets;
  return lexicon;
}

void Lexicon::add_endings(const std::vector<Endings>& endings,
                          const std::map<std::string, Classes>& words) {
  constexpr std::size_t word_bits = 64;
  last_letters_.resize(filter_bits / word_bits, 0);
  for (Endings ending : endings) {
    ending.shortest = longest_phrase_bytes;
    for (const auto& [word, classes] : words) {
      if ((classes >> ending.of & 1U) == 0 || word.size() < 2) continue;
      ending.shortest = std::min<std::uint64_t>(ending.shortest, word.size());
      ending.longest = std::max<std::uint64_t>(ending.longest, word.size());
      for (const std::size_t bit : {letters_bit(word), ending_bit(hash_of(word))})
        last_letters_[bit / word_bits] |= std::uint64_t{1} << bit % word_bits;
    }
    endings_.push_back(ending);
  }
}

Classes Lexicon::ending_classes_of(std::string_view folded) const {
  constexpr std::size_t shortest_front = 3;
  constexpr std::size_t word_bits = 64;
  if (folded.size() < shortest_front + 2 || last_letters_.empty()) return 0;
  const auto is_set = [&](std::size_t bit) {
    return (last_letters_[bit / word_bits] >> bit % word_bits & 1U) != 0;
  };
  if (!is_set(letters_bit(folded))) return 0;
  Classes all = 0;
  for (const Endings& ending : endings_)
    for (std::size_t size = ending.shortest;
         size <= ending.longest && size + shortest_front <= folded.size(); ++size) {
      const Hash hash = hash_of(folded.substr(folded.size() - size));
      if (is_set(ending_bit(hash)) && (classes_of(hash) >> ending.of & 1U) != 0) {
        all |= Classes{1} << ending.gives;
        break;
      }
    }
  return all;
}

std::optional<Classes> Lexicon::ending_class(Classes of) const {
  for (const Endings& ending : endings_)
    if (Classes{1} << ending.of == of) return Classes{1} << ending.gives;
  return std::nullopt;
}

std::string Lexicon::bytes() const {
  std::string names;
  for (const std::string& name : class_names_) names += name + '\n';
  names.resize((names.size() + 7) / 8 * 8, '\0');
  Head head{magic, names.size(), sets_.size(), 0, buckets_.size(), phrase_start_, endings_.size()};
  const std::size_t sets_end = sizeof(Head) + names.size() + sets_.size() * sizeof(Classes);
  const std::size_t letters_at = sets_end + endings_.size() * sizeof(Endings);
  const std::size_t front = letters_at + filter_bits / 8;
  head.buckets_at = (front + alignof(Bucket) - 1) / alignof(Bucket) * alignof(Bucket);
  std::string out(head.buckets_at + buckets_.size_bytes(), '\0');
  std::memcpy(out.data(), &head, sizeof head);
  std::memcpy(out.data() + sizeof head, names.data(), names.size());
  std::memcpy(out.data() + sizeof head + names.size(), sets_.data(),
              sets_.size() * sizeof(Classes));
  if (!endings_.empty())  // memcpy takes no null pointer, not even for nothing
    std::memcpy(out.data() + sets_end, endings_.data(), endings_.size() * sizeof(Endings));
  std::memcpy(out.data() + letters_at, last_letters_.data(), filter_bits / 8);
  std::memcpy(out.data() + head.buckets_at, buckets_.data(), buckets_.size_bytes());
  return out;
}

Lexicon Lexicon::over(std::span<const std::byte> bytes) {
  Lexicon lexicon;
  lexicon.serial_ = next_serial();
  Head head{};
  const auto broken = [] {
    return Error(Fault::internal, Message::as_is("the compiled lexicon is broken"));
  };
  if (bytes.size() < sizeof head) throw broken();
  std::memcpy(&head, bytes.data(), sizeof head);
  if (head.magic != magic || head.buckets == 0 ||
      head.buckets_at + head.buckets * sizeof(Bucket) > bytes.size())
    throw broken();
  const auto* const names = reinterpret_cast<const char*>(bytes.data()) + sizeof head;
  std::string name;
  for (std::size_t i = 0; i < head.names_size && names[i] != '\0'; ++i) {
    if (names[i] != '\n') {
      name += names[i];
    } else {
      lexicon.class_names_.push_back(std::move(name));
      name.clear();
    }
  }
  lexicon.sets_.resize(head.sets);
  std::memcpy(lexicon.sets_.data(), names + head.names_size, head.sets * sizeof(Classes));
  const char* const endings = names + head.names_size + head.sets * sizeof(Classes);
  lexicon.endings_.resize(head.endings);
  if (head.endings > 0)
    std::memcpy(lexicon.endings_.data(), endings, head.endings * sizeof(Endings));
  lexicon.last_letters_.resize(filter_bits / 64);
  std::memcpy(lexicon.last_letters_.data(), endings + head.endings * sizeof(Endings),
              filter_bits / 8);
  lexicon.buckets_ = {reinterpret_cast<const Bucket*>(bytes.data() + head.buckets_at),
                      head.buckets};
  lexicon.phrase_start_ = head.phrase_start;
  return lexicon;
}

}  // namespace report
