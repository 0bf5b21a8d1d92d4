// SPDX-License-Identifier: EUPL-1.2
// `report recipients add` and `test`: a new office, and a package for it to try its key on.
#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/files.hpp"
#include "batch.hpp"
#include "commands.hpp"
#include "directory.hpp"
#include "help.hpp"
#include "package/package.hpp"
#include "passphrase.hpp"
#include "text/normal.hpp"
#include "words.hpp"

namespace report {
namespace {

namespace fs = std::filesystem;

struct Options {
  CommonOptions common;
  std::string office, organisation, certificate, directory, trust, accept, receipts;
  std::string seal_certificate, seal_key, out, profile;
  PassphraseOptions passphrase;
};

/// "burgemeester-gemeente-zeist": letters and digits of the names, for a file name.
std::string file_stem(const Recipient& recipient) {
  std::string stem;
  for (const char letter : fold(recipient.office + " " + recipient.organisation)) {
    const bool plain = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
    if (plain)
      stem += letter;
    else if (!stem.empty() && stem.back() != '-')
      stem += '-';
  }
  while (stem.ends_with('-')) stem.pop_back();
  return stem.empty() ? "office" : stem;
}

bool same_office(const Recipient& a, const Recipient& b) {
  return same_name(a.office, b.office) && same_name(a.organisation, b.organisation);
}

std::string plain_digits(std::string fingerprint) {
  std::erase(fingerprint, ':');
  std::ranges::transform(fingerprint, fingerprint.begin(), [](char letter) {
    return letter >= 'A' && letter <= 'F' ? static_cast<char>(letter + 32) : letter;
  });
  return fingerprint;
}

/// A certificate that another office has is a mix-up; one in the place of another is an attack
/// until a person has compared it over another channel and says so by its fingerprint.
void check_against(const std::vector<Recipient>& directory, const Recipient& added,
                   const std::string& accepted) {
  for (const Recipient& known : directory) {
    if (!same_office(known, added) && known.fingerprint == added.fingerprint)
      throw Error(Fault::refused,
                  fmt::format("{}: is the certificate of another office, {}",
                              added.certificate.string(), known.office),
                  {"ask the office for its own certificate"});
    if (!same_office(known, added) || known.fingerprint == added.fingerprint) continue;
    if (accepted != added.fingerprint)
      throw Error(Fault::refused,
                  fmt::format("{}: the directory has another certificate for {}: {}",
                              added.certificate.string(), known.office, known.fingerprint),
                  {"compare the new fingerprint with the office by telephone, then give --accept " +
                   added.fingerprint});
  }
}

/// YAML reads a JSON string as it is.
std::string quoted(const std::string& text) { return Json(text).dump(); }

std::string yaml_of(const Recipient& added) {
  std::string yaml = fmt::format("office: {}\n", quoted(added.office));
  if (!added.organisation.empty())
    yaml += fmt::format("organisation: {}\n", quoted(added.organisation));
  yaml += fmt::format("certificate: {}\nfingerprint: {}\n",
                      quoted(added.certificate.filename().string()), added.fingerprint);
  if (added.mail) yaml += "profile: mail\n";
  if (!added.receipt_fingerprint.empty())
    yaml += fmt::format("receipts: {}\n", added.receipt_fingerprint);
  return yaml;
}

void replace_file(const fs::path& file, const std::string& bytes) {
  const fs::path beside = file.string() + ".new";
  std::error_code ignored;
  fs::remove(beside, ignored);
  write_new_file(beside, bytes);
  std::error_code fault;
  fs::rename(beside, file, fault);
  if (fault)
    throw Error(Fault::input, fmt::format("{}: cannot write: {}", file.string(), fault.message()));
}

/// The file of the directory that names this office; a new one when none does.
fs::path file_of(const fs::path& directory, const Recipient& added) {
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(directory, ignored)) {
    if (entry.path().extension() != ".yaml") continue;
    for (const Recipient& known : read_office_file(entry.path()))
      if (same_office(known, added)) return entry.path();
  }
  return directory / (file_stem(added) + ".yaml");
}

ExitCode add(const Options& options, const Console& console) {
  const Authorities authorities(options.trust);
  Recipient added{
      options.office, options.organisation, options.certificate, "", options.profile == "mail", ""};
  const CertificateState state = authorities.check(added);
  if (!state.valid)
    throw Error(Fault::refused, state.reason.starts_with(options.certificate)
                                    ? state.reason
                                    : fmt::format("{}: {}", options.certificate, state.reason));
  added.fingerprint = state.fingerprint;
  if (!options.receipts.empty())
    added.receipt_fingerprint =
        authorities.check({"", "", options.receipts, "", false, ""}).fingerprint;
  std::error_code ignored;
  fs::create_directory(options.directory, ignored);
  check_against(read_directory(options.directory), added, plain_digits(options.accept));
  const fs::path file = file_of(options.directory, added);
  constexpr std::size_t shown_digits = 8;
  const fs::path copy =
      fs::path(options.directory) /
      fmt::format("{}-{}.crt", file_stem(added), added.fingerprint.substr(0, shown_digits));
  replace_file(copy, read_file(options.certificate));
  added.certificate = copy;
  replace_file(file, yaml_of(added));
  console.write(fmt::format(fmt::runtime(words::recipient_added.in(console.language())),
                            printable(added.office), state.key, added.fingerprint) +
                "\n");
  return ExitCode::done;
}

ExitCode test(const Options& options, const Console& console) {
  Delivery delivery{.recipients = {}, .subjects = {}, .name_digits = {}, .case_digits = {}};
  for (const Recipient& known : read_directory(options.directory))
    if (same_name(known.office, options.office) &&
        (options.organisation.empty() || same_name(known.organisation, options.organisation)))
      delivery.recipients.push_back(known);
  if (delivery.recipients.empty())
    throw Error(Fault::usage, fmt::format("the directory has no office '{}'", options.office),
                {"'report recipients list' names them"});
  if (!same_office(delivery.recipients.front(), delivery.recipients.back()))
    throw Error(Fault::usage,
                fmt::format("the directory has the office '{}' more than once", options.office),
                {"say with --organisation which is meant"});
  const bool mail =
      options.profile.empty() ? delivery.recipients.front().mail : options.profile == "mail";
  delivery.profile = mail ? Profile::mail : Profile::gcm;
  const Seal seal({.seal_certificate = options.seal_certificate,
                   .seal_key = options.seal_key,
                   .trust = options.trust,
                   .ask = ask_passphrase(options.passphrase, console.language())});
  const Sealed sealed = seal.seal_trial(delivery);
  std::error_code ignored;
  const fs::path file = fs::is_directory(options.out, ignored)
                            ? fs::path(options.out) / sealed.file_name
                            : fs::path(options.out);
  write_new_file(file, sealed.bytes, sealed.date);
  console.write(fmt::format(fmt::runtime(words::trial_written.in(console.language())),
                            printable(delivery.recipients.front().office),
                            printable(file.string())) +
                "\n");
  return ExitCode::done;
}

std::shared_ptr<Options> shared_options(CLI::App& app, const Defaults& defaults) {
  auto options = std::make_shared<Options>();
  options->directory = defaults.settings.recipients.value_or("");
  options->trust = defaults.settings.trust.value_or("");
  app.add_option("OFFICE", options->office, defaults.say(words::office))->required()->type_name("");
  add_path(app, "--organisation", options->organisation, "NAME", defaults.say(words::office_of));
  add_path(app, "--recipients", options->directory, "DIR", defaults.say(words::recipients_dir))
      ->required(options->directory.empty());
  add_path(app, "--trust", options->trust, "FILE", defaults.say(words::trust))
      ->required(options->trust.empty());
  add_choice(app, "--profile", options->profile, {"gcm", "mail"}, defaults.say(words::profile));
  add_common(app, options->common, defaults);
  return options;
}

}  // namespace

