// SPDX-License-Identifier: EUPL-1.2
#include "package/receipt.hpp"

#include <functional>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "base/day.hpp"
#include "base/digest.hpp"
#include "base/files.hpp"
#include "commands.hpp"
#include "directory.hpp"
#include "help.hpp"
#include "journal/journal.hpp"
#include "opening.hpp"
#include "words.hpp"

namespace report {
namespace {

struct Options {
  CommonOptions common;
  OpeningOptions opening;
  std::string sign_certificate, sign_key, out, verify, recipients, journal;
  bool assessed = false;
};

void want(const Message& what, std::initializer_list<std::pair<const char*, bool>> given) {
  for (const auto& [name, is_given] : given)
    if (!is_given) throw Error(Fault::usage, say({"{} wil ook {}", "{} wants {} too"}, what, name));
}

/// At the recipient's: the package is opened and verified, and only then answered for.
ExitCode make(const Options& options, const Console& console) {
  want(say({"een ontvangstbewijs", "a receipt"}), {{"PACKAGE", !options.opening.package.empty()},
                                                   {"--key", !options.opening.key.empty()},
                                                   {"--sign-key", !options.sign_key.empty()},
                                                   {"--out", !options.out.empty()}});
  const Language language = console.language();
  const std::string bytes = package_or_nothing(options.opening.package);
  const Opened opened = open_or_refuse(options.opening, bytes, console);
  const Sealer signer({.certificate = options.sign_certificate,
                       .key = options.sign_key,
                       .ask = ask_passphrase(options.opening.passphrase, language),
                       .hint = say({"geef uw certificaat om mee te ondertekenen met --sign-cert",
                                    "give your certificate for signing with --sign-cert"})});
  const Receipt receipt{sha256_hex(bytes), case_of(opened.files), options.assessed};
  write_new_file(options.out, write_receipt(receipt, signer, today()), today());
  console.write(fmt::format(fmt::runtime(words::receipt_written.in(language)), receipt.case_id,
                            printable(options.out)) +
                "\n");
  return ExitCode::done;
}

Error refused(const Words& words) { return {Fault::refused, words}; }

/// Who may sign for a package is pinned in the directory; an office without such a pin signs with
/// the certificate that opens its packages.
void check_signer(const Options& options, const SignedReceipt& answer,
                  const std::function<bool(const Recipient&)>& may_answer) {
  for (const Recipient& recipient : read_directory(options.recipients)) {
    const std::string& pinned = recipient.receipt_fingerprint.empty()
                                    ? recipient.fingerprint
                                    : recipient.receipt_fingerprint;
    if (pinned == answer.signer_fingerprint && may_answer(recipient)) return;
  }
  throw refused(words::receipt_stranger);
}

/// The handover that the receipt answers for, once the office it went to signed it. Only read: of
/// a journal that is not there none is made.
Entry answered(const Options& options, const SignedReceipt& answer) {
  const Journal journal(options.journal, Journal::Access::read);
  auto handover = journal.find_package(answer.receipt.package);
  if (!handover || handover->case_id != answer.receipt.case_id)
    throw refused(words::receipt_unknown);
  const auto is_addressee = [&](const Recipient& recipient) {
    return journal.keyed(office_key(recipient)) == handover->addressee;
  };
  check_signer(options, answer, is_addressee);
  return *std::move(handover);
}

/// Checks the receipt against the journal, and notes it there.
void note_receipt(const Options& options, const SignedReceipt& answer) {
  const Entry handover = answered(options, answer);
  Journal journal(options.journal, Journal::Access::write);
  const std::string detail = answer.receipt.assessed ? "assessed" : "received";
  const std::string source =
      journal.keyed(fmt::format("receipt {} {}", answer.receipt.package, detail));
  journal.append([&]() -> std::vector<Entry> {
    if (journal.find_source(source)) return {};
    Entry entry;
    entry.day = fmt::format("{:%F}", today());
    entry.kind = "receipt";
    entry.case_id = handover.case_id;
    entry.office = handover.office;
    entry.addressee = handover.addressee;
    entry.detail = detail;
    entry.package = handover.package;
    entry.source = source;
    return {entry};
  });
}

/// At the hotline's.
ExitCode verify(const Options& options, const Console& console) {
  want(Message::as_is("--verify"), {{"--trust", !options.opening.trust.empty()},
                                    {"--recipients", !options.recipients.empty()}});
  if (options.opening.package.empty() && options.journal.empty())
    throw Error(Fault::usage, say({"--verify wil ook PACKAGE of --journal",
                                   "--verify wants PACKAGE or --journal too"}));
  constexpr std::size_t largest_receipt = 1U << 20U;
  const auto answer =
      read_receipt(read_file(options.verify, largest_receipt), options.opening.trust);
  if (!answer) throw refused(words::receipt_bad);
  if (!options.opening.package.empty() &&
      sha256_hex(package_or_nothing(options.opening.package)) != answer->receipt.package)
    throw refused(words::receipt_unknown);
  if (options.journal.empty())
    check_signer(options, *answer, [](const Recipient&) { return true; });
  else
    note_receipt(options, *answer);
  const auto words = answer->receipt.assessed ? words::receipt_assessed : words::receipt_good;
  console.write(fmt::format(fmt::runtime(words.in(console.language())), answer->receipt.case_id,
                            answer->signer, answer->day) +
                "\n");
  return ExitCode::done;
}

ExitCode run(const Options& options, const Console& console) {
  return options.verify.empty() ? make(options, console) : verify(options, console);
}

}  // namespace

Command add_receipt(CLI::App& program, const Defaults& defaults) {
  const auto options = std::make_shared<Options>();
  CLI::App* const app =
      add_command(program, "receipt", words::receipt, words::receipt_example, defaults);
  add_opening(*app, options->opening, defaults);
  app->get_option("PACKAGE")->required(false);
  app->get_option("--key")->required(false);
  options->recipients = defaults.settings.recipients.value_or("");
  options->journal = defaults.settings.journal.value_or("");
  add_path(*app, "--sign-cert", options->sign_certificate, "FILE", defaults.say(words::sign_cert));
  add_path(*app, "--sign-key", options->sign_key, "FILE", defaults.say(words::sign_key));
  app->add_flag("--assessed", options->assessed, defaults.say(words::assessed));
  add_path(*app, "--out", options->out, "FILE", defaults.say(words::out_receipt));
  add_path(*app, "--verify", options->verify, "FILE", defaults.say(words::verify_receipt));
  add_path(*app, "--recipients", options->recipients, "DIR", defaults.say(words::recipients_dir));
  add_path(*app, "--journal", options->journal, "FILE", defaults.say(words::journal_file));
  add_common(*app, options->common, defaults);
  return command_of(app, options, run, defaults);
}

}  // namespace report
