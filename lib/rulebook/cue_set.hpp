// SPDX-License-Identifier: EUPL-1.2
// Cues: words and turns of phrase that speak for a category, a scope or a sign of crime. All terms
// of all cues lie in one index, so that a text is looked through once whatever their number.
//
// A term, as `words:` of a rule file has it:
//   steelt           the word, compared by fold();  hyphens part words
//   steel*  *fraude  *fraude*     a word that begins, ends so, or has it somewhere
//   a|b              either;  <family> any word of a set of rules/classify/sets.yaml
//   {person} {number}             a label of a person; a number
//   a b              one directly after the other, marks passed over
//   a ~3 b           with at most three words between
//   a & b ~1 c       both in one sentence, in any order
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rulebook/find_rules.hpp"
#include "rulebook/folder.hpp"

namespace report {

/// One cue of rules/classify/*.yaml or rules/route/signs.yaml.
struct Cue {
  std::string id;
  std::vector<std::string> votes;  // the outputs it was written for, for or against
  bool negatable = true;           // a negation before it cancels it
  std::vector<Example> match, no_match;
  std::string source;
  Place place;

  template <typename Archive>
  void serialize(Archive& archive) {
    archive(id, votes, negatable, match, no_match, source, place);
  }
};

/// Lists of numbers one behind the other: list i is members[starts[i]] to members[starts[i + 1]].
struct NumberLists {
  std::vector<std::uint32_t> starts{0};
  std::vector<std::uint32_t> members;

  void add(const std::vector<std::uint32_t>& list);
  [[nodiscard]] const std::uint32_t* begin(std::size_t list) const {
    return members.data() + starts[list];
  }
  [[nodiscard]] const std::uint32_t* end(std::size_t list) const {
    return members.data() + starts[list + 1];
  }
  template <typename Archive>
  void serialize(Archive& archive) {
    archive(starts, members);
  }
};

/// Which atoms a word is. An atom is one item of a term: a set of words with or without wildcards.
class AtomTable {
 public:
  /// Appends the atoms of a folded word, each at most once.
  void atoms_of(std::string_view folded, std::vector<std::uint32_t>& out) const;

  /// `atoms[i]` are the folded words of atom i, wildcards as in a term.
  static AtomTable build(const std::vector<std::vector<std::string>>& atoms);

  template <typename Archive>
  void serialize(Archive& archive) {
    archive(letters_, starts_, kinds_, atoms_, whole_, front_, inner_, inner_filter_);
  }

 private:
  enum Kind : std::uint8_t { whole, prefix, suffix, inner };
  static constexpr std::size_t slots = 8192;
  static std::size_t slot(std::string_view letters);
  [[nodiscard]] std::string_view word(std::uint32_t index) const {
    return std::string_view(letters_).substr(starts_[index], starts_[index + 1] - starts_[index]);
  }

  std::string letters_;                // all words, without wildcards
  std::vector<std::uint32_t> starts_;  // of each word in letters_
  std::vector<std::uint8_t> kinds_;
  NumberLists atoms_;                       // of each word
  NumberLists whole_, front_, inner_;       // words by slot: of the whole word, of three letters
  std::vector<std::uint8_t> inner_filter_;  // slots of inner_ that hold anything
};

/// All cues with their index. Built once, then const and safe from many threads.
struct CueSet {
  /// An item of a phrase: an atom, and how many words may stand before it.
  struct Step {
    std::uint32_t atom = 0;
    std::uint32_t gap = 0;
    template <typename Archive>
    void serialize(Archive& archive) {
      archive(atom, gap);
    }
  };
  /// One term: of which cue, how many phrases it has, whether a negation cancels it.
  struct Term {
    std::uint32_t cue = 0;
    std::uint8_t parts = 1;
    bool negatable = true;
    template <typename Archive>
    void serialize(Archive& archive) {
      archive(cue, parts, negatable);
    }
  };

  std::vector<Cue> cues;
  AtomTable atoms;
  std::vector<Step> steps;
  std::vector<std::uint32_t> phrase_starts{0};  // of each phrase in steps
  NumberLists phrases_by_atom;                  // phrases whose first step is that atom
  std::vector<Term> terms;
  NumberLists parts_by_phrase;  // term * 8 + which part of it the phrase is
  std::uint32_t person_atom = 0, number_atom = 0;
  std::uint32_t negation = 0, negation_after = 0, negation_stop = 0;    // atoms
  std::uint32_t negation_before_within = 0, negation_after_within = 0;  // words

  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view id) const;

  template <typename Archive>
  void serialize(Archive& archive) {
    archive(cues, atoms, steps, phrase_starts, phrases_by_atom, terms, parts_by_phrase, person_atom,
            number_atom, negation, negation_after, negation_stop, negation_before_within,
            negation_after_within);
  }
};

/// Reads the cue files: classify/*.yaml and route/signs*.yaml. A vote for an output not in
/// `outputs` is a fault. Throws Error{rules}, or hands it to the reading's faults.
CueSet read_cues(const RuleReading& reading, const std::vector<std::string>& outputs);

}  // namespace report
