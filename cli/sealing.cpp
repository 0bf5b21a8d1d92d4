// SPDX-License-Identifier: EUPL-1.2
#include "sealing.hpp"

#include <filesystem>
#include <optional>

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/day.hpp"
#include "base/digest.hpp"
#include "base/error.hpp"
#include "base/files.hpp"
#include "help.hpp"

namespace report {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t name_digits = 12;
constexpr std::size_t case_digits = 16;

bool is_folder(const std::string& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored);
}

/// Fields with their lengths, so that no two lists give the same text.
std::string joined(const std::vector<std::string>& fields) {
  std::string text;
  for (const std::string& field : fields) text += fmt::format("{}:{}\n", field.size(), field);
  return text;
}

std::string day_text(std::chrono::sys_days day) { return fmt::format("{:%F}", day); }

/// A package that a killed run had put in place before it could say so in the journal. Its time is
/// the day it was sealed.
Sealed adopt(const fs::path& file, const std::string& case_id) {
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0)
    throw Error(Fault::input,
                say({"{}: kan niet worden gelezen", "{}: cannot read"}, file.string()))
        .with_code("unreadable");
  const auto seconds = std::chrono::sys_seconds(std::chrono::seconds(status.st_mtim.tv_sec));
  Sealed sealed{file.filename().string(), read_file(file, largest_package),
                std::chrono::floor<std::chrono::days>(seconds), case_id};
  inspect_package(sealed.bytes);
  return sealed;
}

}  // namespace

void add_sealing(CLI::App& app, SealingOptions& options, const Defaults& defaults) {
  options.recipients = defaults.settings.recipients.value_or("");
  options.trust = defaults.settings.trust.value_or("");
  options.journal = defaults.settings.journal.value_or("");
  add_path(app, "--seal-cert", options.certificate, "FILE", defaults.say(words::seal_cert));
  add_path(app, "--seal-key", options.key, "FILE", defaults.say(words::seal_key));
  add_passphrase(app, options.passphrase, defaults);
  add_path(app, "--recipients", options.recipients, "DIR", defaults.say(words::recipients_dir));
  add_path(app, "--trust", options.trust, "FILE", defaults.say(words::trust));
  add_path(app, "--to", options.to, "OFFICE", defaults.say(words::to_office));
  add_choice(app, "--profile", options.profile, {"gcm", "mail"}, defaults.say(words::profile));
  app.add_flag("--hide-recipients", options.hide_recipients, defaults.say(words::hide_recipients));
  add_path(app, "--journal", options.journal, "FILE", defaults.say(words::journal_file));
  app.add_flag("--again", options.again, defaults.say(words::again));
  add_path(app, "--out", options.out, "DIR|FILE", defaults.say(words::out_package));
}

void check_sealing(const SealingOptions& options, bool several) {
  std::string missing;
  for (const auto& [name, value] : {std::pair{"--seal-key", &options.key},
                                    {"--recipients", &options.recipients},
                                    {"--trust", &options.trust},
                                    {"--out", &options.out}})
    if (value->empty()) missing += fmt::format("{}{}", missing.empty() ? "" : ", ", name);
  if (!missing.empty())
    throw Error(Fault::usage, say({"een pakket wil ook {}", "a package wants {} too"}, missing),
                {say({"--dry-run toont het besluit en maakt geen pakket",
                      "--dry-run shows the decision and makes no package"})});
  if (!is_folder(options.out) && several)
    throw Error(Fault::usage, say({"{}: meer notities willen een bestaande map als --out",
                                   "{}: several notes want a folder that exists as --out"},
                                  options.out));
  if (!is_folder(options.out) && options.out.ends_with('/'))
    throw Error(Fault::usage, say({"{}: zo'n map is er niet", "{}: no such folder"}, options.out));
}

Sealing::Sealing(const SealingOptions& options, Language language, std::string rulebook_digest,
                 std::vector<std::string> subjects)
    : options_(options),
      language_(language),
      rulebook_digest_(std::move(rulebook_digest)),
      subjects_(std::move(subjects)) {
  if (!options.journal.empty())
    journal_ = std::make_unique<Journal>(options.journal, Journal::Access::write);
}

const Seal& Sealing::seal() const {
  std::call_once(once_, [this] {
    seal_ =
        std::make_unique<Seal>(SealOptions{.seal_certificate = options_.certificate,
                                           .seal_key = options_.key,
                                           .trust = options_.trust,
                                           .ask = ask_passphrase(options_.passphrase, language_)});
  });
  return *seal_;
}

Entry Sealing::entry_of(const Handing& handing) const {
  Entry entry;
  entry.office = handing.decision.route;
  if (handing.decision.addressee) entry.office = handing.decision.addressee->office;
  entry.rule = handing.decision.rule;
  entry.rulebook = rulebook_digest_;
  entry.counts = {handing.scrubbed.counts.begin(), handing.scrubbed.counts.end()};
  return entry;
}

