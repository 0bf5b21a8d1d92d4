// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <openssl/err.h>

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
  if (OBJ_obj2nid(digest->algorithm) != NID_sha256) return nullptr;
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

using Pair = std::pair<const Certificate&, const Key&>;

/// The DER of the SignedData in a package, as far as decryption goes.
std::optional<std::string> decrypt(const std::string& bytes, const Pair& own) {
  const auto envelope = read_envelope(bytes);
  if (!envelope) return {};
  const Cms enveloped = parse(bytes);
  if (!enveloped) return {};
  const Bio decrypted = plaintext_memory(envelope->content_size);
  if (CMS_decrypt(enveloped.get(), own.second.get(), own.first.get(), nullptr, decrypted.get(),
                  CMS_BINARY) != 1)
    return {};
  char* data = nullptr;
  const long size = BIO_get_mem_data(decrypted.get(), &data);
  if (size <= 0) return {};
  return read_sealed({data, static_cast<std::size_t>(size)});
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

struct Opener::Own {
  Chain chain;
  Key key;
  Trust trust;
};

Opener::Opener(const OpenOptions& options)
    : own_(std::make_shared<const Own>(Own{read_chain(options.certificate),
                                           read_key(options.key, options.ask),
                                           read_trust(options.trust)})) {
  if (X509_check_private_key(own_->chain.certificate.get(), own_->key.get()) == 1) return;
  ERR_clear_error();
  throw Error(
      Fault::usage,
      fmt::format("{}: is not the key of {}", options.key.string(), options.certificate.string()),
      {"give the certificate and the key of one pair"});
}

std::optional<std::pair<Unsealed, Files>> Opener::open(const std::string& bytes) const {
  const ClearErrors clear;
  const auto der = decrypt(bytes, {own_->chain.certificate, own_->key});
  if (!der) return {};
  const Cms sealed = parse(*der);
  if (!sealed) return {};
  const Bio content = writer();
  X509* signer = verified_signer(sealed.get(), own_->trust, content.get());
  if (signer == nullptr) return {};
  std::string sealed_on = signing_date(sealed.get());
  auto files = read_parts(written(content.get()));
  if (sealed_on.empty() || !files || !manifest_holds(*files, own_->chain.certificate.get())) return {};
  return std::pair{Unsealed{subject(signer), std::move(sealed_on)}, *std::move(files)};
}

}  // namespace report
