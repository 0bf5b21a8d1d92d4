// SPDX-License-Identifier: EUPL-1.2
// An organisation's own lists: what is always removed, and what always stays. report-lists(5).
#pragma once

#include <atomic>
#include <chrono>
#include <deque>
#include <map>
#include <string>
#include <vector>

#include "find/finding.hpp"
#include "rulebook/token_pattern.hpp"

namespace report {

/// Entries of list files, to be looked for in many notes. Looking is safe from many threads at
/// once; adding is not.
class OwnLists {
 public:
  /// `types` are the ids of types.yaml.
  explicit OwnLists(std::vector<std::string> types) : types_(std::move(types)) {}

  /// Adds the entries of a YAML file: `deny` and `allow`, each a list of `text`, `reason` and
  /// `expires` (YYYY-MM-DD, the last day on which it counts), for deny also `type` (else person).
  /// Entries that expired before `today` do nothing. Throws Error{rules} with file, line and
  /// column, also for a text that stands twice. No message quotes a text.
  void add(const std::string& file, const std::string& content, std::chrono::year_month_day today);

  /// What the lists say of the text, as findings of rule `list.deny` and `list.allow`, certainty 1.
  /// Words are compared without regard to case and accents; an -s or 's may hang on the last. Where
  /// both lists meet, deny holds.
  [[nodiscard]] std::vector<Finding> find(const LookedUp& text) const;

  static constexpr std::string_view deny_rule = "list.deny", allow_rule = "list.allow";

  struct Idle {
    Place place;
    bool expired = false;
  };
  /// Entries that found nothing so far, in the order of the files.
  [[nodiscard]] std::vector<Idle> idle() const;

 private:
  struct Entry {
    std::vector<std::string> words;  // folded tokens, marks included
    std::string type;
    bool deny = false;
    bool expired = false;
    Place place;
  };
  void add_entry(const yaml::Value& value, bool deny, std::chrono::year_month_day today);
  /// Tokens that the entry takes from token i on; 0 where it does not stand there.
  [[nodiscard]] std::size_t length_at(const Entry& entry, const LookedUp& text,
                                      std::size_t i) const;

  std::vector<std::string> types_;
  std::deque<Entry> entries_;
  mutable std::deque<std::atomic<bool>> used_;
  std::multimap<std::string, std::size_t, std::less<>> by_first_;
};

}  // namespace report
