// SPDX-License-Identifier: EUPL-1.2
#include "package/openssl.hpp"

#include <array>

#include <fmt/format.h>
#include <openssl/err.h>
#include <openssl/pem.h>

#include "base/digest.hpp"
#include "base/error.hpp"
#include "base/files.hpp"
#include "package/mime.hpp"

namespace report::openssl {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_certificate_file = 16U << 20U;  // a CRL of a large authority

std::string hex_of(const ASN1_OCTET_STRING* bytes) {
  std::string hex;
  const unsigned char* data = ASN1_STRING_get0_data(bytes);
  for (int i = 0; i < ASN1_STRING_length(bytes); ++i) hex += fmt::format("{:02x}", data[i]);
  return hex;
}

using Infos = std::unique_ptr<STACK_OF(X509_INFO), decltype([](STACK_OF(X509_INFO) * stack) {
                                sk_X509_INFO_pop_free(stack, X509_INFO_free);
                              })>;
using RevocationList = std::unique_ptr<X509_CRL, Free<X509_CRL_free>>;

/// OpenSSL's security level looks at the digests of certificates, not of lists.
bool signed_weakly(const X509_CRL* list) {
  constexpr int bytes_112_bits = 28;
  int digest = NID_undef;
  if (OBJ_find_sigid_algs(X509_CRL_get_signature_nid(list), &digest, nullptr) != 1) return true;
  if (digest == NID_undef) return false;  // the signature has its own, as Ed25519
  const EVP_MD* method = EVP_get_digestbynid(digest);
  return method == nullptr || EVP_MD_get_size(method) < bytes_112_bits;
}

/// A list that does not say when the next one comes can never be out of date, so it proves nothing.
void add_list(X509_STORE* store, X509_CRL* list) {
  if (X509_CRL_get0_nextUpdate(list) == nullptr || signed_weakly(list)) return;
  X509_STORE_add_crl(store, list);
}

void add_revocation_lists_beside(const fs::path& bundle, X509_STORE* store) {
  std::error_code fault;
  const fs::path folder = bundle.has_parent_path() ? bundle.parent_path() : fs::path(".");
  for (const auto& entry : fs::directory_iterator(folder, fault)) {
    if (entry.path().extension() != ".crl") continue;
    const std::string bytes = read_setting(entry.path());
    const Bio source = reader(bytes);
    RevocationList list(PEM_read_bio_X509_CRL(source.get(), nullptr, nullptr, nullptr));
    if (!list) {
      const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
      list.reset(d2i_X509_CRL(nullptr, &data, static_cast<long>(bytes.size())));
    }
    if (!list)
      throw unusable(entry.path(), say({"is geen intrekkingslijst (CRL), als PEM noch als DER",
                                        "is no revocation list (CRL), neither PEM nor DER"}));
    add_list(store, list.get());
  }
  ERR_clear_error();
}

}  // namespace

Error unusable(const fs::path& path, const Message& what, std::vector<Message> hints) {
  ERR_clear_error();
  return {Fault::usage, say({"{}: {}", "{}: {}"}, path.string(), what), std::move(hints)};
}

/// A file of one's own settings: that it cannot be read is a fault of the call.
std::string read_setting(const fs::path& path) {
  try {
    return read_file(path, largest_certificate_file);
  } catch (const Error& error) {
    throw Error(Fault::usage, error.message(),
                {say({"noem een bestand met een certificaat of sleutel dat te lezen is",
                      "name a certificate or key file that can be read"})});
  }
}

Bio reader(std::string_view bytes) {
  return Bio(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())));
}

Bio writer() { return Bio(BIO_new(BIO_s_mem())); }

std::string written(BIO* bio) {
  char* data = nullptr;
  const long size = BIO_get_mem_data(bio, &data);
  return size > 0 ? std::string(data, static_cast<std::size_t>(size)) : std::string();
}

Chain read_chain(const fs::path& path) {
  const std::string bytes = read_setting(path);
  Chain chain{nullptr, Certificates(sk_X509_new_null())};
  const Bio source = reader(bytes);
  while (Certificate next{PEM_read_bio_X509(source.get(), nullptr, nullptr, nullptr)}) {
    if (!chain.certificate)
      chain.certificate = std::move(next);
    else
      sk_X509_push(chain.others.get(), next.release());
  }
  if (!chain.certificate) {
    const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
    chain.certificate.reset(d2i_X509(nullptr, &data, static_cast<long>(bytes.size())));
  }
  if (!chain.certificate)
    throw unusable(path, say({"is geen certificaat, als PEM noch als DER",
                              "is no certificate, neither PEM nor DER"}));
  ERR_clear_error();
  return chain;
}

