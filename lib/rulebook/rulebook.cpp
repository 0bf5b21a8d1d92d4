// SPDX-License-Identifier: EUPL-1.2
#include "rulebook/rulebook.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/digest.hpp"
#include "text/utf8.hpp"

namespace report {
namespace {

/// The value of a head line "# key: value" of a list, or nothing.
std::optional<std::string> head_value(std::string_view line, std::string_view key) {
  const std::string start = fmt::format("# {}:", key);
  if (!line.starts_with(start)) return std::nullopt;
  line.remove_prefix(start.size());
  const auto first = line.find_first_not_of(' ');
  return first == std::string_view::npos ? std::string() : std::string(line.substr(first));
}

/// The word lists of a folder, as they are read.
struct Lists {
  std::map<std::string, std::size_t> classes;
  std::vector<std::pair<std::string, std::size_t>> entries;
  std::vector<Lexicon::Endings> endings;
  std::size_t class_of(const std::string& name) {
    return classes.emplace(name, classes.size()).first->second;
  }
};

/// One list: class from its head, then an entry a line.
void read_list(const RuleFile& file, Lists& lists) {
  if (const auto at = first_fault(file.content))
    throw Error(
        Fault::rules,
        Place{file.name,
              1 + static_cast<int>(std::count(file.content.begin(),
                                              file.content.begin() + static_cast<long>(*at), '\n')),
              1},
        say({"dit is geen UTF-8", "this is not UTF-8"}));
  std::optional<std::size_t> list_class;
  bool licence = false;
  int number = 0;
  std::string_view rest = file.content;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    ++number;
    if (line.empty()) continue;
    if (line[0] == '#') {
      if (const auto name = head_value(line, "class")) {
        if (list_class)
          throw Error(Fault::rules, Place{file.name, number, 1},
                      say({"een lijst heeft een klasse", "a list has one class"}));
        list_class = lists.class_of(*name);
      }
      if (const auto name = head_value(line, "endings")) {
        if (!list_class)
          throw Error(
              Fault::rules, Place{file.name, number, 1},
              say({"'# endings:' komt achter '# class:'", "'# endings:' comes behind '# class:'"}));
        lists.endings.push_back({*list_class, lists.class_of(*name), 0, 0});
      }
      licence = licence || head_value(line, "licence").has_value();
      continue;
    }
    if (!list_class || !licence)
      throw Error(Fault::rules, Place{file.name, number, 1},
                  say({"in de kop van de lijst ontbreekt '# class:' of '# licence:'",
                       "the head of the list lacks '# class:' or '# licence:'"}));
    lists.entries.emplace_back(line, *list_class);
  }
}

std::string digest_of(const std::vector<RuleFile>& files) {
  std::string all;
  for (const RuleFile& file : files)
    all += fmt::format("{} {}\n", sha256_hex(file.content), file.name);
  return sha256_hex(all);
}

}  // namespace

Rulebook read_rulebook(const std::filesystem::path& folder, std::vector<Message>* faults) {
  const RuleReading reading(read_rule_folder(folder), faults);
  Rulebook rulebook;
  rulebook.digest = digest_of(reading.files());
  Lists lists;
  for (const RuleFile& file : reading.files())
    if (file.name.ends_with(".txt")) reading.guarded([&] { read_list(file, lists); });
  std::vector<std::string> names(lists.classes.size());
  for (const auto& [name, index] : lists.classes) names[index] = name;
  reading.guarded([&] { rulebook.lexicon = Lexicon::build(names, lists.entries, lists.endings); });
  rulebook.find = read_find_rules(reading, rulebook.lexicon);
  rulebook.classify = read_classify_rules(reading, rulebook.lexicon);
  rulebook.route = read_route_rules(reading, rulebook.classify, rulebook.lexicon);
  return rulebook;
}

}  // namespace report
