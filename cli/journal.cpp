// SPDX-License-Identifier: EUPL-1.2
#include "journal/journal.hpp"

#include <algorithm>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "base/day.hpp"
#include "batch.hpp"
#include "commands.hpp"
#include "help.hpp"
#include "words.hpp"

namespace report {
namespace {

struct Options {
  CommonOptions common;
  std::string journal, format = "text", head;
  int within = 7, retention = 12;
};

Json json_of(const Entry& entry) {
  return Json{{"number", entry.number},   {"day", entry.day},       {"kind", entry.kind},
              {"case", entry.case_id},    {"office", entry.office}, {"detail", entry.detail},
              {"package", entry.package}, {"rule", entry.rule},     {"rulebook", entry.rulebook},
              {"counts", entry.counts},   {"hash", entry.hash}};
}

std::string line_of(const Entry& entry) {
  std::size_t removed = 0;
  for (const auto& [type, count] : entry.counts) removed += count;
  return fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\n", entry.number, entry.day, entry.kind,
                     entry.case_id, printable(entry.office), printable(entry.detail), removed);
}

ExitCode list(const Options& options, const Console& console) {
  const Journal journal(options.journal, Journal::Access::read);
  Json all = Json::array();
  for (const Entry& entry : journal.entries()) {
    if (options.format == "json")
      all.push_back(json_of(entry));
    else
      console.write(line_of(entry));
  }
  if (options.format == "json") console.write(all.dump(2) + "\n");
  return ExitCode::done;
}

ExitCode verify(const Options& options, const Console& console) {
  const Language language = console.language();
  const Journal journal(options.journal, Journal::Access::read);
  if (const auto fault = journal.verify()) {
    throw Error(Fault::refused, fault->reason == "missing"
                                    ? say(words::journal_missing, fault->number)
                                    : say(words::journal_altered, fault->number))
        .with_code("journal");
  }
  const auto entries = journal.entries();
  const auto ends_there = [&](const Entry& entry) { return entry.hash == options.head; };
  if (!options.head.empty() && std::ranges::none_of(entries, ends_there))
    throw Error(Fault::refused, words::journal_no_head).with_code("journal");
  console.write(
      fmt::format(fmt::runtime(words::journal_good.in(language)), entries.size(), journal.head()) +
      "\n");
  return ExitCode::done;
}

const Words& words_of(const Due& due) {
  if (due.what == "acknowledgement") return words::due_acknowledgement;
  return due.what == "assessment" ? words::due_assessment : words::due_retention;
}

ExitCode show_due(const Options& options, const Console& console) {
  const Journal journal(options.journal, Journal::Access::read);
  const std::chrono::sys_days day = today();
  Terms terms;
  terms.retention = std::chrono::months(options.retention);
  ExitCode code = ExitCode::done;
  Json all = Json::array();
  for (const Due& due : due(journal.entries(), terms)) {
    const auto left = (due.day - day).count();
    if (left > options.within) break;
    if (left < 0) code = ExitCode::no;
    if (options.format == "json")
      all.push_back(Json{{"day", fmt::format("{:%F}", due.day)},
                         {"days_left", left},
                         {"what", due.what},
                         {"case", due.case_id},
                         {"office", due.office}});
    else
      console.write(fmt::format("{:%F}\t{}\t{}\t{}\t{}\n", due.day, left, due.case_id,
                                printable(due.office), words_of(due).in(console.language())));
  }
  if (options.format == "json") console.write(all.dump(2) + "\n");
  return code;
}

std::shared_ptr<Options> shared_options(CLI::App& app, const Defaults& defaults) {
  auto options = std::make_shared<Options>();
  options->journal = defaults.settings.journal.value_or("");
  add_path(app, "--journal", options->journal, "FILE", defaults.say(words::journal_file))
      ->required(options->journal.empty());
  add_common(app, options->common, defaults);
  return options;
}

void add_format(CLI::App& app, Options& options, const Defaults& defaults) {
  add_choice(app, "--format", options.format, {"text", "json"}, defaults.say(words::format));
}

}  // namespace

std::vector<Command> add_journal(CLI::App& program, const Defaults& defaults) {
  CLI::App* const app =
      add_command(program, "journal", words::journal, words::journal_example, defaults);
  app->require_subcommand(1);
  CLI::App* const listing =
      add_command(*app, "list", words::journal_list, words::journal_list_example, defaults);
  CLI::App* const checking =
      add_command(*app, "verify", words::journal_verify, words::journal_verify_example, defaults);
  CLI::App* const owed =
      add_command(*app, "due", words::journal_due, words::journal_example, defaults);
  const auto list_options = shared_options(*listing, defaults);
  add_format(*listing, *list_options, defaults);
  const auto verify_options = shared_options(*checking, defaults);
  add_path(*checking, "--head", verify_options->head, "HASH", defaults.say(words::journal_head));
  const auto due_options = shared_options(*owed, defaults);
  add_format(*owed, *due_options, defaults);
  constexpr int longest = 3650;
  owed->add_option("--within", due_options->within, defaults.say(words::within))
      ->check(CLI::Range(0, longest).description(""))
      ->type_name("DAYS");
  owed->add_option("--retention", due_options->retention, defaults.say(words::retention))
      ->check(CLI::Range(1, 1200).description(""))
      ->type_name("MONTHS");
  return {command_of(listing, list_options, list, defaults),
          command_of(checking, verify_options, verify, defaults),
          command_of(owed, due_options, show_due, defaults)};
}

}  // namespace report
