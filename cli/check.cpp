// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include "base/deadline.hpp"
#include "base/digest.hpp"
#include "batch.hpp"
#include "commands.hpp"
#include "findings.hpp"
#include "help.hpp"
#include "known.hpp"
#include "output/check_report.hpp"
#include "output/context.hpp"
#include "own_lists.hpp"

namespace report {
namespace {

struct Options {
  CommonOptions common;
  InputOptions inputs;
  KnownOptions known;
  ListOptions lists;
  std::string format = "text";
  std::string fail_on = "identifier";
};

/// What a check needs for every note. Shared by all threads.
struct Check {
  const Rulebook& rulebook;
  Severity least = Severity::identifier;
  Known& known;
  FindOptions find;
  CheckReport::Needs needs;
  Reasons reasons;
  PlainWords words;
};

/// Which finding this is, without its place: rule and keyed value where there is a key, else rule
/// and how often the rule found something in the file before.
std::string fingerprint_of(const std::string& file, const Spotted& spotted,
                           const std::string& entry, std::map<std::string, std::size_t>& met) {
  const std::string what = entry.empty() ? spotted.rule : entry;
  return sha256_hex(fmt::format("{}\n{}\n{}", file, what, met[what]++));
}

CheckedNote check_note(Note note, const Check& check) {
  const std::string text = note.text;
  const std::vector<Part> parts = note.parts;
  const Scrubbed scrubbed = scrub(std::move(note), check.rulebook, check.find);
  const std::vector<Spotted> all = spotted_in(scrubbed, text);
  std::vector<Spotted> counted = all;
  std::erase_if(counted, [&](const Spotted& one) { return one.severity > check.least; });
  std::vector<Exemption> exemptions = exemptions_in(text);
  apply_exemptions(exemptions, counted);
  std::erase_if(exemptions, [](const Exemption& one) { return one.used; });

  CheckedNote out{.name = scrubbed.id, .shown = {}, .unused = std::move(exemptions)};
  const MaskedContexts contexts(text, all, check.words);
  std::map<std::string, std::size_t> met;
  for (Spotted& spotted : counted) {
    check_deadline();
    const std::string_view value =
        std::string_view(text).substr(spotted.bytes.begin, spotted.bytes.size());
    const std::string entry = check.known.entry(spotted.rule, value);
    if (check.known.holds(entry)) continue;
    Shown shown;
    if (check.needs.context) shown.context = contexts.of(spotted);
    shown.why = check.reasons.of(spotted.rule);
    if (check.needs.fingerprint) shown.fingerprint = fingerprint_of(out.name, spotted, entry, met);
    shown.part = part_at(parts, spotted.bytes.begin);
    shown.spotted = std::move(spotted);
    out.shown.push_back(std::move(shown));
  }
  return out;
}

Layout layout_of(CheckReport& report, std::optional<Language> names_input) {
  return {.head = report.head(),
          .lead = [&](bool first) { return report.lead(first); },
          .end = {},
          .tail = [&](bool any) { return report.tail(any); },
          .fault =
              [&report, names_input](std::optional<std::string> id, std::size_t line,
                                     const Error& error) {
                if (names_input && id) id = shown_name(*id, *names_input);
                return report.fault(id, line, error);
              }};
}

ExitCode run(const Options& options, const Console& console) {
  const Rulebook& rulebook = rulebook_of(options.common);
  Known known(options.known, console);
  const auto lists = read_lists(options.lists, rulebook);
  FindOptions find;
  find.lists = lists.get();
  const auto report =
      check_report(options.format, console.language(), console.color() ? Paint::yes : Paint::no);
  const Check check{.rulebook = rulebook,
                    .least = severity_of(options.fail_on),
                    .known = known,
                    .find = find,
                    .needs = report->needs(),
                    .reasons = Reasons(rulebook, console.language()),
                    .words = PlainWords(rulebook.lexicon)};
  // Ids of JSON lines and those of the form json stand as they are.
  std::optional<Language> names_input;
  if (options.format != "json" && !options.inputs.lines())
    names_input = options.format == "text" ? console.language() : Language::en;
  const ExitCode code = run_batch(
      options.inputs, layout_of(*report, names_input), console,
      [&](Note note, bool) {
        CheckedNote checked = check_note(std::move(note), check);
        if (names_input) checked.name = shown_name(checked.name, *names_input);
        Answer answer;
        answer.code = checked.shown.empty() ? ExitCode::done : ExitCode::no;
        answer.text = report->note(checked);
        return answer;
      },
      Summary::findings);
  if (code == ExitCode::unread)
    known.leave(console);
  else
    known.finish(console);
  tell_idle(lists.get(), console);
  return code;
}

}  // namespace

Command add_check(CLI::App& program, const Defaults& defaults) {
  const auto options = std::make_shared<Options>();
  CLI::App* const app = add_command(program, "check", words::check, words::check_example, defaults);
  options->inputs.walk.gitignore = true;
  add_inputs(*app, options->inputs, defaults);
  app->add_flag("--staged", options->inputs.staged, defaults.say(words::staged));
  add_choice(*app, "--format", options->format,
             {"text", "json", "sarif", "junit", "github", "gitlab"}, defaults.say(words::format));
  add_choice(*app, "--fail-on", options->fail_on, {"identifier", "unsure", "trace"},
             defaults.say(words::fail_on));
  add_path(*app, "--baseline", options->known.read, "FILE", defaults.say(words::baseline));
  add_path(*app, "--write-baseline", options->known.write, "FILE",
           defaults.say(words::write_baseline));
  add_path(*app, "--baseline-key", options->known.key, "FILE", defaults.say(words::baseline_key));
  add_lists(*app, options->lists, defaults);
  add_common(*app, options->common, defaults);
  return command_of(app, options, run, defaults);
}

}  // namespace report
