// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "rulebook/yaml.hpp"
#include "text/utf8.hpp"

namespace report {

/// An example in a rule file. «» marks what the rule must report; without it any match will do.
struct Example {
  std::string text;
  Place place;
};

/// The text of an example without its marks, and the marked range (empty when nothing is marked).
struct UnmarkedExample {
  std::string text;
  std::optional<Span> marked;
};
UnmarkedExample unmark(const Example& example);

/// The examples under a key of a rule, at least one. Throws Error{rules} with the place.
std::vector<Example> read_examples(yaml::Map& map, std::string_view key);

}  // namespace report
