// SPDX-License-Identifier: EUPL-1.2
#include "subjects.hpp"

#include <fstream>
#include <sstream>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/files.hpp"
#include "text/utf8.hpp"
#include "words.hpp"

namespace report {
namespace {

constexpr std::size_t largest_list = 1U << 20U;

std::string without_blanks(std::string_view line) {
  const auto first = line.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return std::string(line.substr(first, line.find_last_not_of(" \t\r") - first + 1));
}

std::vector<std::string> ask(const Console& console) {
  std::fstream terminal("/dev/tty", std::ios::in | std::ios::out);
  if (!terminal) throw Error(Fault::usage, words::no_terminal);
  terminal << words::terminal_subject.in(console.language()) << '\n' << std::flush;
  std::vector<std::string> names;
  for (std::string line; std::getline(terminal, line);) {
    std::string name = without_blanks(line);
    if (name.empty()) break;
    names.push_back(std::move(name));
  }
  return names;
}

}  // namespace

std::vector<std::string> read_subjects(const std::string& from, const Console& console) {
  if (from.empty()) return {};
  std::vector<std::string> names;
  if (from == "-") {
    names = ask(console);
  } else {
    const std::string bytes = read_file(from, largest_list);
    if (first_fault(bytes))
      throw Error(Fault::input, say({"{}: dit is geen UTF-8", "{}: this is not UTF-8"}, from))
          .with_code("invalid_utf8");
    std::istringstream lines(bytes);
    for (std::string line; std::getline(lines, line);)
      if (std::string name = without_blanks(line); !name.empty()) names.push_back(std::move(name));
  }
  if (names.empty()) throw Error(Fault::usage, words::no_subject);
  return names;
}

}  // namespace report
