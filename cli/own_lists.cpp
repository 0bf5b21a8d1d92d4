// SPDX-License-Identifier: EUPL-1.2
#include "own_lists.hpp"

#include <chrono>

#include <fmt/format.h>

#include "base/day.hpp"
#include "base/error.hpp"
#include "base/files.hpp"
#include "help.hpp"
#include "text/utf8.hpp"
#include "words.hpp"

namespace report {

void add_lists(CLI::App& app, ListOptions& lists, const Defaults& defaults) {
  app.add_option("--lists", lists.files, defaults.say(words::lists))->type_name("FILE");
}

std::shared_ptr<const OwnLists> read_lists(const ListOptions& options, const Rulebook& rulebook) {
  if (options.files.empty()) return nullptr;
  constexpr std::size_t largest = 1U << 24U;
  const std::chrono::year_month_day day(today());
  std::vector<std::string> types;
  for (const IdentifierType& type : rulebook.find.types) types.push_back(type.id);
  auto lists = std::make_shared<OwnLists>(std::move(types));
  for (const std::string& file : options.files) {
    const std::string bytes = read_file(file, largest);
    if (first_fault(bytes))
      throw Error(Fault::input, say({"{}: dit is geen UTF-8", "{}: this is not UTF-8"}, file))
          .with_code("invalid_utf8");
    lists->add(file, bytes, day);
  }
  return lists;
}

void tell_idle(const OwnLists* lists, const Console& console) {
  if (lists == nullptr) return;
  for (const OwnLists::Idle& entry : lists->idle()) {
    const Words& words = entry.expired ? words::list_expired : words::list_idle;
    console.note(fmt::format(fmt::runtime(words.in(console.language())), entry.place.file,
                             entry.place.line, entry.place.column));
  }
}

}  // namespace report
