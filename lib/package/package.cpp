// SPDX-License-Identifier: EUPL-1.2
#include "package/package.hpp"

#include <map>
#include <mutex>

#include <fmt/format.h>
#include <openssl/crypto.h>

#include "base/digest.hpp"
#include "base/error.hpp"
#include "package/der.hpp"
#include "package/envelope.hpp"
#include "package/letter.hpp"
#include "package/manifest.hpp"
#include "text/normal.hpp"

namespace report {
namespace {

std::string month_of(std::chrono::sys_days date) {
  const std::chrono::year_month_day day(date);
  return fmt::format("{:04}-{:02}", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()));
}

void check_decision(const Decision& decision) {
  if (!decision.ready())
    throw Error(Fault::refused,
                say({"het slot '{}' houdt deze notitie vast", "the gate '{}' holds this note"},
                    decision.holds.front().gate),
                {say({"een mens heft een slot op met --lift SLOT --because TEKST",
                      "a person lifts a gate with --lift GATE --because TEXT"})})
        .with_code("held");
  if (decision.route != "rijksrecherche" && decision.route != "employer")
    throw Error(
        Fault::refused,
        say({"de route '{}' is geen overdracht", "the route '{}' is no handover"}, decision.route))
        .with_code("no_handover");
}

/// The route never names the accused's own office; this is the last door, for a recipient that a
/// person chose.
void check_conflict(const Decision& decision, const Recipient& recipient) {
  if (!decision.accused_office || fold(*decision.accused_office) != fold(recipient.office)) return;
  if (!recipient.organisation.empty() && decision.organisation &&
      fold(recipient.organisation) != fold(*decision.organisation))
    return;
  throw Error(Fault::refused,
              say({"een pakket gaat nooit naar het ambt van de beschuldigde ({})",
                   "a package never goes to the office of the person accused ({})"},
                  recipient.office),
              {say({"noem een ander ambt met --to", "name another office with --to"})})
      .with_code("conflict");
}

/// What a package is about, once all is checked.
struct Content {
  const Scrubbed& scrubbed;
  const Classification& classification;
  const Decision& decision;
  const std::string& rulebook_digest;
};

EnvelopeOptions envelope_of(const Handover& handover, const Delivery& delivery) {
  EnvelopeOptions envelope{.recipients = {},
                           .date = delivery.date,
                           .profile = delivery.profile,
                           .shown_ids = handover.shown_ids};
  for (const auto& to : handover.recipients)
    envelope.recipients.push_back({to.recipient.certificate, to.state.fingerprint});
  return envelope;
}

Files files_of(const Handover& handover, const Content& content) {
  Files files{{"brief.txt", write_letter(handover, content.classification, content.decision)},
              {"LEESMIJ.txt", write_explanation(handover)},
              {"melding.txt", content.scrubbed.text.text()}};
  files.emplace_back("manifest.json",
                     write_manifest(handover, content.scrubbed.counts, content.classification,
                                    content.decision, content.rulebook_digest, files));
  return files;
}

}  // namespace

struct Seal::Own {
  Sealer sealer;
  Authorities authorities;
  std::mutex mutex;
  /// Of a certificate that was fit a moment ago the chain is not walked again for each note.
  std::map<std::pair<std::filesystem::path, std::string>, CertificateState> fit;

  CertificateState state_of(const Recipient& recipient) {
    const std::pair key{recipient.certificate, recipient.fingerprint};
    const std::lock_guard lock(mutex);
    if (const auto known = fit.find(key); known != fit.end()) return known->second;
    CertificateState state = authorities.check(recipient);
    if (!state.valid)
      throw Error(Fault::refused,
                  say({"{}: het certificaat van {}: {}", "{}: the certificate of {}: {}"},
                      recipient.certificate.string(), recipient.office, state.reason),
                  {say({"report recipients check noemt de toestand van elk certificaat",
                        "report recipients check tells the state of every certificate"})})
          .with_code("certificate");
    return fit.emplace(key, std::move(state)).first->second;
  }