Sealing::Outcome Sealing::hand_over(const Handing& handing,
                                    const std::vector<const CheckedRecipient*>& to) const {
  Delivery delivery{.recipients = {},
                    .subjects = subjects_,
                    .hide_recipients = options_.hide_recipients,
                    .name_digits = {},
                    .case_digits = {}};
  bool mail = !to.empty();
  for (const CheckedRecipient* checked : to) {
    delivery.recipients.push_back(checked->recipient);
    mail = mail && checked->recipient.mail;
  }
  if (!options_.profile.empty()) mail = options_.profile == "mail";
  delivery.profile = mail ? Profile::mail : Profile::gcm;
  return journal_ && !options_.again ? write_once(handing, std::move(delivery))
                                     : write(handing, delivery);
}

/// What went out before under this journal does not go out again, whatever happened to that run:
/// the name and the case of a package follow from what it hands over, and the entry and the file
/// come together or, when the run is killed between the two, the next run finds the file. Only in
/// a folder: of a file that the caller named nothing tells what lies in it, and such a run ends
/// with the fault that the file exists.
Sealing::Outcome Sealing::write_once(const Handing& handing, Delivery delivery) const {
  std::vector<std::string> fields{handing.scrubbed.text.text(),
                                  handing.decision.organisation.value_or(""),
                                  std::string(name_of(delivery.profile))};
  for (const Recipient& recipient : delivery.recipients) fields.push_back(recipient.fingerprint);
  fields.insert(fields.end(), subjects_.begin(), subjects_.end());
  const std::string source = journal_->keyed(joined(fields));
  delivery.name_digits = journal_->keyed("name " + source).substr(0, name_digits);
  delivery.case_digits = journal_->keyed("case " + source).substr(0, case_digits);
  const bool own_name = is_folder(options_.out);
  const fs::path out = options_.out;
  const fs::path file = own_name ? out / package_name(delivery.name_digits, delivery.profile) : out;
  if (journal_->find_source(source)) return {file.string(), true};
  const auto seal_it = [&] {
    return seal().seal(handing.scrubbed, handing.classification, handing.decision, rulebook_digest_,
                       delivery);
  };
  const auto lies_there = [&] { return own_name && fs::exists(file); };
  // Sealed before the journal is held, so that others need not wait for it.
  std::optional<Sealed> sealed;
  if (!lies_there()) sealed = seal_it();
  Outcome outcome{file.string(), false};
  bool written = false;
  try {
    journal_->append([&]() -> std::vector<Entry> {
      // Another process may have been first, or killed, or have taken its file back.
      if (journal_->find_source(source)) {
        outcome.earlier = true;
        return {};
      }
      if (lies_there())
        return entries_of(handing, delivery, adopt(file, delivery.case_digits), source);
      if (!sealed) sealed = seal_it();
      write_new_file(file, sealed->bytes, sealed->date);
      written = true;
      return entries_of(handing, delivery, *sealed, source);
    });
  } catch (...) {
    if (written) ::unlink(file.c_str());
    throw;
  }
  return outcome;
}

std::vector<Entry> Sealing::entries_of(const Handing& handing, const Delivery& delivery,
                                       const Sealed& sealed, const std::string& source) const {
  Entry handover = entry_of(handing);
  handover.day = day_text(sealed.date);
  handover.kind = "handover";
  handover.case_id = sealed.case_id;
  handover.package = sha256_hex(sealed.bytes);
  handover.addressee = journal_->keyed(office_key(delivery.recipients.front()));
  handover.source = source;
  std::vector<Entry> entries{handover};
  for (const Lift& lift : handing.decision.lifted) {
    Entry lifted = handover;
    lifted.kind = "lift";
    lifted.detail = lift.gate;
    lifted.counts.clear();
    lifted.source.clear();
    entries.push_back(std::move(lifted));
  }
  return entries;
}

Sealing::Outcome Sealing::write(const Handing& handing, const Delivery& delivery) const {
  const Sealed sealed = seal().seal(handing.scrubbed, handing.classification, handing.decision,
                                    rulebook_digest_, delivery);
  const fs::path out = options_.out;
  const fs::path file = is_folder(options_.out) ? out / sealed.file_name : out;
  write_new_file(file, sealed.bytes, sealed.date);
  if (journal_) {
    try {
      journal_->append([&] { return entries_of(handing, delivery, sealed, ""); });
    } catch (...) {
      ::unlink(file.c_str());
      throw;
    }
  }
  return {file.string(), false};
}

void Sealing::note_referral(const Handing& handing) const {
  if (!journal_) return;
  const std::string source =
      journal_->keyed(joined({handing.scrubbed.text.text(), handing.decision.route}));
  journal_->append([&]() -> std::vector<Entry> {
    if (journal_->find_source(source) && !options_.again) return {};
    Entry entry = entry_of(handing);
    entry.day = day_text(today());
    entry.kind = "referral";
    entry.office = handing.decision.route;
    entry.case_id = journal_->keyed("case " + source).substr(0, case_digits);
    entry.source = source;
    return {entry};
  });
}

}  // namespace report
