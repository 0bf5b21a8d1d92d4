// SPDX-License-Identifier: EUPL-1.2
// Regular expressions of rule files: PCRE2 with UTF and UCP (so that \b, \w and \d know Dutch
// letters), bounded in steps and memory. PCRE2 stays behind this header.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rulebook/yaml.hpp"
#include "text/utf8.hpp"

namespace report {

/// One compiled expression. Compiled at first use; matching is safe from many threads.
class Pattern {
 public:
  /// The expression as the rule file has it: free spacing ((?x)) and case-sensitive unless it says
  /// otherwise. A named group `id` is the identifier within the match.
  explicit Pattern(std::string source = {});

  struct Match {
    Span whole;
    Span identifier;  // group `id`, or the whole
  };

  /// The match that begins exactly at byte `at`; none if there is none. Throws Error{input}, code
  /// "rule_limit", when the bound on steps is reached: the document is then not done, never
  /// half done.
  [[nodiscard]] std::optional<Match> match_at(std::string_view text, std::size_t at) const;

  /// The first match that begins at or after `at`.
  [[nodiscard]] std::optional<Match> search(std::string_view text, std::size_t at = 0) const;

  [[nodiscard]] const std::string& source() const { return source_; }

  /// What is wrong with the expression and at which byte of it; nothing when it compiles.
  [[nodiscard]] std::optional<std::pair<std::string, std::size_t>> fault() const;

 private:
  struct Compiled;
  std::string source_;
  std::shared_ptr<Compiled> compiled_;
};

/// Expressions that several rules share, by name; {{name}} in a pattern stands for one.
using PatternParts = std::map<std::string, std::string>;

/// The pattern in a YAML value, its parts put in; throws Error{rules} at the value's place when it
/// does not compile or names a part that there is not.
Pattern read_pattern(const yaml::Value& value, const PatternParts& parts = {});

/// The text of a value, other parts put in. Parts of an expression are groups; those of a token
/// pattern stand as they are.
enum class PartKind : std::uint8_t { expression, tokens };
std::string read_part(const yaml::Value& value, const PatternParts& parts,
                      PartKind kind = PartKind::expression);

}  // namespace report
