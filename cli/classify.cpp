// SPDX-License-Identifier: EUPL-1.2
#include "classify/classify.hpp"

#include <fmt/format.h>

#include "batch.hpp"
#include "commands.hpp"
#include "help.hpp"
#include "output/text.hpp"

namespace report {
namespace {

struct Options {
  CommonOptions common;
  InputOptions inputs;
  std::string format = "text";
  bool explain = false;
};

ExitCode run(const Options& options, const Console& console) {
  const Rulebook& rulebook = rulebook_of(options.common);
  const Format format = format_of(options.format);
  return run_batch(options.inputs, format, console, [&](Note note, bool several) {
    const Scrubbed scrubbed = scrub(std::move(note), rulebook);
    const Classification classification = classify(scrubbed.text, rulebook);
    Answer answer;
    if (format == Format::text)
      answer.text =
          (several ? fmt::format("==> {} <==\n", printable(scrubbed.id)) : std::string()) +
          classification_text(classification, rulebook, options.explain || options.common.verbose,
                              console.language());
    else
      answer.json = classify_json(scrubbed.id, classification);
    return answer;
  });
}

}  // namespace

Command add_classify(CLI::App& program, const Defaults& defaults) {
  const auto options = std::make_shared<Options>();
  CLI::App* const app =
      add_command(program, "classify", words::classify, words::classify_example, defaults);
  add_inputs(*app, options->inputs, defaults);
  add_choice(*app, "--format", options->format, {"text", "json", "jsonl"},
             defaults.say(words::format));
  app->add_flag("--explain", options->explain, defaults.say(words::explain_route));
  add_common(*app, options->common, defaults);
  return command_of(app, options, run, defaults);
}

}  // namespace report
