// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>

namespace report {

/// A pattern that enters an automaton over many; it need not outlive the making.
template <typename One>
struct Entrant {
  const One* pattern = nullptr;
  std::uint16_t number = 0;  // how candidates() names it
};

}  // namespace report
