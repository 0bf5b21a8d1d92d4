// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <map>
#include <mutex>

#include <fmt/format.h>
#include <openssl/rsa.h>

#include "base/digest.hpp"
#include "base/secret.hpp"
#include "package/der.hpp"
#include "package/envelope.hpp"
#include "package/hidden.hpp"
#include "package/signature.hpp"

namespace report {
namespace {

using namespace openssl;

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

void add_recipient(CMS_ContentInfo* cms, X509* certificate) {
  CMS_RecipientInfo* recipient =
      CMS_add1_recipient_cert(cms, certificate, CMS_USE_KEYID | CMS_KEY_PARAM);
  if (recipient == nullptr) failed("a recipient cannot be added");
  if (CMS_RecipientInfo_type(recipient) == CMS_RECIPINFO_TRANS)
    use_oaep(recipient);
  else
    use_ecdh(recipient, key_name(certificate) == "EC P-384");
}

void add_hidden(CMS_ContentInfo* cms, const std::vector<X509*>& recipients,
                const std::vector<std::string>& ids) {
  for (std::size_t i = 0; i < ids.size(); ++i) {
    X509* certificate = recipients[i % recipients.size()];
    const Certificate shown =
        i < recipients.size() ? with_id(certificate, ids[i]) : dummy_like(certificate, ids[i]);
    add_recipient(cms, shown.get());
  }
}

std::string encrypt(const std::string& content, const std::vector<X509*>& recipients,
                    const EnvelopeOptions& options) {
  constexpr unsigned int flags = CMS_BINARY;
  const EVP_CIPHER* cipher =
      options.profile == Profile::mail ? EVP_aes_256_cbc() : EVP_aes_256_gcm();
  const Cms cms(CMS_encrypt(nullptr, nullptr, cipher, flags | CMS_PARTIAL));
  if (!cms) failed("an envelope cannot be begun");
  if (!options.shown_ids.empty())
    add_hidden(cms.get(), recipients, options.shown_ids);
  else
    for (X509* certificate : recipients) add_recipient(cms.get(), certificate);
  const Bio in = reader(content);
  if (CMS_final(cms.get(), in.get(), nullptr, flags) != 1) failed("the envelope cannot be closed");
  return der_of(cms.get());
}

void check(const EnvelopeOptions& options) {
  if (options.recipients.empty())
    throw Error(Fault::usage, say({"een pakket zonder ontvanger", "a package without a recipient"}),
                {say({"noem de map met ontvangers met --recipients",
                      "name the directory of offices with --recipients"})});
  if (options.recipients.size() > most_recipients)
    throw Error(Fault::usage, say({"{} ontvangers; een pakket heeft er hoogstens {}",
                                   "{} recipients; a package has {} at most"},
                                  options.recipients.size(), most_recipients));
  if (!options.shown_ids.empty() && options.shown_ids.size() < options.recipients.size())
    throw Error(Fault::internal, Message::as_is("fewer key ids than recipients"));
  if (!options.shown_ids.empty() && options.profile == Profile::mail)
    throw Error(
        Fault::usage,
        say({"in het profiel 'mail' kunnen ontvangers niet verborgen worden",
             "recipients cannot be hidden in the profile 'mail'"}),
        {say({"mailprogramma's vinden hun sleutel aan het kenmerk; gebruik het profiel 'gcm'",
              "mail programs find their key by the key id; use the profile 'gcm'"})});
}

}  // namespace

std::vector<std::string> random_ids(std::size_t recipients) {
  constexpr std::size_t least = 4;
  constexpr std::size_t id_bytes = 20;  // of a SHA-1, as most key ids are
  std::vector<std::string> ids(std::max(recipients, least));
  for (std::string& id : ids) id = random_hex(id_bytes);
  return ids;
}

struct Sealer::Own {
  std::string name;  // of the file, for faults
  Identity identity;
  std::string mail;  // e-mail address of the sealing certificate
  std::mutex mutex, token_mutex;
  std::map<std::filesystem::path, Certificate> recipients;

