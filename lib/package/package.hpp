// SPDX-License-Identifier: EUPL-1.2
// The sealed, encrypted handover: CMS AuthEnvelopedData (RFC 5083) around a CAdES-BES SignedData
// (RFC 5126) around one MIME multipart. The form is laid down in report-package(5).
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "classify/classify.hpp"
#include "package/certificates.hpp"
#include "route/route.hpp"
#include "scrub/scrub.hpp"

namespace report {

struct SealOptions {
  std::filesystem::path seal_certificate;
  std::filesystem::path seal_key;
  std::filesystem::path trust;
  std::vector<Recipient> recipients;  // one or more; each is checked before anything is sealed
  std::vector<std::string> subjects;  // --subject-from: goes into manifest.json, nowhere else
  AskPassphrase ask;                  // for a seal key that has a passphrase
  /// The signing time is its midnight, UTC; the manifest has its month.
  std::chrono::sys_days date =
      std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
};

/// A sealed package in memory.
struct Sealed {
  std::string file_name;       // handover-<12 random hex>.p7m
  std::string bytes;           // DER
  std::chrono::sys_days date;  // for write_new_file: no time of day in the folder either
};

/// Makes the package of a decision whose gates are passed. Throws Error{refused} when the decision
/// is not ready or no handover route, when a recipient's certificate is not fit or its office is
/// the accused's; Error{usage} for the seal's own certificate or key.
Sealed seal(const Scrubbed& scrubbed, const Classification& classification,
            const Decision& decision, const std::string& rulebook_digest,
            const SealOptions& options);

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
  std::string profile;         // "gcm"
  std::string content_cipher;  // "AES-256-GCM"
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
std::optional<std::string> openssl_warning();

}  // namespace report
