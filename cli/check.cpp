// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include "batch.hpp"
#include "commands.hpp"
#include "help.hpp"
#include "output/severity.hpp"

namespace report {
namespace {

struct Options {
  CommonOptions common;
  InputOptions inputs;
  std::string format = "text";
  std::string fail_on = "identifier";
};

Severity severity_of(const std::string& name) {
  if (name == "unsure") return Severity::unsure;
  return name == "trace" ? Severity::trace : Severity::identifier;
}

/// file:line:column: what it is, by which rule; the label stands for the value.
std::string as_text(const std::vector<Spotted>& spotted, const std::string& file) {
  std::string out;
  for (const Spotted& one : spotted)
    out += fmt::format("{}:{}:{}: {} {} {}{}{}\n", printable(file), one.line, one.column,
                       name_of(one.severity), one.type, one.rule, one.label.empty() ? "" : " ",
                       one.label);
  return out;
}

ExitCode run(const Options& options, const Console& console) {
  const Rulebook rulebook = rulebook_of(options.common);
  const Format format = format_of(options.format);
  const Severity least = severity_of(options.fail_on);
  return run_batch(options.inputs, format, console, [&](Note note, bool) {
    const std::string text = note.text;
    const Scrubbed scrubbed = scrub(std::move(note), rulebook);
    std::vector<Spotted> spotted = spotted_in(scrubbed, text);
    std::erase_if(spotted, [least](const Spotted& one) { return one.severity > least; });
    Answer answer;
    answer.code = spotted.empty() ? ExitCode::done : ExitCode::no;
    if (format == Format::text)
      answer.text = as_text(spotted, scrubbed.id == "-" ? "standard input" : scrubbed.id);
    else
      answer.json = check_json(scrubbed.id, spotted);
    return answer;
  });
}

}  // namespace

Command add_check(CLI::App& program, const Defaults& defaults) {
  const auto options = std::make_shared<Options>();
  CLI::App* const app = add_command(program, "check", words::check, words::check_example, defaults);
  add_inputs(*app, options->inputs, defaults);
  add_choice(*app, "--format", options->format, {"text", "json"}, defaults.say(words::format));
  add_choice(*app, "--fail-on", options->fail_on, {"identifier", "unsure", "trace"},
             defaults.say(words::fail_on));
  add_common(*app, options->common, defaults);
  return command_of(app, options, run, defaults);
}

}  // namespace report
