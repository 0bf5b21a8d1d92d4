// SPDX-License-Identifier: EUPL-1.2
// What a single word and its neighbours say of its capital, whatever run it belongs to.
#pragma once

#include <cstddef>
#include <string_view>

#include "find/capitals.hpp"

namespace report {

class NameSigns : protected NameReader {
 public:
  using NameReader::NameReader;

  /// Ordinary by the spelling list alone, which has many words that nobody uses.
  [[nodiscard]] bool spelled_only(std::size_t i) const;
  /// Hil, Tes.
  [[nodiscard]] bool rare(std::size_t i) const;
  /// "in Zomer", "Zomer 2024": a season or day, whatever its capital.
  [[nodiscard]] bool of_time(std::size_t i) const;
  /// "Jan heeft de sleutel": no month does.
  [[nodiscard]] bool acts(std::size_t i) const;
  /// Where a capital says nothing though no sentence begins: behind a colon, a speaker, a time, a
  /// quote.
  [[nodiscard]] bool opens_speech(std::size_t i) const;
  /// "HND" of HND-0077213.
  [[nodiscard]] bool code_follows(std::size_t i) const;
  /// An ordinary noun behind the name of a place, brand or body: Schipholpas, Telegramaccount.
  [[nodiscard]] bool named_thing(std::string_view word) const;
};

}  // namespace report
