// SPDX-License-Identifier: EUPL-1.2
// Recipients' certificates and the directory of offices. OpenSSL stays behind this header.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/message.hpp"

namespace report {

/// Asks a person for the passphrase of this key file. Called only for a key that has one.
using AskPassphrase = std::function<std::string(const std::filesystem::path& key)>;

/// One office of the directory: rules of its YAML file are in report-package(5).
struct Recipient {
  std::string office;        // "rijksrecherche", "burgemeester"
  std::string organisation;  // "gemeente Zeist"; empty when the office has no other
  std::filesystem::path certificate;
  std::string fingerprint;  // SHA-256 of the DER, pinned; lower-case hex; empty: not pinned
  bool mail = false;        // this office opens its packages in a mail program
  std::string receipt_fingerprint{};  // pinned certificate that signs its receipts; may be empty
};

/// What a look at one recipient's certificate says.
struct CertificateState {
  bool valid = false;
  Message reason;      // "expired on 2026-01-01", "revoked", "no key agreement"; empty if valid
  std::string key;     // "RSA-3072", "EC P-256"
  std::string key_id;  // subjectKeyIdentifier, hex
  std::string fingerprint;  // SHA-256 of the DER, hex
  std::string not_after;    // date, ISO 8601
  int days_left = 0;
};

/// The office of one YAML file: an entry for each of its certificates. Throws Error{rules}.
std::vector<Recipient> read_office_file(const std::filesystem::path& file);

/// Reads every *.yaml of the folder; faults have file, line and column. An office with several
/// certificates gives one entry each, one behind the other. Throws Error{rules}.
std::vector<Recipient> read_directory(const std::filesystem::path& folder);

/// The trust bundle, read once for any number of certificates. check() is safe from many threads.
class Authorities {
 public:
  /// Throws Error{usage} for an unreadable bundle.
  explicit Authorities(const std::filesystem::path& trust);

  /// Chain to the bundle, validity, key usage by kind of key, not a CA, key id present, RSA of 3072
  /// bits or more or P-256/P-384, CRL present and fresh (every *.crl beside the bundle, and CRLs
  /// inside it), and the pinned fingerprint. Never throws for a bad certificate.
  [[nodiscard]] CertificateState check(const Recipient& recipient) const;

  /// The same for a certificate that is to sign receipts: its key usage lets it sign, and nothing
  /// is pinned.
  [[nodiscard]] CertificateState check_signer(const std::filesystem::path& certificate) const;

 private:
  struct Own;
  std::shared_ptr<const Own> own_;
};

/// The same for one certificate.
CertificateState check_certificate(const Recipient& recipient, const std::filesystem::path& trust);

}  // namespace report
