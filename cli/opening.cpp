// SPDX-License-Identifier: EUPL-1.2
#include "opening.hpp"

#include "base/error.hpp"
#include "commands.hpp"
#include "help.hpp"
#include "words.hpp"

namespace report {

void add_opening(CLI::App& app, OpeningOptions& options, const Defaults& defaults) {
  options.trust = defaults.settings.trust.value_or("");
  app.add_option("PACKAGE", options.package, defaults.say(words::package))
      ->required()
      ->type_name("");
  add_path(app, "--cert", options.certificate, "FILE", defaults.say(words::own_cert));
  add_path(app, "--key", options.key, "FILE", defaults.say(words::own_key))->required();
  add_passphrase(app, options.passphrase, defaults);
  add_path(app, "--trust", options.trust, "FILE", defaults.say(words::trust))
      ->required(options.trust.empty());
}

std::string package_or_nothing(const std::string& path) {
  try {
    return read_package(path);
  } catch (const Error& error) {
    if (error.code() == "too_large") return {};
    throw;
  }
}

Opened open_or_refuse(const OpeningOptions& options, const std::string& bytes,
                      const Console& console) {
  const Language language = console.language();
  if (const auto warning = openssl_warning()) console.note(warning->in(language));
  Opened opened = open_package(bytes, options.certificate, options.key, options.trust,
                               ask_passphrase(options.passphrase, language));
  if (opened.verdict != Verdict::verified)
    throw Error(Fault::refused, words::not_opened, {words::not_opened_hint});
  return opened;
}

Opened open_or_refuse(const OpeningOptions& options, const Console& console) {
  return open_or_refuse(options, package_or_nothing(options.package), console);
}

}  // namespace report
