// SPDX-License-Identifier: EUPL-1.2
// Which classes a word belongs to: given_name, surname, ordinary_word, place ... The classes are
// the head lines `# class:` of rules/lexicon/*.txt. The table lies in memory as it was built: one
// cache line of eight slots a bucket, 48 bits of the hash as tag, 16 bits into a list of class
// sets.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace report {

/// A set of at most 64 lexicon classes, as bits.
using Classes = std::uint64_t;

/// Word lists compiled into one table. Reading is safe from many threads.
class Lexicon {
 public:
  Lexicon() = default;

  /// Classes of a word; `folded` is its fold(). A word of no list has none; a false answer has a
  /// chance of about 1e-14 a word.
  [[nodiscard]] Classes classes_of(std::string_view folded) const {
    return classes_of(hash_of(folded));
  }

  /// A word's hash (XXH3, 128 bits), for those who look one word up in several places.
  struct Hash {
    std::uint64_t low = 0, high = 0;
  };
  static Hash hash_of(std::string_view folded);
  [[nodiscard]] Classes classes_of(Hash hash) const;

  /// The longest entry of several words that begins with word `at` of `folded_words` (words between
  /// which nothing but a blank, hyphen or apostrophe stood), and its classes.
  struct Phrase {
    std::size_t words = 0;
    Classes classes = 0;
  };
  [[nodiscard]] Phrase longest_phrase(std::span<const std::string_view> folded_words) const;

  /// Classes that a word has by its ending: an entry of a class with endings, three letters or more
  /// before it (Dorpsstraat, not Straat). Costs one look at most words.
  [[nodiscard]] Classes ending_classes_of(std::string_view folded) const;
  /// The class given by the endings of a class; nothing when its lists give none.
  [[nodiscard]] std::optional<Classes> ending_class(Classes of) const;

  /// Tells one table from another within the process; 0 is the empty one.
  [[nodiscard]] std::uint64_t serial() const { return serial_; }

  /// The bit in classes_of() that says: longer entries begin with this word or these words.
  [[nodiscard]] Classes phrase_start() const { return phrase_start_; }

  /// The bit of a class; nothing for a name no list has.
  [[nodiscard]] std::optional<Classes> class_bit(std::string_view name) const;
  [[nodiscard]] const std::vector<std::string>& class_names() const { return class_names_; }

  /// Words that end in an entry of class `of` have the class `gives`, too: indices of class names.
  struct Endings {
    std::uint64_t of = 0, gives = 0;
    std::uint64_t shortest = 0, longest = 0;  // bytes of an entry; set by build()
  };

  /// Builds the table from (entry, class) pairs; entries are folded here. Throws Error{rules} for
  /// more than 64 classes.
  static Lexicon build(const std::vector<std::string>& class_names,
                       const std::vector<std::pair<std::string, std::size_t>>& entries,
                       const std::vector<Endings>& endings = {});

  /// The table as bytes, and a table over bytes that must outlive it (64-byte aligned).
  [[nodiscard]] std::string bytes() const;
  static Lexicon over(std::span<const std::byte> bytes);

 private:
  void add_endings(const std::vector<Endings>& endings,
                   const std::map<std::string, Classes>& words);
  struct alignas(64) Bucket {
    std::uint64_t slots[8];
  };

  static std::uint64_t next_serial();

  std::uint64_t serial_ = 0;
  std::shared_ptr<std::vector<Bucket>> owned_;
  std::span<const Bucket> buckets_;
  std::vector<Classes> sets_;
  std::vector<std::string> class_names_;
  Classes phrase_start_ = 0;  // internal bit: begins an entry of several words
  std::vector<Endings> endings_;
  std::vector<std::uint64_t> last_letters_;  // a bit for each hash of two last letters of an ending
};

}  // namespace report
