// SPDX-License-Identifier: EUPL-1.2
#include "package/identity.hpp"

#include <exception>

#include <fmt/format.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>

#include "base/error.hpp"
#include "base/files.hpp"
#include "base/secret.hpp"

namespace report::openssl {
namespace {

namespace fs = std::filesystem;

struct Question {
  const AskPassphrase& ask;
  const fs::path& path;
  bool asked = false;
  std::exception_ptr failed{};  // exceptions must not pass through OpenSSL's C
};

int answer(char* buffer, int size, int /*writing*/, void* data) {
  auto& question = *static_cast<Question*>(data);
  question.asked = true;
  if (!question.ask) return -1;
  try {
    const std::string passphrase = question.ask(question.path);
    if (passphrase.size() > static_cast<std::size_t>(size)) return -1;
    passphrase.copy(buffer, passphrase.size());
    return static_cast<int>(passphrase.size());
  } catch (...) {
    question.failed = std::current_exception();
    return -1;
  }
}

Error nobody_to_ask(const fs::path& path) {
  return unusable(
      path,
      say({"deze sleutel heeft een wachtwoord, en er is niemand om het aan te vragen",
           "this key is protected by a passphrase and there is nobody to ask for it"}),
      {say({"geef de opdracht op een terminal, of geef het wachtwoord met --passphrase-fd",
            "run the command on a terminal, or give the passphrase on --passphrase-fd"})});
}

Error wrong_passphrase(const fs::path& path) {
  return unusable(path,
                  say({"met dit wachtwoord gaat de sleutel niet open",
                       "the passphrase does not unlock this key"}),
                  {say({"probeer het opnieuw", "try again"})});
}

using Pkcs12 = std::unique_ptr<PKCS12, Free<PKCS12_free>>;

Pkcs12 read_pkcs12(const std::string& bytes) {
  const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
  return Pkcs12(d2i_PKCS12(nullptr, &data, static_cast<long>(bytes.size())));
}

/// PKCS #12 knows two ways of having no passphrase; neither is asked for.
std::string passphrase_of(PKCS12* file, const fs::path& path, const AskPassphrase& ask) {
  if (PKCS12_verify_mac(file, nullptr, 0) == 1 || PKCS12_verify_mac(file, "", 0) == 1) return {};
  if (!ask) throw nobody_to_ask(path);
  std::string passphrase = ask(path);
  if (PKCS12_verify_mac(file, passphrase.c_str(), static_cast<int>(passphrase.size())) != 1)
    throw wrong_passphrase(path);
  return passphrase;
}

Identity open_pkcs12(PKCS12* file, const fs::path& path, const AskPassphrase& ask) {
  const std::string passphrase = passphrase_of(file, path, ask);
  EVP_PKEY* key = nullptr;
  X509* certificate = nullptr;
  STACK_OF(X509)* others = nullptr;
  if (PKCS12_parse(file, passphrase.c_str(), &key, &certificate, &others) != 1)
    throw unusable(path,
                   say({"is een PKCS #12-bestand van een soort dat OpenSSL niet kan lezen",
                        "is a PKCS #12 file of a kind that OpenSSL cannot read"}),
                   {say({"openssl pkcs12 -legacy -in OUD -nodes | openssl pkcs12 -export -out "
                         "NIEUW schrijft het opnieuw",
                         "openssl pkcs12 -legacy -in OLD -nodes | openssl pkcs12 -export -out NEW "
                         "writes it anew"})});
  if (others == nullptr) others = sk_X509_new_null();
  Identity identity{{Certificate(certificate), Certificates(others)}, nullptr, Key(key)};
  ERR_clear_error();
  if (!identity.key)
    throw unusable(path, say({"bevat geen geheime sleutel", "holds no private key"}));
  return identity;
}

Key read_pem_key(const std::string& bytes, const fs::path& path, const AskPassphrase& ask) {
  const Bio source = reader(bytes);
  Question question{ask, path};
  Key key(PEM_read_bio_PrivateKey(source.get(), nullptr, answer, &question));
  if (question.failed) std::rethrow_exception(question.failed);
  if (!key && question.asked && !ask) throw nobody_to_ask(path);
  if (!key && question.asked) throw wrong_passphrase(path);
  if (!key)
    throw unusable(path, say({"is geen geheime sleutel, als PEM noch als PKCS #12",
                              "is no private key, neither PEM nor PKCS #12"}));
  return key;
}

/// The key, and what else lies with it.
Identity read_key_file(const fs::path& path, const AskPassphrase& ask) {
  constexpr std::string_view token = "pkcs11:";
  if (path.string().starts_with(token)) {
    TokenKey on_token = read_token_key(path.string(), ask);
    return {{}, std::move(on_token.token), std::move(on_token.key)};
  }
  const std::string bytes = read_setting(path);
  if (const Pkcs12 file = read_pkcs12(bytes)) return open_pkcs12(file.get(), path, ask);
  ERR_clear_error();
  return {{}, nullptr, read_pem_key(bytes, path, ask)};
}

}  // namespace

Identity read_identity(const fs::path& certificate, const fs::path& key, const AskPassphrase& ask) {
  const WipedStack wiped;
  // The certificate first: nobody types a passphrase only to hear that another file is missing.
  Chain chain;
  if (!certificate.empty() && certificate != key) chain = read_chain(certificate);
  Identity identity = read_key_file(key, ask);
  if (chain.certificate) identity.chain = std::move(chain);
  if (!identity.chain.certificate)
    throw unusable(key, say({"bevat geen certificaat", "holds no certificate"}),
                   {say({"geef ook het certificaat, met --cert",
                         "give the certificate with --cert as well"})});
  if (X509_check_private_key(identity.chain.certificate.get(), identity.key.get()) != 1)
    throw unusable(key,
                   say({"is niet de sleutel van {}", "is not the key of {}"}, certificate.string()),
                   {say({"geef het certificaat en de sleutel die bij elkaar horen",
                         "give the certificate and the key of one pair"})});
  return identity;
}

}  // namespace report::openssl
