// SPDX-License-Identifier: EUPL-1.2
// Finds the public bodies that one note names.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "classify/reading.hpp"
#include "route/body_names.hpp"
#include "route/organisation.hpp"

namespace report {

/// Walks the tokens of one note; the reading and the rules must outlive it.
class BodyFinder {
 public:
  BodyFinder(const Reading& reading, const RouteRules& rules);

  /// The body whose name begins at a token, the longest; of "meldkamer van de Veiligheidsregio
  /// Twente" the one that is named within.
  [[nodiscard]] std::optional<Body> at(std::size_t first) const;

  /// Makes one of two that stand side by side and are the same body: "basisteam Oost, politie
  /// Gelre".
  bool join(Body& one, const Body& next) const;

 private:
  [[nodiscard]] std::optional<Body> within(const Body& outer) const;
  [[nodiscard]] std::optional<Body> longest(std::size_t first, std::string_view word) const;
  [[nodiscard]] std::optional<Body> match(const OrganisationForm& form, std::size_t first) const;
  [[nodiscard]] std::optional<Body> listed(const OrganisationForm& form, std::size_t first,
                                           std::size_t head) const;
  [[nodiscard]] std::optional<Body> place_apart(const OrganisationForm& form, std::size_t first,
                                                std::size_t head) const;
  [[nodiscard]] std::optional<std::size_t> head_end(const OrganisationForm& form,
                                                    std::size_t first) const;
  [[nodiscard]] std::size_t whole_end(const OrganisationForm& form, std::size_t head) const;
  [[nodiscard]] std::size_t begin_before(const OrganisationForm& form, std::size_t first) const;
  [[nodiscard]] bool written_so(const OrganisationForm& form, std::size_t first) const;
  [[nodiscard]] bool abbreviation(std::size_t token) const;
  [[nodiscard]] std::size_t behind_joins(std::size_t token) const;
  [[nodiscard]] std::string text_of(std::size_t begin, std::size_t end) const;

  const LookedUp& text_;
  const Document& document_;
  const RouteRules& rules_;
  BodyNames names_;
};

}  // namespace report