Trust read_trust(const fs::path& path) {
  const std::string bytes = read_setting(path);
  const Bio source = reader(bytes);
  const Infos infos(PEM_X509_INFO_read_bio(source.get(), nullptr, nullptr, nullptr));
  Trust trust{Store(X509_STORE_new()), {}};
  int authorities = 0;
  for (int i = 0; infos && i < sk_X509_INFO_num(infos.get()); ++i) {
    const X509_INFO* info = sk_X509_INFO_value(infos.get(), i);
    if (info->crl != nullptr) add_list(trust.store.get(), info->crl);
    if (info->x509 == nullptr) continue;
    if (X509_check_ca(info->x509) == 0) {
      trust.sealers.push_back(fingerprint(info->x509));
    } else {
      X509_STORE_add_cert(trust.store.get(), info->x509);
      ++authorities;
    }
  }
  if (authorities == 0)
    throw unusable(
        path,
        say({"bevat geen certificaat van een uitgever als PEM",
             "holds no certificate of an authority in PEM"}),
        {say({"noem het bestand met het stamcertificaat (en die ertussen) van de certificaten",
              "name the file with the root (and those between) of the certificates"})});
  add_revocation_lists_beside(path, trust.store.get());
  // CMS_verify takes these over from the store; they cannot be given to it in another way.
  X509_VERIFY_PARAM* settings = X509_STORE_get0_param(trust.store.get());
  X509_VERIFY_PARAM_set_flags(
      settings, X509_V_FLAG_X509_STRICT | X509_V_FLAG_CRL_CHECK | X509_V_FLAG_CRL_CHECK_ALL);
  constexpr int bits_112 = 2;
  constexpr int longest_chain = 4;
  X509_VERIFY_PARAM_set_auth_level(settings, bits_112);
  X509_VERIFY_PARAM_set_depth(settings, longest_chain);
  ERR_clear_error();
  return trust;
}

std::string key_id(X509* certificate) {
  const ASN1_OCTET_STRING* id = X509_get0_subject_key_id(certificate);
  return id == nullptr ? std::string() : hex_of(id);
}

std::string fingerprint(X509* certificate) {
  unsigned char* der = nullptr;
  const int size = i2d_X509(certificate, &der);
  if (size < 0) throw Error(Fault::internal, Message::as_is("a certificate cannot be encoded"));
  const std::string bytes(reinterpret_cast<const char*>(der), static_cast<std::size_t>(size));
  OPENSSL_free(der);
  return sha256_hex(bytes);
}

std::string key_name(X509* certificate) {
  EVP_PKEY* key = X509_get0_pubkey(certificate);
  if (key == nullptr) return "unknown";
  if (EVP_PKEY_is_a(key, "RSA") == 1) return fmt::format("RSA-{}", EVP_PKEY_get_bits(key));
  if (EVP_PKEY_is_a(key, "EC") != 1) {
    const char* name = EVP_PKEY_get0_type_name(key);
    return name == nullptr ? "unknown" : name;
  }
  constexpr std::size_t longest_name = 80;
  std::array<char, longest_name> curve{};
  if (EVP_PKEY_get_group_name(key, curve.data(), curve.size(), nullptr) != 1) return "EC";
  const char* nist = EC_curve_nid2nist(OBJ_sn2nid(curve.data()));
  return fmt::format("EC {}", nist == nullptr ? curve.data() : nist);
}

std::string subject(X509* certificate) {
  const Bio out = writer();
  X509_NAME_print_ex(out.get(), X509_get_subject_name(certificate), 0,
                     XN_FLAG_RFC2253 & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB));
  return written(out.get());
}

std::string mail_address(X509* certificate) {
  using Addresses = std::unique_ptr<STACK_OF(OPENSSL_STRING), Free<X509_email_free>>;
  const Addresses addresses(X509_get1_email(certificate));
  if (!addresses || sk_OPENSSL_STRING_num(addresses.get()) == 0) return {};
  std::string first = sk_OPENSSL_STRING_value(addresses.get(), 0);
  return is_mail_address(first) ? first : std::string();
}

std::string date(const ASN1_TIME* time) {
  tm parts{};
  if (time == nullptr || ASN1_TIME_to_tm(time, &parts) != 1) return {};
  constexpr int first_year = 1900;
  return fmt::format("{:04}-{:02}-{:02}", parts.tm_year + first_year, parts.tm_mon + 1,
                     parts.tm_mday);
}

}  // namespace report::openssl
