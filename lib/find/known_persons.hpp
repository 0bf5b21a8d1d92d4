// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "find/finding.hpp"
#include "rulebook/token_pattern.hpp"

namespace report {

/// The words of every numbered person, so that one who is found in another way, spelled out or by
/// weights alone, gets the same number. Small words are nobody's. The text must outlive it.
class KnownPersons {
 public:
  KnownPersons(const LookedUp& text, const std::vector<Finding>& findings);

  /// The number of the person with one of these words, or of a new one, who is known from now on.
  std::uint32_t number(std::string_view name);

 private:
  const Lexicon& lexicon_;
  Classes small_;
  std::map<std::string, std::uint32_t, std::less<>> words_;
  std::uint32_t most_ = 0;
};

}  // namespace report
