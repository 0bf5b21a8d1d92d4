// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>
#include <openssl/err.h>
#include <openssl/rsa.h>

#include "base/error.hpp"
#include "package/der.hpp"
#include "package/envelope.hpp"
#include "package/openssl.hpp"

namespace report {
namespace {

using namespace openssl;

/// OpenSSL's own words name functions and reasons, never content or keys.
[[noreturn]] void failed(std::string_view what) {
  const char* reason = ERR_reason_error_string(ERR_peek_last_error());
  std::string message = fmt::format("{}: {}", what, reason == nullptr ? "no reason given" : reason);
  ERR_clear_error();
  throw Error(Fault::internal, std::move(message));
}

std::string der_of(CMS_ContentInfo* cms) {
  const Bio out = writer();
  if (i2d_CMS_bio(out.get(), cms) != 1) failed("a package cannot be encoded");
  return written(out.get());
}

/// OpenSSL takes the time of the clock unless one is set; the hour of a handover is nobody's.
void set_signing_time(CMS_SignerInfo* signer, std::chrono::sys_days date) {
  const auto seconds = std::chrono::sys_seconds(date).time_since_epoch().count();
  const Time time(ASN1_TIME_set(nullptr, static_cast<time_t>(seconds)));
  if (!time ||
      CMS_signed_add1_attr_by_NID(signer, NID_pkcs9_signingTime, time->type, time.get(), -1) != 1)
    failed("the signing time cannot be set");
}

/// CAdES-BES (ETSI EN 319 122-1): CMS_CADES adds the signing-certificate-v2 attribute.
std::string sign(const std::string& content, const EnvelopeOptions& options) {
  const Chain chain = read_chain(options.seal_certificate);
  X509* certificate = chain.certificate.get();
  const std::string at = options.seal_certificate.string();
  if (const std::string fault = sealer_fault(certificate); !fault.empty())
    throw Error(Fault::usage, fmt::format("{}: {}", at, fault),
                {"give the hotline's own sealing certificate with --seal-cert"});
  const Key key = read_key(options.seal_key, options.ask);
  if (X509_check_private_key(certificate, key.get()) != 1) {
    ERR_clear_error();
    throw Error(Fault::usage,
                fmt::format("{}: is not the key of {}", options.seal_key.string(), at),
                {"give the certificate and the key of one pair"});
  }
  constexpr unsigned int flags = CMS_BINARY | CMS_CADES | CMS_NOSMIMECAP;
  const Cms cms(CMS_sign(nullptr, nullptr, chain.others.get(), nullptr, flags | CMS_PARTIAL));
  if (!cms) failed("a seal cannot be begun");
  CMS_SignerInfo* signer = CMS_add1_signer(cms.get(), certificate, key.get(), EVP_sha256(), flags);
  if (signer == nullptr) failed("the seal cannot be set");
  set_signing_time(signer, options.date);
  const Bio in = reader(content);
  if (CMS_final(cms.get(), in.get(), nullptr, flags) != 1) failed("the seal cannot be set");
  return der_of(cms.get());
}

void use_oaep(CMS_RecipientInfo* recipient) {
  EVP_PKEY_CTX* context = CMS_RecipientInfo_get0_pkey_ctx(recipient);
  if (context == nullptr || EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_OAEP_PADDING) != 1 ||
      EVP_PKEY_CTX_set_rsa_oaep_md(context, EVP_sha256()) != 1 ||
      EVP_PKEY_CTX_set_rsa_mgf1_md(context, EVP_sha256()) != 1)
    failed("RSA-OAEP cannot be set");
}

void use_ecdh(CMS_RecipientInfo* recipient, bool p384) {
  EVP_PKEY_CTX* context = CMS_RecipientInfo_get0_pkey_ctx(recipient);
  EVP_CIPHER_CTX* wrap = CMS_RecipientInfo_kari_get0_ctx(recipient);
  if (context == nullptr || wrap == nullptr ||
      EVP_PKEY_CTX_set_ecdh_kdf_md(context, p384 ? EVP_sha384() : EVP_sha256()) != 1 ||
      EVP_EncryptInit_ex(wrap, EVP_aes_256_wrap(), nullptr, nullptr, nullptr) != 1)
    failed("ECDH cannot be set");
}

void add_recipient(CMS_ContentInfo* cms, const std::filesystem::path& path) {
  const Chain chain = read_chain(path);
  X509* certificate = chain.certificate.get();
  if (const std::string fault = recipient_fault(certificate); !fault.empty())
    throw Error(Fault::refused, fmt::format("{}: {}", path.string(), fault));
  CMS_RecipientInfo* recipient =
      CMS_add1_recipient_cert(cms, certificate, CMS_USE_KEYID | CMS_KEY_PARAM);
  if (recipient == nullptr) failed("a recipient cannot be added");
  if (CMS_RecipientInfo_type(recipient) == CMS_RECIPINFO_TRANS)
    use_oaep(recipient);
  else
    use_ecdh(recipient, key_name(certificate) == "EC P-384");
}

std::string encrypt(const std::string& content, const EnvelopeOptions& options) {
  constexpr unsigned int flags = CMS_BINARY;
  const Cms cms(CMS_encrypt(nullptr, nullptr, EVP_aes_256_gcm(), flags | CMS_PARTIAL));
  if (!cms) failed("an envelope cannot be begun");
  for (const auto& path : options.recipients) add_recipient(cms.get(), path);
  const Bio in = reader(content);
  if (CMS_final(cms.get(), in.get(), nullptr, flags) != 1) failed("the envelope cannot be closed");
  return der_of(cms.get());
}

}  // namespace

std::string seal_parts(const Files& files, const EnvelopeOptions& options) {
  if (options.recipients.empty())
    throw Error(Fault::usage, "a package without a recipient",
                {"name the directory of offices with --recipients"});
  if (options.recipients.size() > most_recipients)
    throw Error(Fault::usage, fmt::format("{} recipients; a package has {} at most",
                                          options.recipients.size(), most_recipients));
  std::string package = encrypt(write_sealed(sign(write_parts(files), options)), options);
  if (!read_envelope(package)) throw Error(Fault::internal, "a package of another form was made");
  return package;
}

}  // namespace report
