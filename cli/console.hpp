// SPDX-License-Identifier: EUPL-1.2
// Talk goes to standard error, one voice: "report: error: ...", "report: hint: ...", lower case,
// no full stop. Data goes to standard output and is checked for having got there.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "base/words.hpp"
#include "text/printable.hpp"

namespace report {

enum class Tone : std::uint8_t { error, hint, note };

/// One thing to be said, kept until its turn comes.
struct Remark {
  Tone tone = Tone::note;
  std::string text;
};

/// What an error says, and its hints.
std::vector<Remark> remarks_of(const Error& error, Language language);

enum class Color : std::uint8_t { automatic, always, never };

/// Not safe from several threads: workers collect remarks, one thread says them.
class Console {
 public:
  Console(Language language, Color color, bool quiet);

  [[nodiscard]] Language language() const { return language_; }
  /// Whether standard output takes colour.
  [[nodiscard]] bool color() const { return color_out_; }

  [[nodiscard]] bool quiet() const { return quiet_; }

  void say(const Remark& remark) const;
  void say(const std::vector<Remark>& remarks) const;
  void note(const std::string& text) const { say({Tone::note, text}); }

  /// Throws Error{input}, code "unwritable", when standard output does not take it.
  void write(std::string_view data) const;
  void flush() const;

 private:
  Language language_;
  bool color_out_, color_talk_, quiet_;
};

}  // namespace report
