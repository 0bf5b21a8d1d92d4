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
  std::string office, organisation, certificate, directory, trust, receipts;
  std::vector<std::string> accepted;
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

std::string plain_digits(std::string fingerprint) {
  std::erase(fingerprint, ':');
  std::ranges::transform(fingerprint, fingerprint.begin(), [](char letter) {
    return letter >= 'A' && letter <= 'F' ? static_cast<char>(letter + 32) : letter;
  });
  return fingerprint;
}

/// What the directory has of an office, as it stands there.
struct Known {
  fs::path file;
  std::vector<Recipient> entries;  // one for each certificate; none: a new office
};

Known known_of(const fs::path& directory, const Recipient& added) {
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(directory, ignored)) {
    if (entry.path().extension() != ".yaml") continue;
    std::vector<Recipient> entries = read_office_file(entry.path());
    if (same_office(entries.front(), added)) return {entry.path(), std::move(entries)};
  }
  return {directory / (file_stem(added) + ".yaml"), {}};
}

bool is_accepted(const Options& options, const std::string& fingerprint) {
  return std::ranges::any_of(options.accepted, [&](const std::string& accepted) {
    return plain_digits(accepted) == fingerprint;
  });
}

/// A certificate that another office has is a mix-up.
void check_others(const std::vector<Recipient>& directory, const Recipient& added,
                  const Options& options) {
  for (const Recipient& known : directory) {
    if (same_office(known, added)) continue;
    for (const auto& [file, fingerprint] :
         {std::pair{&options.certificate, &added.fingerprint},
          std::pair{&options.receipts, &added.receipt_fingerprint}})
      if (!fingerprint->empty() &&
          (known.fingerprint == *fingerprint || known.receipt_fingerprint == *fingerprint))
        throw Error(Fault::refused,
                    say({"{}: is het certificaat van een andere ontvanger, {}",
                         "{}: is the certificate of another office, {}"},
                        *file, known.office),
                    {say({"vraag de ontvanger om zijn eigen certificaat",
                          "ask the office for its own certificate"})});
  }
}

/// One in the place of another is an attack until a person has compared it over another channel
/// and says so by its fingerprint.
void want_accepted(const Options& options, const std::string& fingerprint, const Message& what,
                   const std::string& before) {
  if (is_accepted(options, fingerprint)) return;
  throw Error(
      Fault::refused, say({"{} voor {}: {}", "{} for {}: {}"}, what, options.office, before),
      {say(
          {"vergelijk de nieuwe vingerafdruk telefonisch met de ontvanger, en geef dan --accept {}",
           "compare the new fingerprint with the office by telephone, then give --accept {}"},
          fingerprint)});
}

/// The entries to be written: what is known, and of it only changed what was asked for.
std::vector<Recipient> merged(const Known& known, const Recipient& added, const Options& options) {
  if (known.entries.empty()) return {added};
  std::vector<Recipient> entries = known.entries;
  auto own = std::ranges::find(entries, added.fingerprint, &Recipient::fingerprint);
  if (own == entries.end() && entries.size() > 1)
    throw Error(Fault::refused,
                say({"{}: de map heeft {} certificaten voor {}, en dit is er geen van",
                     "{}: the directory has {} certificates for {}, and this is none of them"},
                    options.certificate, entries.size(), options.office),
                {say({"zeg in {} welk ervan het vervangt, of waar het naast komt",
                      "say in {} which of them it stands in for, or beside"},
                     known.file.string())});
  if (own == entries.end()) {
    own = entries.begin();
    want_accepted(
        options, added.fingerprint,
        say({"{}: de map heeft een ander certificaat", "{}: the directory has another certificate"},
            options.certificate),
        own->fingerprint);
  }
  // An office without such a pin signs with the certificate that opens its packages.
  const std::string signs =
      own->receipt_fingerprint.empty() ? own->fingerprint : own->receipt_fingerprint;
  if (!options.receipts.empty() && signs != added.receipt_fingerprint)
    want_accepted(options, added.receipt_fingerprint,
                  say({"{}: de map heeft een ander certificaat dat ontvangstbewijzen ondertekent",
                       "{}: the directory has another certificate that signs receipts"},
                      options.receipts),
                  signs);
  own->fingerprint = added.fingerprint;
  own->certificate = added.certificate;
  for (Recipient& entry : entries) {
    if (!options.profile.empty()) entry.mail = added.mail;
    if (!options.receipts.empty()) entry.receipt_fingerprint = added.receipt_fingerprint;
  }
  return entries;
}

/// YAML reads a JSON string as it is.
std::string quoted(const std::string& text) { return Json(text).dump(); }

std::string yaml_of(const std::vector<Recipient>& entries) {
  const Recipient& office = entries.front();
  std::string yaml = fmt::format("office: {}\n", quoted(office.office));
  if (!office.organisation.empty())
    yaml += fmt::format("organisation: {}\n", quoted(office.organisation));
  const bool several = entries.size() > 1;
  if (several) yaml += "certificates:\n";
  for (const Recipient& entry : entries)
    yaml +=
        fmt::format("{}certificate: {}\n{}fingerprint: {}\n", several ? "  - " : "",
                    quoted(entry.certificate.string()), several ? "    " : "", entry.fingerprint);
  if (office.mail) yaml += "profile: mail\n";
  if (!office.receipt_fingerprint.empty())
    yaml += fmt::format("receipts: {}\n", office.receipt_fingerprint);
  return yaml;
}

/// Throws Error{refused} unless the certificate is fit.
std::string fit_fingerprint(const std::string& file, const CertificateState& state) {
  if (state.valid) return state.fingerprint;
  throw Error(Fault::refused, state.reason.in(Language::en).starts_with(file)
                                  ? state.reason
                                  : say({"{}: {}", "{}: {}"}, file, state.reason));
}

ExitCode add(const Options& options, const Console& console) {
  const Authorities authorities(options.trust);
  Recipient added{
      options.office, options.organisation, options.certificate, "", options.profile == "mail", ""};
  const CertificateState state = authorities.check(added);
  added.fingerprint = fit_fingerprint(options.certificate, state);
  if (!options.receipts.empty())
    added.receipt_fingerprint =
        fit_fingerprint(options.receipts, authorities.check_signer(options.receipts));
  const fs::path directory = options.directory;
  std::error_code ignored;
  fs::create_directory(directory, ignored);
  check_others(read_directory(directory), added, options);
  constexpr std::size_t shown_digits = 8;
  const fs::path copy =
      fmt::format("{}-{}.crt", file_stem(added), added.fingerprint.substr(0, shown_digits));
  added.certificate = directory / copy;
  const Known known = known_of(directory, added);
  std::vector<Recipient> entries = merged(known, added, options);
  replace_file(added.certificate, read_file(options.certificate));
  for (Recipient& entry : entries)
    entry.certificate = entry.certificate.lexically_proximate(directory);
  replace_file(known.file, yaml_of(entries));
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
    throw Error(
        Fault::usage,
        say({"de map heeft geen ontvanger '{}'", "the directory has no office '{}'"},
            options.office),
        {say({"'report recipients list' noemt ze", "'report recipients list' names them"})});
  if (!same_office(delivery.recipients.front(), delivery.recipients.back()))
    throw Error(Fault::usage,
                say({"de map heeft de ontvanger '{}' meer dan eens",
                     "the directory has the office '{}' more than once"},
                    options.office),
                {say({"zeg met --organisation welke bedoeld is",
                      "say with --organisation which is meant"})});
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
  adding->add_option("--accept", add_options->accepted, defaults.say(words::accept))
      ->type_name("FINGERPRINT")
      ->allow_extra_args(false);
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
