// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <mutex>
#include <set>

#include <fmt/chrono.h>
#include <nlohmann/json.hpp>
#include <openssl/err.h>

#include "base/digest.hpp"
#include "base/secret.hpp"
#include "package/der.hpp"
#include "package/envelope.hpp"
#include "package/signature.hpp"

namespace report {
namespace {

using namespace openssl;

struct ClearErrors {
  ClearErrors() = default;
  ClearErrors(const ClearErrors&) = delete;
  ClearErrors& operator=(const ClearErrors&) = delete;
  ~ClearErrors() { ERR_clear_error(); }
};

/// OpenSSL's locked heap is small (base/secret.hpp); a larger package goes to a memory BIO, which
/// wipes what it gives back.
Bio plaintext_memory(std::size_t size) {
  constexpr std::size_t fits_secure_heap = 64U << 10U;
  if (size <= fits_secure_heap) return Bio(BIO_new(BIO_s_secmem()));
  return writer();
}

/// The DER of the SignedData in an envelope, as far as decryption goes.
std::optional<std::string> decrypt(std::string_view der, const Envelope& envelope,
                                   const Identity& own) {
  const Cms enveloped = parse(der);
  if (!enveloped) return {};
  // Of a hidden recipient the key id is anybody's: then the key is tried on each.
  X509* certificate = own.chain.certificate.get();
  if (std::ranges::none_of(envelope.recipients,
                           [id = key_id(certificate)](const auto& to) { return to.key_id == id; }))
    certificate = nullptr;
  const Bio decrypted = plaintext_memory(envelope.content_size);
  if (CMS_decrypt(enveloped.get(), own.key.get(), certificate, nullptr, decrypted.get(),
                  CMS_BINARY) != 1)
    return {};
  char* data = nullptr;
  const long size = BIO_get_mem_data(decrypted.get(), &data);
  if (size <= 0) return {};
  return read_sealed({data, static_cast<std::size_t>(size)});
}

std::multiset<std::string> texts_of(const nlohmann::json& list) {
  std::multiset<std::string> texts;
  for (const auto& text : list)
    if (text.is_string()) texts.insert(text.get<std::string>());
  return texts;
}

std::multiset<std::string> key_ids_of(const nlohmann::json& recipients) {
  std::multiset<std::string> ids;
  for (const auto& recipient : recipients)
    if (recipient.is_object() && recipient.contains("key_id") && recipient["key_id"].is_string())
      ids.insert(recipient["key_id"].get<std::string>());
  return ids;
}

bool digests_hold(const nlohmann::json& manifest, const Files& files) {
  if (!manifest.is_object() || !manifest.contains("files")) return false;
  const auto& digests = manifest["files"];
  if (!digests.is_object() || digests.size() != files.size() - 1) return false;
  for (std::size_t i = 0; i + 1 < files.size(); ++i) {
    const auto digest = digests.find(files[i].first);
    if (digest == digests.end() || *digest != sha256_hex(files[i].second)) return false;
  }
  return true;
}

/// The manifest vouches for the three texts, and names whom the hotline sealed this for: else a
/// recipient could encrypt it again, to somebody the hotline never chose. It names also which key
/// ids the envelope shows, for nothing else in the format does.
bool manifest_holds(const Files& files, X509* certificate, const Envelope& envelope) {
  const auto manifest = nlohmann::json::parse(files.back().second, nullptr, false);
  if (!digests_hold(manifest, files) || !manifest.contains("recipients")) return false;
  const auto recipients = key_ids_of(manifest["recipients"]);
  if (!recipients.contains(key_id(certificate))) return false;
  std::multiset<std::string> shown;
  for (const auto& to : envelope.recipients) shown.insert(to.key_id);
  return shown == (manifest.contains("shown_ids") ? texts_of(manifest["shown_ids"]) : recipients);
}

}  // namespace

struct Opener::Own {
  Identity identity;
  Trust trust;
  mutable std::mutex token_mutex{};
};

Opener::Opener(const OpenOptions& options)
    : own_(new Own{read_identity(options.certificate, options.key, options.ask),
                   read_trust(options.trust)}) {}

std::optional<std::pair<Unsealed, Files>> Opener::open(const std::string& bytes) const {
  const WipedStack wiped;
  const ClearErrors clear;
  const auto envelope = read_envelope(bytes);
  if (!envelope) return {};
  const auto mail = read_mail(bytes);
  std::unique_lock<std::mutex> alone;  // an engine's key is for one thread at a time
  if (own_->identity.token) alone = std::unique_lock(own_->token_mutex);
  const auto der = decrypt(mail ? std::string_view(mail->der) : bytes, *envelope, own_->identity);
  if (alone) alone.unlock();
  if (!der) return {};
  const auto seal = verify(*der, own_->trust, true);
  if (!seal) return {};
  // The head of a mail is in clear; the seal vouches for it.
  if (mail && (mail->head.from != mail_address(seal->signer.get()) ||
               fmt::format("{:%F}", mail->head.date) != seal->day))
    return {};
  auto files = read_parts(seal->content);
  if (!files || !manifest_holds(*files, own_->identity.chain.certificate.get(), *envelope))
    return {};
  return std::pair{Unsealed{subject(seal->signer.get()), seal->day}, *std::move(files)};
}

}  // namespace report
