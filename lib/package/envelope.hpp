// SPDX-License-Identifier: EUPL-1.2
// The cryptography of a package over plain files, below the promise of package.hpp that only a
// scrubbed text gets into one. For seal(), open_package() and their tests.
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

struct EnvelopeOptions {
  std::filesystem::path seal_certificate;
  std::filesystem::path seal_key;
  AskPassphrase ask;
  std::vector<std::filesystem::path> recipients;  // certificates, checked by the caller
  std::chrono::sys_days date;                     // the signing time is its midnight, UTC
};

/// DER of the AuthEnvelopedData. Throws Error{usage} for the seal's key and certificate and for no
/// or more than 16 recipients, Error{internal} when OpenSSL fails.
std::string seal_parts(const Files& files, const EnvelopeOptions& options);

/// What the seal says.
struct Unsealed {
  std::string sealer;     // subject
  std::string sealed_on;  // date
};

struct OpenOptions {
  std::filesystem::path certificate;
  std::filesystem::path key;
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
