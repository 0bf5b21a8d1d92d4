// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>
#include <openssl/err.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/digest.hpp"
#include "base/error.hpp"
#include "package/der.hpp"
#include "package/envelope.hpp"
#include "package/openssl.hpp"

namespace report {
namespace {

using namespace openssl;

struct ClearErrors {
  ~ClearErrors() { ERR_clear_error(); }
};

/// OpenSSL's locked heap is small (base/secret.hpp); a larger package goes to a memory BIO, which
/// wipes what it gives back.
Bio plaintext_memory(std::size_t size) {
  constexpr std::size_t fits_secure_heap = 64U << 10U;
  if (size <= fits_secure_heap) return Bio(BIO_new(BIO_s_secmem()));
  return writer();
}

Cms parse(std::string_view der) {
  const auto* data = reinterpret_cast<const unsigned char*>(der.data());
  const auto* end = data + der.size();
  Cms cms(d2i_CMS_ContentInfo(nullptr, &data, static_cast<long>(der.size())));
  if (data != end) return nullptr;
  return cms;
}

struct Own {
  Chain chain;
  Key key;
  Trust trust;
};

Own read_own(const OpenOptions& options) {
  Own own{read_chain(options.certificate), nullptr, read_trust(options.trust)};
  own.key = read_key(options.key, options.ask);
  if (X509_check_private_key(own.chain.certificate.get(), own.key.get()) != 1) {
    ERR_clear_error();
    throw Error(Fault::usage,
                fmt::format("{}: is not the key of {}", options.key.string(),
                            options.certificate.string()),
                {"give the certificate and the key of one pair"});
  }
  return own;
}

/// The one signer's certificate, when the signature and all about it hold.
X509* verified_signer(CMS_ContentInfo* cms, const Trust& trust, BIO* content) {
  if (OBJ_obj2nid(CMS_get0_type(cms)) != NID_pkcs7_signed ||
      OBJ_obj2nid(CMS_get0_eContentType(cms)) != NID_pkcs7_data)
    return nullptr;
  STACK_OF(CMS_SignerInfo)* infos = CMS_get0_SignerInfos(cms);
  if (sk_CMS_SignerInfo_num(infos) != 1) return nullptr;
  constexpr unsigned int flags = CMS_BINARY | CMS_CADES;
  if (CMS_verify(cms, nullptr, trust.store.get(), nullptr, content, flags) != 1) return nullptr;
  X509* signer = nullptr;
  X509_ALGOR* digest = nullptr;
  CMS_SignerInfo* info = sk_CMS_SignerInfo_value(infos, 0);
  CMS_SignerInfo_get0_algs(info, nullptr, &signer, &digest, nullptr);
  const int digest_nid = OBJ_obj2nid(digest->algorithm);
  if (digest_nid != NID_sha256 && digest_nid != NID_sha384 && digest_nid != NID_sha512)
    return nullptr;
  if (signer == nullptr || !sealer_fault(signer).empty()) return nullptr;
  if (!trust.sealers.empty() &&
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

std::optional<Unsealed> unseal_with(const std::string& bytes, const Own& own) {
  const auto envelope = read_envelope(bytes);
  if (!envelope) return {};
  const ClearErrors clear;
  const Cms enveloped = parse(bytes);
  if (!enveloped) return {};
  const Bio decrypted = plaintext_memory(envelope->content_size);
  if (CMS_decrypt(enveloped.get(), own.key.get(), own.chain.certificate.get(), nullptr,
                  decrypted.get(), CMS_BINARY) != 1)
    return {};
  char* data = nullptr;
  const long size = BIO_get_mem_data(decrypted.get(), &data);
  if (size <= 0) return {};
  const auto der = read_sealed({data, static_cast<std::size_t>(size)});
  if (!der) return {};
  const Cms sealed = parse(*der);
  if (!sealed) return {};
  const Bio content = writer();
  X509* signer = verified_signer(sealed.get(), own.trust, content.get());
  if (signer == nullptr) return {};
  return Unsealed{written(content.get()), subject(signer), signing_date(sealed.get())};
}

/// The manifest vouches for the three texts, and names whom the hotline sealed this for: else a
/// recipient could encrypt it again, to somebody the hotline never chose.
bool manifest_holds(const Files& files, X509* certificate) {
  const auto manifest = nlohmann::json::parse(files.back().second, nullptr, false);
  if (!manifest.is_object() || !manifest.contains("files") || !manifest.contains("recipients"))
    return false;
  const auto& digests = manifest["files"];
  if (!digests.is_object() || digests.size() != files.size() - 1) return false;
  for (std::size_t i = 0; i + 1 < files.size(); ++i) {
    const auto digest = digests.find(files[i].first);
    if (digest == digests.end() || *digest != sha256_hex(files[i].second)) return false;
  }
  const auto& recipients = manifest["recipients"];
  if (!recipients.is_array()) return false;
  const std::string id = key_id(certificate);
  return std::ranges::any_of(recipients, [&](const auto& recipient) {
    return recipient.is_object() && recipient.contains("key_id") && recipient["key_id"] == id;
  });
}

}  // namespace

std::optional<Unsealed> unseal(const std::string& bytes, const OpenOptions& options) {
  return unseal_with(bytes, read_own(options));
}

std::optional<std::pair<Unsealed, Files>> open_parts(const std::string& bytes,
                                                     const OpenOptions& options) {
  const Own own = read_own(options);
  auto unsealed = unseal_with(bytes, own);
  if (!unsealed) return {};
  auto files = read_parts(unsealed->content);
  if (!files || !manifest_holds(*files, own.chain.certificate.get())) return {};
  return std::pair{std::move(*unsealed), std::move(*files)};
}

}  // namespace report
