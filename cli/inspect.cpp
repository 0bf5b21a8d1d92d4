// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include "base/files.hpp"
#include "batch.hpp"
#include "commands.hpp"
#include "help.hpp"
#include "package/package.hpp"
#include "words.hpp"

namespace report {
namespace {

struct Options {
  CommonOptions common;
  std::string package, format = "text";
};

Json as_json(const Envelope& envelope) {
  Json recipients = Json::array();
  for (const Envelope::To& to : envelope.recipients)
    recipients.push_back(Json{{"kind", to.kind}, {"key_id", to.key_id}});
  return Json{{"profile", envelope.profile},
              {"cipher", envelope.content_cipher},
              {"recipients", std::move(recipients)},
              {"size", envelope.size},
              {"content_size", envelope.content_size}};
}

std::string as_text(const Envelope& envelope, Language language) {
  std::string out = fmt::format(fmt::runtime(words::package_of.in(language)), envelope.size,
                                envelope.profile, envelope.content_cipher, envelope.content_size) +
                    "\n";
  for (const Envelope::To& to : envelope.recipients)
    out += fmt::format(fmt::runtime(words::package_for.in(language)), to.kind, to.key_id) + "\n";
  return out;
}

ExitCode run(const Options& options, const Console& console) {
  const Envelope envelope = inspect_package(read_package(options.package));
  console.write(options.format == "json" ? dump(as_json(envelope)) + "\n"
                                         : as_text(envelope, console.language()));
  return ExitCode::done;
}

}  // namespace

std::string read_package(const std::string& path) {
  return path == "-" ? read_standard_input(largest_package) : read_file(path, largest_package);
}

Command add_inspect(CLI::App& program, const Defaults& defaults) {
  const auto options = std::make_shared<Options>();
  CLI::App* const app =
      add_command(program, "inspect", words::inspect, words::inspect_example, defaults);
  app->add_option("PACKAGE", options->package, defaults.say(words::package))
      ->required()
      ->type_name("");
  add_choice(*app, "--format", options->format, {"text", "json"}, defaults.say(words::format));
  add_common(*app, options->common, defaults);
  return command_of(app, options, run, defaults);
}

}  // namespace report
