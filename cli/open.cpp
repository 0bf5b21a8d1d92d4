// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include "base/files.hpp"
#include "commands.hpp"
#include "help.hpp"
#include "package/package.hpp"
#include "passphrase.hpp"
#include "words.hpp"

namespace report {
namespace {

struct Options {
  CommonOptions common;
  std::string package, certificate, key, trust, out;
};

ExitCode run(const Options& options, const Console& console) {
  const Language language = console.language();
  if (const auto warning = openssl_warning()) console.note(*warning);
  const Opened opened = open_package(read_package(options.package), options.certificate,
                                     options.key, options.trust, ask_on_terminal(language));
  if (opened.verdict != Verdict::verified)
    throw Error(Fault::refused, std::string(words::not_opened.in(language)),
                {std::string(words::not_opened_hint.in(language))});
  std::vector<std::pair<std::string, std::string_view>> files;
  for (const auto& [name, bytes] : opened.files) files.emplace_back(name, bytes);
  write_new_folder(options.out, files);
  console.write(
      fmt::format(fmt::runtime(words::verified.in(language)), opened.sealer, opened.sealed_on) +
      "\n");
  console.write(fmt::format(fmt::runtime(words::written_to.in(language)), printable(options.out)) +
                "\n");
  return ExitCode::done;
}

}  // namespace

Command add_open(CLI::App& program, const Defaults& defaults) {
  const auto options = std::make_shared<Options>();
  options->trust = defaults.settings.trust.value_or("");
  CLI::App* const app = add_command(program, "open", words::open, words::open_example, defaults);
  app->add_option("PACKAGE", options->package, defaults.say(words::package))
      ->required()
      ->type_name("");
  add_path(*app, "--cert", options->certificate, "FILE", defaults.say(words::own_cert))->required();
  add_path(*app, "--key", options->key, "FILE", defaults.say(words::own_key))->required();
  add_path(*app, "--trust", options->trust, "FILE", defaults.say(words::trust))
      ->required(options->trust.empty());
  add_path(*app, "--out", options->out, "DIR", defaults.say(words::out_folder))->required();
  add_common(*app, options->common, defaults);
  return command_of(app, options, run, defaults);
}

}  // namespace report