std::vector<Command> add_recipients_more(CLI::App& recipients, const Defaults& defaults) {
  CLI::App* const adding = add_command(recipients, "add", words::recipients_add,
                                       words::recipients_add_example, defaults);
  const auto add_options = shared_options(*adding, defaults);
  add_path(*adding, "--cert", add_options->certificate, "FILE", defaults.say(words::office_cert))
      ->required();
  add_path(*adding, "--receipts", add_options->receipts, "FILE",
           defaults.say(words::office_receipts));
  add_path(*adding, "--accept", add_options->accept, "FINGERPRINT", defaults.say(words::accept));
  CLI::App* const testing = add_command(recipients, "test", words::recipients_test,
                                        words::recipients_test_example, defaults);
  const auto test_options = shared_options(*testing, defaults);
  add_path(*testing, "--seal-cert", test_options->seal_certificate, "FILE",
           defaults.say(words::seal_cert));
  add_path(*testing, "--seal-key", test_options->seal_key, "FILE", defaults.say(words::seal_key))
      ->required();
  add_passphrase(*testing, test_options->passphrase, defaults);
  add_path(*testing, "--out", test_options->out, "DIR|FILE", defaults.say(words::out_package))
      ->required();
  return {command_of(adding, add_options, add, defaults),
          command_of(testing, test_options, test, defaults)};
}

}  // namespace report
