// SPDX-License-Identifier: EUPL-1.2
// The cryptography of a package over plain files, below the promise of package.hpp that only a
// scrubbed text gets into one. For Seal, open_package() and their tests.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "package/certificates.hpp"
#include "package/mime.hpp"

namespace report {

struct SealerOptions {
  std::filesystem::path certificate;  // empty: in the PKCS #12 file of the key
  std::filesystem::path key;          // PEM, PKCS #12, or a "pkcs11:" URI
  AskPassphrase ask;
  /// What to do about a certificate that cannot sign.
  Message hint = say({"geef het eigen zegelcertificaat van de lijn met --seal-cert",
                      "give the hotline's own sealing certificate with --seal-cert"});
};

struct EnvelopeOptions {
  /// Certificates, checked by the caller; a fingerprint makes sure that it is still the one
  /// checked.
  struct To {
    std::filesystem::path certificate;
    std::string fingerprint;
  };
  std::vector<To> recipients;
  std::chrono::sys_days date;  // the signing time is its midnight, UTC
  Profile profile = Profile::gcm;
  /// Key ids (hexadecimal, 20 bytes) to show in place of the recipients' own; those beyond the
  /// recipients are of dummies that nobody can open. Empty: the recipients' own. Profile gcm only.
  std::vector<std::string> shown_ids;
};

/// Random key ids to hide so many recipients behind: at least 4, or their number would tell.
std::vector<std::string> random_ids(std::size_t recipients);

/// The sealing certificate and key, and recipients' certificates, read once for any number of
/// packages. Safe from many threads.
class Sealer {
 public:
  /// Throws Error{usage} for a certificate that cannot seal, and as read_identity().
  explicit Sealer(const SealerOptions& options);

  /// A package as it is written to a file. Throws Error{usage} for no or more than 16 recipients,
  /// and for the profile mail without an e-mail address in the sealing certificate;
  /// Error{refused} for a recipient's certificate; Error{internal} when OpenSSL fails.
  [[nodiscard]] std::string seal(const Files& files, const EnvelopeOptions& options) const;

  /// Why a package with this seal would not verify against the bundle; empty when it would.
  [[nodiscard]] Message fault(const std::filesystem::path& trust) const;

  /// CAdES-BES over these bytes, opaque, in DER, with midnight of that day as its time. Throws
  /// Error{usage} for a day before the certificate begins.
  [[nodiscard]] std::string sign(const std::string& content, std::chrono::sys_days date) const;

 private:
  struct Own;
  std::shared_ptr<Own> own_;
};

/// What the seal says.
struct Unsealed {
  std::string sealer;     // subject
  std::string sealed_on;  // date
};

struct OpenOptions {
  std::filesystem::path certificate;  // empty: in the PKCS #12 file of the key
  std::filesystem::path key;          // PEM, PKCS #12, or a "pkcs11:" URI
  std::filesystem::path trust;
  AskPassphrase ask;
};

/// One's own certificate, key and trust, read once for any number of packages. open() is safe from
/// many threads.
class Opener {
 public:
  /// Throws Error{usage} for what is wrong with one's own files.
  explicit Opener(const OpenOptions& options);

  /// Looks at the DER, decrypts, verifies, checks the manifest's digests and recipients; nothing
  /// for whatever is wrong with the package.
  [[nodiscard]] std::optional<std::pair<Unsealed, Files>> open(const std::string& bytes) const;

 private:
  struct Own;
  std::shared_ptr<const Own> own_;
};

}  // namespace report
