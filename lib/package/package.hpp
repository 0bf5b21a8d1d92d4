// SPDX-License-Identifier: EUPL-1.2
// The sealed, encrypted handover: CMS AuthEnvelopedData (RFC 5083) around a CAdES-BES SignedData
// (RFC 5126) around one MIME multipart. The form is laid down in report-package(5).
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/day.hpp"
#include "classify/classify.hpp"
#include "package/certificates.hpp"
#include "package/envelope.hpp"
#include "route/route.hpp"
#include "scrub/scrub.hpp"

namespace report {

struct SealOptions {
  std::filesystem::path seal_certificate;  // empty: in the PKCS #12 file of the key
  std::filesystem::path seal_key;          // PEM, PKCS #12, or a "pkcs11:" URI
  std::filesystem::path trust;
  AskPassphrase ask;  // for a seal key that has a passphrase
};

/// One handover, beside the note and the decision.
struct Delivery {
  std::vector<Recipient> recipients;  // one or more; each is checked before anything is sealed
  std::vector<std::string> subjects;  // --subject-from: goes into manifest.json, nowhere else
  Profile profile = Profile::gcm;
  bool hide_recipients = false;
  /// Hexadecimal digits for the file name (12) and the case (16); empty: random.
  std::string name_digits, case_digits;
  /// The signing time is its midnight, UTC; the manifest has its month.
  std::chrono::sys_days date = today();
};

/// Larger ones are refused unread; in bytes.
inline constexpr std::size_t largest_package = 64U << 20U;

/// A sealed package in memory.
struct Sealed {
  std::string file_name;       // handover-<12 hex>.p7m or .eml
  std::string bytes;           // DER, or a mail
  std::chrono::sys_days date;  // for write_new_file: no time of day in the folder either
  std::string case_id;
};

/// handover-<digits>.p7m or .eml
std::string package_name(const std::string& digits, Profile profile);

/// The hotline's seal and the trust bundle, read once for any number of packages. Safe from many
/// threads.
class Seal {
 public:
  /// Throws Error{usage} for the seal's own certificate or key and for the bundle.
  explicit Seal(const SealOptions& options);

  /// Makes the package of a decision whose gates are passed. Throws Error{refused} when the
  /// decision is not ready or no handover route, when a recipient's certificate is not fit or its
  /// office is the accused's; Error{usage} as Sealer::seal().
  [[nodiscard]] Sealed seal(const Scrubbed& scrubbed, const Classification& classification,
                            const Decision& decision, const std::string& rulebook_digest,
                            const Delivery& delivery) const;

  /// A package with nothing but an invented note in it, for a recipient to try its key on.
  /// Throws as seal().
  [[nodiscard]] Sealed seal_trial(const Delivery& delivery) const;

 private:
  struct Own;
  std::shared_ptr<Own> own_;
};

/// What `open` can say of a package.
enum class Verdict { verified, not_opened };

struct Opened {
  Verdict verdict = Verdict::not_opened;
  std::string sealer;                                      // subject of the sealing certificate
  std::string sealed_on;                                   // date
  std::vector<std::pair<std::string, std::string>> files;  // name, bytes; only when verified
};

/// Strict look at the DER, decrypt to memory, verify the seal against `trust`, check the manifest's
/// digests and that the certificate is among its recipients. All that can be wrong with the package
/// gives the one verdict not_opened; a key or certificate of one's own that cannot be used throws
/// Error{usage}.
Opened open_package(const std::string& bytes, const std::filesystem::path& certificate,
                    const std::filesystem::path& key, const std::filesystem::path& trust,
                    const AskPassphrase& ask = {});

/// What the envelope shows to anyone. Throws Error{refused} when it is no package.
struct Envelope {
  std::string profile;         // "gcm", "mail"
  std::string content_cipher;  // "AES-256-GCM", "AES-256-CBC"
  struct To {
    std::string kind;    // "RSA-OAEP-SHA256", "ECDH P-256"
    std::string key_id;  // hex
  };
  std::vector<To> recipients;
  std::size_t size = 0;          // of the package, bytes
  std::size_t content_size = 0;  // of the encrypted content, bytes
};
Envelope inspect_package(const std::string& bytes);

/// A warning for people when the OpenSSL at run time is older than 3.0.22, the first that keeps
/// unverified plaintext back and has no known fault in opening CMS; nothing when it is not.
std::optional<Message> openssl_warning();

}  // namespace report
