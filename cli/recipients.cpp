// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include "batch.hpp"
#include "commands.hpp"
#include "directory.hpp"
#include "help.hpp"
#include "words.hpp"

namespace report {
namespace {

struct Options {
  CommonOptions common;
  std::string directory, trust, format = "text";
};

std::string name_of(const Recipient& recipient) {
  return recipient.organisation.empty()
             ? recipient.office
             : fmt::format("{}, {}", recipient.office, recipient.organisation);
}

Json json_of(const Recipient& recipient) {
  return Json{{"office", recipient.office},
              {"organisation",
               recipient.organisation.empty() ? Json(nullptr) : Json(recipient.organisation)},
              {"certificate", recipient.certificate.string()},
              {"fingerprint", recipient.fingerprint}};
}

ExitCode list(const Options& options, const Console& console) {
  Json all = Json::array();
  for (const Recipient& recipient : read_directory(options.directory)) {
    if (options.format == "json")
      all.push_back(json_of(recipient));
    else
      console.write(
          fmt::format("{}\t{}\n", name_of(recipient), printable(recipient.certificate.string())));
  }
  if (options.format == "json") console.write(all.dump(2) + "\n");
  return ExitCode::done;
}

std::string line_of(const CheckedRecipient& checked, Language language) {
  const CertificateState& state = checked.state;
  const std::string verdict = state.valid ? std::string(words::certificate_valid.in(language))
                                          : say(words::certificate_bad, state.reason).in(language);
  std::string out = fmt::format("{}: {}", name_of(checked.recipient), verdict);
  if (!state.key.empty()) out += fmt::format(", {}", state.key);
  if (!state.not_after.empty())
    out += ", " + fmt::format(fmt::runtime(words::valid_until.in(language)), state.not_after,
                              state.days_left);
  return out + "\n";
}

ExitCode check(const Options& options, const Console& console) {
  ExitCode code = ExitCode::done;
  Json all = Json::array();
  for (const CheckedRecipient& checked : check_directory(options.directory, options.trust)) {
    const CertificateState& state = checked.state;
    if (!state.valid) code = ExitCode::no;
    if (options.format == "json") {
      Json one = json_of(checked.recipient);
      one["valid"] = state.valid;
      one["reason"] = state.valid ? Json(nullptr) : Json(state.reason.in(Language::en));
      one["key"] = state.key;
      one["key_id"] = state.key_id;
      one["not_after"] = state.not_after;
      one["days_left"] = state.days_left;
      all.push_back(std::move(one));
    } else {
      console.write(line_of(checked, console.language()));
    }
    if (state.valid && state.days_left <= soon_to_expire)
      console.note(fmt::format(fmt::runtime(words::expires_soon.in(console.language())),
                               name_of(checked.recipient), state.days_left));
  }
  if (options.format == "json") console.write(all.dump(2) + "\n");
  return code;
}

std::shared_ptr<Options> shared_options(CLI::App& app, const Defaults& defaults) {
  auto options = std::make_shared<Options>();
  options->directory = defaults.settings.recipients.value_or("");
  options->trust = defaults.settings.trust.value_or("");
  add_path(app, "--recipients", options->directory, "DIR", defaults.say(words::recipients_dir))
      ->required(options->directory.empty());
  add_choice(app, "--format", options->format, {"text", "json"}, defaults.say(words::format));
  add_common(app, options->common, defaults);
  return options;
}

}  // namespace

std::vector<Command> add_recipients(CLI::App& program, const Defaults& defaults) {
  CLI::App* const app = add_command(program, "recipients", words::recipients_command,
                                    words::recipients_example, defaults);
  app->require_subcommand(1);
  CLI::App* const listing =
      add_command(*app, "list", words::recipients_list, words::recipients_list_example, defaults);
  CLI::App* const checking =
      add_command(*app, "check", words::recipients_check, words::recipients_example, defaults);
  const auto list_options = shared_options(*listing, defaults);
  const auto check_options = shared_options(*checking, defaults);
  add_path(*checking, "--trust", check_options->trust, "FILE", defaults.say(words::trust))
      ->required(check_options->trust.empty());
  std::vector<Command> commands{command_of(listing, list_options, list, defaults),
                                command_of(checking, check_options, check, defaults)};
  for (Command& command : add_recipients_more(*app, defaults))
    commands.push_back(std::move(command));
  return commands;
}

}  // namespace report