  X509* recipient(const EnvelopeOptions::To& to) {
    const std::lock_guard lock(mutex);
    Certificate& certificate = recipients[to.certificate];
    if (!certificate) certificate = read_chain(to.certificate).certificate;
    Message fault = recipient_fault(certificate.get());
    if (fault.empty() && !to.fingerprint.empty() &&
        to.fingerprint != fingerprint(certificate.get()))
      fault = say({"is vervangen terwijl het in gebruik was", "was replaced while it was in use"});
    if (!fault.empty())
      throw Error(Fault::refused, say({"{}: {}", "{}: {}"}, to.certificate.string(), fault));
    return certificate.get();
  }
};

Sealer::Sealer(const SealerOptions& options) : own_(std::make_shared<Own>()) {
  own_->name = (options.certificate.empty() ? options.key : options.certificate).string();
  own_->identity = read_identity(options.certificate, options.key, options.ask);
  X509* certificate = own_->identity.chain.certificate.get();
  if (const Message fault = sealer_fault(certificate); !fault.empty())
    throw Error(Fault::usage, say({"{}: {}", "{}: {}"}, own_->name, fault), {options.hint});
  own_->mail = mail_address(certificate);
}

Message Sealer::fault(const std::filesystem::path& trust) const {
  const Trust authorities = read_trust(trust);
  const Chain& chain = own_->identity.chain;
  const Message fault = chain_fault(chain.certificate.get(), chain.others.get(),
                                    authorities.store.get(), X509_PURPOSE_SMIME_SIGN);
  return fault.empty() ? fault : say({"{}: {}", "{}: {}"}, own_->name, fault);
}

std::string Sealer::sign(const std::string& content, std::chrono::sys_days date) const {
  // Some verifiers, Bouncy Castle among them, refuse a seal that is older than its certificate.
  const auto midnight =
      static_cast<time_t>(std::chrono::sys_seconds(date).time_since_epoch().count());
  X509* certificate = own_->identity.chain.certificate.get();
  if (ASN1_TIME_cmp_time_t(X509_get0_notBefore(certificate), midnight) > 0)
    throw Error(
        Fault::usage,
        say({"{}: begint op {}, en een zegel draagt middernacht van zijn dag",
             "{}: begins on {}, and a seal bears midnight of its day"},
            own_->name, openssl::date(X509_get0_notBefore(certificate))),
        {say({"vanaf de volgende dag kan het verzegelen", "it can seal from the next day on"})});
  // An engine's key is for one thread at a time.
  std::unique_lock<std::mutex> alone;
  if (own_->identity.token) alone = std::unique_lock(own_->token_mutex);
  return openssl::sign(content, own_->identity, date);
}

std::string Sealer::seal(const Files& files, const EnvelopeOptions& options) const {
  const WipedStack wiped;
  check(options);
  if (options.profile == Profile::mail && own_->mail.empty())
    throw Error(Fault::usage,
                say({"{}: heeft geen e-mailadres, en dat heeft het profiel 'mail' nodig",
                     "{}: has no e-mail address, which the profile 'mail' needs"},
                    own_->name),
                {say({"mailprogramma's vergelijken het met de afzender; gebruik het profiel 'gcm'",
                      "mail programs compare it with the sender; use the profile 'gcm'"})});
  std::vector<X509*> recipients;
  for (const auto& to : options.recipients) recipients.push_back(own_->recipient(to));
  std::string package =
      encrypt(write_sealed(sign(write_parts(files), options.date)), recipients, options);
  if (options.profile == Profile::mail) package = write_mail({own_->mail, options.date}, package);
  if (!read_envelope(package))
    throw Error(Fault::internal, Message::as_is("a package of another form was made"));
  return package;
}

}  // namespace report
