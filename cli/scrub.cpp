// SPDX-License-Identifier: EUPL-1.2
#include "scrub/scrub.hpp"

#include <fmt/format.h>

#include "batch.hpp"
#include "commands.hpp"
#include "findings.hpp"
#include "help.hpp"
#include "own_lists.hpp"
#include "subjects.hpp"
#include "words.hpp"

namespace report {
namespace {

struct Options {
  CommonOptions common;
  InputOptions inputs;
  ListOptions lists;
  std::string format = "text";
  std::string subject_from;
  std::string profile = "standard";
  bool explain = false, show_values = false;
};

/// The scrubbed text with a line end at its end; of several notes each under its name.
std::string as_text(const Scrubbed& scrubbed, bool several) {
  std::string out = several ? fmt::format("==> {} <==\n", printable(scrubbed.id)) : std::string();
  out += scrubbed.text.text();
  if (!out.ends_with('\n')) out += '\n';
  return out;
}

ExitCode run(const Options& options, const Console& console) {
  const Rulebook& rulebook = rulebook_of(options.common);
  FindOptions find;
  if (options.profile == "strict") find.traces = Traces::treated;
  find.subjects = read_subjects(options.subject_from, console);
  const auto lists = read_lists(options.lists, rulebook);
  find.lists = lists.get();
  const Reasons reasons(rulebook, console.language());
  const Format format = format_of(options.format);
  const Telling telling{.explain = options.explain,
                        .verbose = options.common.verbose,
                        .values = options.show_values ? Values::shown : Values::hidden,
                        .language = console.language()};
  const ExitCode code = run_batch(options.inputs, format, console, [&](Note note, bool several) {
    const std::string text = note.text;
    const Scrubbed scrubbed = scrub(std::move(note), rulebook, find);
    Answer answer;
    if (format != Format::text) {
      answer.json = scrub_json(scrubbed, text, telling.values);
      return answer;
    }
    answer.text = as_text(scrubbed, several);
    answer.remarks = remarks_on(scrubbed, text, reasons, telling);
    return answer;
  });
  tell_idle(lists.get(), console);
  return code;
}

}  // namespace

Command add_scrub(CLI::App& program, const Defaults& defaults) {
  const auto options = std::make_shared<Options>();
  CLI::App* const app = add_command(program, "scrub", words::scrub, words::scrub_example, defaults);
  add_inputs(*app, options->inputs, defaults);
  add_choice(*app, "--format", options->format, {"text", "json", "jsonl"},
             defaults.say(words::format));
  add_path(*app, "--subject-from", options->subject_from, "FILE",
           defaults.say(words::subject_from));
  add_choice(*app, "--profile", options->profile, {"standard", "strict"},
             defaults.say(words::scrub_profile));
  add_lists(*app, options->lists, defaults);
  app->add_flag("--explain", options->explain, defaults.say(words::explain));
  app->add_flag("--show-values", options->show_values, defaults.say(words::show_values));
  add_common(*app, options->common, defaults);
  return command_of(app, options, run, defaults);
}

}  // namespace report
