// SPDX-License-Identifier: EUPL-1.2
// OpenSSL's objects with an owner, and its certificates, keys and trust read from files. For the
// sources of this stage only.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include "base/error.hpp"
#include "package/certificates.hpp"

namespace report::openssl {

template <auto free_object>
struct Free {
  template <typename Object>
  void operator()(Object* object) const {
    free_object(object);
  }
};
inline void free_certificates(STACK_OF(X509) * stack) { sk_X509_pop_free(stack, X509_free); }

using Bio = std::unique_ptr<BIO, Free<BIO_free_all>>;
using Certificate = std::unique_ptr<X509, Free<X509_free>>;
using Certificates = std::unique_ptr<STACK_OF(X509), Free<free_certificates>>;
using Cms = std::unique_ptr<CMS_ContentInfo, Free<CMS_ContentInfo_free>>;
using Key = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>>;
using Store = std::unique_ptr<X509_STORE, Free<X509_STORE_free>>;
using StoreContext = std::unique_ptr<X509_STORE_CTX, Free<X509_STORE_CTX_free>>;
using Time = std::unique_ptr<ASN1_TIME, Free<ASN1_TIME_free>>;

/// Error{usage} about one of one's own files; clears OpenSSL's own errors.
Error unusable(const std::filesystem::path& path, const Message& what,
               std::vector<Message> hints = {});
/// The bytes of a certificate or key file; that it cannot be read is a fault of the call.
std::string read_setting(const std::filesystem::path& path);

/// A BIO that reads `bytes`, which must outlive it.
Bio reader(std::string_view bytes);
/// A BIO that collects bytes in memory that is wiped when it is freed.
Bio writer();
std::string written(BIO* bio);

/// The first certificate of a PEM file (or the one of a DER file) and those after it. Throws
/// Error{usage}.
struct Chain {
  Certificate certificate;
  Certificates others;
};
Chain read_chain(const std::filesystem::path& path);

/// A trust bundle and the revocation lists inside and beside it, set to check strictly. Throws
/// Error{usage}.
struct Trust {
  Store store;
  std::vector<std::string> sealers;  // fingerprints of the leaf certificates in the bundle
};
Trust read_trust(const std::filesystem::path& path);

/// Hex of the subjectKeyIdentifier; empty without one.
std::string key_id(X509* certificate);
/// SHA-256 of the DER, hex.
std::string fingerprint(X509* certificate);
/// "RSA-3072", "EC P-256".
std::string key_name(X509* certificate);
/// Common name and organisation for people: "CN=Vertrouwenslijn,O=..." (RFC 2253).
std::string subject(X509* certificate);
/// The first e-mail address of the certificate; empty without one, and when it is none that can
/// stand in the head of a mail.
std::string mail_address(X509* certificate);
/// "2026-11-24"; empty when the time cannot be read.
std::string date(const ASN1_TIME* time);

/// Why the chain to the trust does not hold; empty when it does. `purpose` is one of
/// X509_PURPOSE_*, 0 for none.
Message chain_fault(X509* certificate, STACK_OF(X509) * others, X509_STORE* trust, int purpose);
/// Why a package cannot be encrypted to this certificate's key; empty when it can.
Message recipient_fault(X509* certificate);
/// Why this certificate cannot seal; empty when it can.
Message sealer_fault(X509* certificate);

}  // namespace report::openssl
