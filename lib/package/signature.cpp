// SPDX-License-Identifier: EUPL-1.2
#include "package/signature.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <openssl/err.h>

#include "base/error.hpp"
#include "package/der.hpp"

namespace report::openssl {
namespace {

/// OpenSSL takes the time of the clock unless one is set; the hour of a handover is nobody's.
void set_signing_time(CMS_SignerInfo* signer, std::chrono::sys_days date) {
  const auto seconds = std::chrono::sys_seconds(date).time_since_epoch().count();
  const Time time(ASN1_TIME_set(nullptr, static_cast<time_t>(seconds)));
  if (!time ||
      CMS_signed_add1_attr_by_NID(signer, NID_pkcs9_signingTime, time->type, time.get(), -1) != 1)
    failed("the signing time cannot be set");
}

std::string_view der_of(const X509_NAME* name) {
  const unsigned char* bytes = nullptr;
  std::size_t size = 0;
  if (name == nullptr || X509_NAME_get0_der(name, &bytes, &size) != 1) return {};
  return {reinterpret_cast<const char*>(bytes), size};
}

/// What CMS_verify does not look at: the name of the algorithm, the spelling of the issuer by which
/// the certificate is found.
bool plain_form(CMS_SignerInfo* info, X509* signer, const X509_ALGOR& signature) {
  const int algorithm = OBJ_obj2nid(signature.algorithm);
  const bool rsa = EVP_PKEY_is_a(X509_get0_pubkey(signer), "RSA") == 1;
  if (rsa ? algorithm != NID_rsaEncryption && algorithm != NID_sha256WithRSAEncryption
          : algorithm != NID_ecdsa_with_SHA256)
    return false;
  X509_NAME* issuer = nullptr;
  if (CMS_SignerInfo_get0_signer_id(info, nullptr, &issuer, nullptr) != 1) return false;
  return issuer != nullptr && der_of(issuer) == der_of(X509_get_issuer_name(signer));
}

/// The one signer's certificate, when the signature and all about it hold.
X509* verified_signer(CMS_ContentInfo* cms, const Trust& trust, bool pinned, BIO* content) {
  if (OBJ_obj2nid(CMS_get0_type(cms)) != NID_pkcs7_signed ||
      OBJ_obj2nid(CMS_get0_eContentType(cms)) != NID_pkcs7_data)
    return nullptr;
  STACK_OF(CMS_SignerInfo)* infos = CMS_get0_SignerInfos(cms);
  if (sk_CMS_SignerInfo_num(infos) != 1) return nullptr;
  constexpr unsigned int flags = CMS_BINARY | CMS_CADES;
  if (CMS_verify(cms, nullptr, trust.store.get(), nullptr, content, flags) != 1) return nullptr;
  X509* signer = nullptr;
  X509_ALGOR* signature = nullptr;
  CMS_SignerInfo* info = sk_CMS_SignerInfo_value(infos, 0);
  CMS_SignerInfo_get0_algs(info, nullptr, &signer, nullptr, &signature);
  if (signer == nullptr || !sealer_fault(signer).empty()) return nullptr;
  if (!plain_form(info, signer, *signature)) return nullptr;
  if (pinned && !trust.sealers.empty() &&
      std::ranges::find(trust.sealers, fingerprint(signer)) == trust.sealers.end())
    return nullptr;
  return signer;
}

std::string signing_date(CMS_ContentInfo* cms) {
  CMS_SignerInfo* info = sk_CMS_SignerInfo_value(CMS_get0_SignerInfos(cms), 0);
  const int at = CMS_signed_get_attr_by_NID(info, NID_pkcs9_signingTime, -1);
  if (at < 0) return {};
  const ASN1_TYPE* value = X509_ATTRIBUTE_get0_type(CMS_signed_get_attr(info, at), 0);
  if (value == nullptr || (value->type != V_ASN1_UTCTIME && value->type != V_ASN1_GENERALIZEDTIME))
    return {};
  return date(value->value.asn1_string);
}

}  // namespace

void failed(std::string_view what) {
  const char* reason = ERR_reason_error_string(ERR_peek_last_error());
  std::string message = fmt::format("{}: {}", what, reason == nullptr ? "no reason given" : reason);
  ERR_clear_error();
  throw Error(Fault::internal, Message::as_is(message));
}

std::string der_of(CMS_ContentInfo* cms) {
  const Bio out = writer();
  if (i2d_CMS_bio(out.get(), cms) != 1) failed("a package cannot be encoded");
  return written(out.get());
}

Cms parse(std::string_view der) {
  const auto* data = reinterpret_cast<const unsigned char*>(der.data());
  const auto* end = data + der.size();
  Cms cms(d2i_CMS_ContentInfo(nullptr, &data, static_cast<long>(der.size())));
  if (data != end) return nullptr;
  return cms;
}

/// CAdES-BES (ETSI EN 319 122-1): CMS_CADES adds the signing-certificate-v2 attribute.
std::string sign(const std::string& content, const Identity& identity, std::chrono::sys_days date) {
  constexpr unsigned int flags = CMS_BINARY | CMS_CADES | CMS_NOSMIMECAP;
  const Cms cms(
      CMS_sign(nullptr, nullptr, identity.chain.others.get(), nullptr, flags | CMS_PARTIAL));
  if (!cms) failed("a seal cannot be begun");
  CMS_SignerInfo* signer = CMS_add1_signer(cms.get(), identity.chain.certificate.get(),
                                           identity.key.get(), EVP_sha256(), flags);
  if (signer == nullptr) failed("the seal cannot be set");
  set_signing_time(signer, date);
  const Bio in = reader(content);
  if (CMS_final(cms.get(), in.get(), nullptr, flags) != 1) failed("the seal cannot be set");
  return der_of(cms.get());
}

std::optional<Signed> verify(std::string_view der, const Trust& trust, bool pinned) {
  if (!has_seal_form(der)) return {};
  const Cms cms = parse(der);
  if (!cms) return {};
  const Bio content = writer();
  X509* signer = verified_signer(cms.get(), trust, pinned, content.get());
  if (signer == nullptr) return {};
  X509_up_ref(signer);
  Signed found{Certificate(signer), signing_date(cms.get()), written(content.get())};
  if (found.day.empty()) return {};
  return found;
}

}  // namespace report::openssl
