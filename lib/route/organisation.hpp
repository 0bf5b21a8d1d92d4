// SPDX-License-Identifier: EUPL-1.2
// The public bodies a note names, and which of them the accused works for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "classify/reading.hpp"

namespace report {

/// A body as the note names it.
struct Body {
  std::string name;
  std::uint32_t kind = 0;            // of RouteRules::kinds
  std::uint32_t begin = 0, end = 0;  // tokens
  std::uint32_t head = 0;            // the token behind the words that are not its name
  bool named = false;  // a name stands with the head: "gemeente Zeist", not "de gemeente"
  bool own = false;    // one body, by that name or by its own: "UWV"
  bool bare = false;   // by its own, and no other word belongs to it: "Kadaster"
  double weight = 0;   // how likely the accused works there
};

/// All bodies named, in the order of the text, none overlapping.
std::vector<Body> find_bodies(const Reading& reading, const RouteRules& rules);

/// The likeliest of them; nothing when none is named.
std::optional<Body> body_of_accused(const std::vector<Body>& bodies, const Reading& reading,
                                    const Rulebook& rulebook);

/// The kind of a body given from outside by name.
std::optional<std::uint32_t> kind_of_body(const std::string& name, const Rulebook& rulebook);

}  // namespace report
