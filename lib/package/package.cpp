// SPDX-License-Identifier: EUPL-1.2
#include "package/package.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <openssl/crypto.h>

#include "base/digest.hpp"
#include "base/error.hpp"
#include "package/der.hpp"
#include "package/envelope.hpp"
#include "package/letter.hpp"
#include "package/manifest.hpp"
#include "package/openssl.hpp"

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
                fmt::format("the gate '{}' holds this note", decision.holds.front().gate),
                {"a person lifts a gate with --lift GATE --because TEXT"})
        .with_code("held");
  if (decision.route != "rijksrecherche" && decision.route != "employer")
    throw Error(Fault::refused, fmt::format("the route '{}' is no handover", decision.route))
        .with_code("no_handover");
}

/// The route never names the accused's own office; this is the last door, for a recipient that a
/// person chose.
void check_conflict(const Decision& decision, const Recipient& recipient) {
  if (!decision.accused_office || *decision.accused_office != recipient.office) return;
  if (!recipient.organisation.empty() && decision.organisation &&
      recipient.organisation != *decision.organisation)
    return;
  throw Error(Fault::refused,
              fmt::format("a package never goes to the office of the person accused ({})",
                          recipient.office),
              {"name another office with --to"})
      .with_code("conflict");
}

std::vector<Handover::To> check_recipients(const Decision& decision, const SealOptions& options) {
  std::vector<Handover::To> checked;
  for (const Recipient& recipient : options.recipients) {
    check_conflict(decision, recipient);
    CertificateState state = check_certificate(recipient, options.trust);
    if (!state.valid)
      throw Error(Fault::refused,
                  fmt::format("{}: the certificate of {}: {}", recipient.certificate.string(),
                              recipient.office, state.reason),
                  {"report recipients check tells the state of every certificate"})
          .with_code("certificate");
    checked.push_back({recipient, std::move(state)});
  }
  return checked;
}

/// A seal that the receiver must refuse is not worth setting.
void check_own_seal(const SealOptions& options) {
  const openssl::Trust trust = openssl::read_trust(options.trust);
  const openssl::Chain chain = openssl::read_chain(options.seal_certificate);
  std::string fault = openssl::sealer_fault(chain.certificate.get());
  if (fault.empty())
    fault = openssl::chain_fault(chain.certificate.get(), chain.others.get(), trust.store.get(),
                                 X509_PURPOSE_SMIME_SIGN);
  if (!fault.empty())
    throw Error(Fault::usage, fmt::format("{}: {}", options.seal_certificate.string(), fault),
                {"give the hotline's own sealing certificate with --seal-cert"});
}

}  // namespace

Sealed seal(const Scrubbed& scrubbed, const Classification& classification,
            const Decision& decision, const std::string& rulebook_digest,
            const SealOptions& options) {
  check_decision(decision);
  check_own_seal(options);
  constexpr std::size_t name_bytes = 6;
  constexpr std::size_t case_bytes = 8;
  Sealed sealed{fmt::format("handover-{}.p7m", random_hex(name_bytes)), {}, options.date};
  const Handover handover{random_hex(case_bytes), month_of(options.date), sealed.file_name,
                          check_recipients(decision, options), options.subjects};
  EnvelopeOptions envelope{
      options.seal_certificate, options.seal_key, options.ask, {}, options.date};
  for (const auto& to : handover.recipients)
    envelope.recipients.push_back(to.recipient.certificate);
  if (envelope.recipients.empty())
    throw Error(Fault::usage, "a package without a recipient",
                {"name the directory of offices with --recipients"});
  Files files{{"brief.txt", write_letter(handover, classification, decision)},
              {"LEESMIJ.txt", write_explanation(handover)},
              {"melding.txt", scrubbed.text.text()}};
  files.emplace_back("manifest.json", write_manifest(handover, scrubbed.counts, classification,
                                                     decision, rulebook_digest, files));
  sealed.bytes = seal_parts(files, envelope);
  return sealed;
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
    throw Error(Fault::refused, "this is no package, or a damaged one",
                {"a package is one DER file of the form in report-package(5)"})
        .with_code("no_package");
  return *std::move(envelope);
}

std::optional<std::string> openssl_warning() {
  // OPENSSL_VERSION_NUMBER is 0xMNN00PP0.
  constexpr unsigned long first_good = 0x30000160UL;
  if (OpenSSL_version_num() >= first_good) return {};
  return fmt::format(
      "this is {}; before 3.0.22 it has known faults in opening packages: update OpenSSL",
      OpenSSL_version(OPENSSL_VERSION_STRING));
}

}  // namespace report