  Handover handover(const Delivery& delivery) {
    constexpr std::size_t name_bytes = 6;
    constexpr std::size_t case_bytes = 8;
    if (delivery.recipients.empty())
      throw Error(Fault::usage,
                  say({"een pakket zonder ontvanger", "a package without a recipient"}),
                  {say({"noem de map met ontvangers met --recipients",
                        "name the directory of offices with --recipients"})});
    Handover handover{
        .case_id = delivery.case_digits.empty() ? random_hex(case_bytes) : delivery.case_digits,
        .month = month_of(delivery.date),
        .file_name = package_name(
            delivery.name_digits.empty() ? random_hex(name_bytes) : delivery.name_digits,
            delivery.profile),
        .recipients = {},
        .subjects = delivery.subjects,
        .profile = delivery.profile,
        .shown_ids = {}};
    if (delivery.hide_recipients) handover.shown_ids = random_ids(delivery.recipients.size());
    for (const Recipient& recipient : delivery.recipients)
      handover.recipients.push_back({recipient, state_of(recipient)});
    return handover;
  }
};

std::string package_name(const std::string& digits, Profile profile) {
  return fmt::format("handover-{}.{}", digits, profile == Profile::mail ? "eml" : "p7m");
}

Seal::Seal(const SealOptions& options)
    : own_(new Own{Sealer({.certificate = options.seal_certificate,
                           .key = options.seal_key,
                           .ask = options.ask}),
                   Authorities(options.trust),
                   {},
                   {}}) {
  // A seal that the receiver must refuse is not worth setting.
  if (Message fault = own_->sealer.fault(options.trust); !fault.empty())
    throw Error(Fault::usage, std::move(fault),
                {say({"geef het eigen zegelcertificaat van de lijn met --seal-cert",
                      "give the hotline's own sealing certificate with --seal-cert"})});
}

Sealed Seal::seal(const Scrubbed& scrubbed, const Classification& classification,
                  const Decision& decision, const std::string& rulebook_digest,
                  const Delivery& delivery) const {
  check_decision(decision);
  for (const Recipient& recipient : delivery.recipients) check_conflict(decision, recipient);
  const Handover handover = own_->handover(delivery);
  const Files files = files_of(handover, {scrubbed, classification, decision, rulebook_digest});
  return {handover.file_name, own_->sealer.seal(files, envelope_of(handover, delivery)),
          delivery.date, handover.case_id};
}

Sealed Seal::seal_trial(const Delivery& delivery) const {
  const Handover handover = own_->handover(delivery);
  Files files{{"brief.txt", write_trial_letter(handover)},
              {"LEESMIJ.txt", write_explanation(handover)},
              {"melding.txt", std::string(trial_note)}};
  files.emplace_back("manifest.json", write_trial_manifest(handover, files));
  return {handover.file_name, own_->sealer.seal(files, envelope_of(handover, delivery)),
          delivery.date, handover.case_id};
}

Opened open_package(const std::string& bytes, const std::filesystem::path& certificate,
                    const std::filesystem::path& key, const std::filesystem::path& trust,
                    const AskPassphrase& ask) {
  auto opened = Opener({certificate, key, trust, ask}).open(bytes);
  if (!opened) return {};
  return {Verdict::verified, std::move(opened->first.sealer), std::move(opened->first.sealed_on),
          std::move(opened->second)};
}

Envelope inspect_package(const std::string& bytes) {
  auto envelope = read_envelope(bytes);
  if (!envelope)
    throw Error(
        Fault::refused,
        say({"dit is geen pakket, of een beschadigd", "this is no package, or a damaged one"}),
        {say({"een pakket is een enkel DER-bestand van de vorm in report-package(5)",
              "a package is one DER file of the form in report-package(5)"})})
        .with_code("no_package");
  return *std::move(envelope);
}

std::optional<Message> openssl_warning() {
  // OPENSSL_VERSION_NUMBER is 0xMNN00PP0.
  constexpr unsigned long first_good = 0x30000160UL;
  if (OpenSSL_version_num() >= first_good) return {};
  return say({"dit is {}; voor 3.0.22 heeft het bekende fouten bij het openen van pakketten: werk "
              "OpenSSL bij",
              "this is {}; before 3.0.22 it has known faults in opening packages: update OpenSSL"},
             OpenSSL_version(OPENSSL_VERSION_STRING));
}

}  // namespace report
