// SPDX-License-Identifier: EUPL-1.2
// The person model: what a run of capitalised words is worth as a name, `names` of rules/find.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "rulebook/example.hpp"
#include "rulebook/folder.hpp"
#include "rulebook/lexicon.hpp"
#include "rulebook/token_pattern.hpp"

namespace report {

/// What can speak for or against a run of capitalised words being a person's name. Each has its
/// weight in `names: weights:`; the sum decides. Measured origins of the weights: names.md.
enum class NameEvidence : std::uint8_t {
  given_in_run,          // a given name beside other words of the run
  given_alone,           // a given name by itself
  given_ordinary,        // a given name that is also an ordinary word, inside a sentence
  given_ordinary_start,  // the same at a sentence start
  surname_in_run,
  surname_alone,
  surname_ordinary,
  surname_ordinary_start,
  particle,          // a tussenvoegsel within the run
  particle_capital,  // the same with a capital inside a sentence, and no article: "of Van Dalen"
  initials,
  initial_alone,  // one initial and nothing else: only its neighbourhood can tell
  unknown,        // a word of no list, inside a sentence
  unknown_start,
  compound_start,           // a word of no list made of ordinary words, or one slip from one
  ordinary_inside,          // an ordinary word with a capital inside a sentence
  ordinary_rare,            // the same, short and rare: on the spelling list alone
  ordinary_beside_surname,  // the same, on the spelling list alone, beside a surname that is no
                            // word
  ordinary_start,
  ordinary_behind_given,  // an ordinary word where the surname is expected: Machteld Rechter
  several_unknown,        // two or more words of no list in a row
  place,
  world_place,
  country,
  demonym,
  day_month,
  brand,
  acronym,        // short and all upper case, in a text that is not
  initials_word,  // the same, of two to four letters on no list: RS, DTAK
  organisation,
  organisation_tail,  // B.V., Groep behind the run
  public_place,
  ordinary_tail,  // "Woo-verzoek": a lower case ordinary word hangs on by a hyphen
  truecased,      // the capital is ours: the note has none, or nothing else
  street_ending,  // a word that ends like a street
  memory,         // a word of a name found elsewhere in the document
  subject,        // a name given by --subject-from
};
constexpr std::size_t name_evidence_count = 37;
/// Their names in YAML, in the order of the enumeration.
const std::vector<std::string>& name_evidence_names();

/// A neighbourhood that speaks for or against a name: `before` ends directly before the run,
/// `after` begins directly behind it.
struct NameContext {
  std::string id;
  std::optional<TokenPattern> before;
  std::optional<TokenPattern> after;
  std::size_t longest_before = 0;  // tokens; set by index_tokens()
  double weight = 0;
  // Where capitals say nothing: `any` word that follows is a name, all but small words ("mevrouw
  // licht"), or only a `listed` one ("wethouder bakker").
  std::string introduces;
  bool organisation = false;  // what follows is the name of a body, here and elsewhere in the note
  std::string role;
  std::string why_nl, why_en;  // one sentence for --explain; none where it speaks against a name
  std::vector<Example> match, no_match;
  Place place;
};

struct NameModel {
  double threshold = 1.0;  // sum of weights at which certainty is 0.5
  double unsure = -1.6;    // at which it is 0.2, and a person is shown the word
  std::array<double, name_evidence_count> weights{};
  [[nodiscard]] double weight(NameEvidence evidence) const {
    return weights.at(static_cast<std::size_t>(evidence));
  }
  /// Why that is told of a name for which it speaks the most: Dutch, English.
  std::array<std::pair<std::string, std::string>, name_evidence_count> why;
  Place place;
  std::vector<NameContext> contexts;
  std::vector<std::string> before_times;  // folded; behind these a season or day is one: "in Zomer"
  std::vector<std::string> before_titles;    // a title is one: "Geachte Heer"
  std::vector<std::string> shortened;        // letters that stand for a word, not for somebody
  std::vector<std::string> surname_endings;  // so end surnames, whatever they are made of

  /// Reads `names` of a rule file; `new_id` gives the id of a context, or throws when there is one.
  /// Faults of contexts go to the reading; throws Error{rules} with the place for others.
  static NameModel read(const yaml::Value& value, const Lexicon& lexicon,
                        const RuleReading& reading,
                        const std::function<std::string(const yaml::Value&)>& new_id);
};

}  // namespace report
