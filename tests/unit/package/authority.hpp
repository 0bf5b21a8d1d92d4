// SPDX-License-Identifier: EUPL-1.2
// A certificate authority in memory that makes right and wrong chains: root, one between, leaf.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include "demo.hpp"
#include "package/openssl.hpp"

namespace demo {

using report::openssl::Certificate;
using report::openssl::Key;
using RevocationList = std::unique_ptr<X509_CRL, report::openssl::Free<X509_CRL_free>>;

constexpr long day_seconds = 86400;

/// Made once for each name: "p256", "rsa3072", "other-p256".
inline EVP_PKEY* key(const std::string& name) {
  static std::map<std::string, Key> keys;
  Key& key = keys[name];
  if (key) return key.get();
  const std::string kind = name.substr(name.rfind('-') + 1);
  if (kind.starts_with("rsa"))
    key.reset(EVP_RSA_gen(static_cast<unsigned>(std::stoi(kind.substr(3)))));
  else if (kind == "ed25519")
    key.reset(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
  else if (kind == "secp256k1")
    key.reset(EVP_EC_gen("secp256k1"));
  else
    key.reset(EVP_EC_gen(("P-" + kind.substr(1)).c_str()));
  REQUIRE(key);
  return key.get();
}

/// A critical extension that nobody knows, with nothing in it.
inline X509_EXTENSION* unknown_extension(const char* id) {
  ASN1_OBJECT* object = OBJ_txt2obj(id, 1);
  ASN1_OCTET_STRING* nothing = ASN1_OCTET_STRING_new();
  X509_EXTENSION* extension = X509_EXTENSION_create_by_OBJ(nullptr, object, 1, nothing);
  ASN1_OBJECT_free(object);
  ASN1_OCTET_STRING_free(nothing);
  return extension;
}

struct CertificateDraft {
  std::string name, issuer;  // common names; empty: an empty name
  std::string key, signer;   // names of keys
  long serial = 1;
  long version = X509_VERSION_3;
  long from = -10 * day_seconds, until = 100 * day_seconds;
  const EVP_MD* digest = EVP_sha256();
  std::map<int, std::string> extensions{};  // by NID, as in openssl.cnf
  std::vector<std::pair<int, std::string>> more{};
  std::function<void(std::string& der)> spoil{};
};

struct ListDraft {
  std::string issuer, signer;
  bool present = true;
  long from = -day_seconds, until = 30 * day_seconds;
  const EVP_MD* digest = EVP_sha256();
  std::vector<long> revoked{};
  std::string critical{};  // an extension nobody knows
  std::function<void(std::string& der)> spoil{};
};

struct ChainDraft {
  CertificateDraft root{.name = "Wortel",
                        .issuer = "Wortel",
                        .key = "root-p256",
                        .signer = "root-p256",
                        .extensions = {{NID_basic_constraints, "critical,CA:TRUE"},
                                       {NID_key_usage, "critical,keyCertSign,cRLSign"},
                                       {NID_subject_key_identifier, "hash"}}};
  CertificateDraft middle{.name = "Tussen",
                          .issuer = "Wortel",
                          .key = "middle-p256",
                          .signer = "root-p256",
                          .serial = 2,
                          .extensions = {{NID_basic_constraints, "critical,CA:TRUE"},
                                         {NID_key_usage, "critical,keyCertSign,cRLSign"},
                                         {NID_subject_key_identifier, "hash"},
                                         {NID_authority_key_identifier, "keyid"}}};
  CertificateDraft leaf{.name = "Ontvanger",
                        .issuer = "Tussen",
                        .key = "leaf-p256",
                        .signer = "middle-p256",
                        .serial = 3,
                        .extensions = {{NID_basic_constraints, "critical,CA:FALSE"},
                                       {NID_key_usage, "critical,keyAgreement"},
                                       {NID_ext_key_usage, "emailProtection"},
                                       {NID_subject_key_identifier, "hash"},
                                       {NID_authority_key_identifier, "keyid"}}};
  ListDraft root_list{.issuer = "Wortel", .signer = "root-p256"};
  ListDraft middle_list{.issuer = "Tussen", .signer = "middle-p256"};
  bool root_trusted = true, middle_given = true;
  int more_between = 0;  // further authorities between the one and the leaf
  std::string fingerprint;
};

inline void name_it(X509_NAME* name, const std::string& text) {
  if (text.empty()) return;
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8,
                             reinterpret_cast<const unsigned char*>(text.c_str()), -1, -1, 0);
}

/// Signs, and when the draft says so spoils the bytes afterwards.
inline Certificate make(const CertificateDraft& draft, X509* issuer) {
  Certificate made(X509_new());
  X509_set_version(made.get(), draft.version);
  ASN1_INTEGER_set(X509_get_serialNumber(made.get()), draft.serial);
  X509_gmtime_adj(X509_getm_notBefore(made.get()), draft.from);
  X509_gmtime_adj(X509_getm_notAfter(made.get()), draft.until);
  name_it(X509_get_subject_name(made.get()), draft.name);
  name_it(X509_get_issuer_name(made.get()), draft.issuer);
  X509_set_pubkey(made.get(), key(draft.key));
  X509V3_CTX context;
  X509V3_set_ctx(&context, issuer == nullptr ? made.get() : issuer, made.get(), nullptr, nullptr,
                 0);
  const auto extend = [&](int nid, const std::string& value) {
    X509_EXTENSION* extension = nid == NID_undef
                                    ? unknown_extension("1.3.6.1.4.1.55555.1")
                                    : X509V3_EXT_conf_nid(nullptr, &context, nid, value.c_str());
    REQUIRE(extension != nullptr);
    X509_add_ext(made.get(), extension, -1);
    X509_EXTENSION_free(extension);
  };
  for (const auto& [nid, value] : draft.extensions) extend(nid, value);
  for (const auto& [nid, value] : draft.more) extend(nid, value);
  const bool plain = EVP_PKEY_is_a(key(draft.signer), "ED25519") == 1;
  REQUIRE(X509_sign(made.get(), key(draft.signer), plain ? nullptr : draft.digest) > 0);
  return made;
}

inline std::string pem(const char* label, const std::string& der) {
  const auto out = report::openssl::writer();
  PEM_write_bio(out.get(), label, "", reinterpret_cast<const unsigned char*>(der.data()),
                static_cast<long>(der.size()));
  return report::openssl::written(out.get());
}

inline std::string pem_of(const Certificate& certificate, const CertificateDraft& draft) {
  unsigned char* data = nullptr;
  const int size = i2d_X509(certificate.get(), &data);
  std::string der(reinterpret_cast<const char*>(data), static_cast<std::size_t>(size));
  OPENSSL_free(data);
  if (draft.spoil) draft.spoil(der);
  return pem("CERTIFICATE", der);
}

inline std::string list_of(const ListDraft& draft) {
  if (!draft.present) return {};
  const RevocationList list(X509_CRL_new());
  X509_CRL_set_version(list.get(), X509_CRL_VERSION_2);
  X509_NAME* name = X509_NAME_new();
  name_it(name, draft.issuer);
  X509_CRL_set_issuer_name(list.get(), name);
  X509_NAME_free(name);
  ASN1_TIME* time = X509_gmtime_adj(nullptr, draft.from);
  X509_CRL_set1_lastUpdate(list.get(), time);
  X509_gmtime_adj(time, draft.until);
  if (draft.until != 0) X509_CRL_set1_nextUpdate(list.get(), time);
  for (const long serial : draft.revoked) {
    X509_REVOKED* revoked = X509_REVOKED_new();
    ASN1_INTEGER* number = ASN1_INTEGER_new();
    ASN1_INTEGER_set(number, serial);
    X509_REVOKED_set_serialNumber(revoked, number);
    X509_gmtime_adj(time, draft.from);
    X509_REVOKED_set_revocationDate(revoked, time);
    X509_CRL_add0_revoked(list.get(), revoked);
    ASN1_INTEGER_free(number);
  }
  ASN1_TIME_free(time);
  if (!draft.critical.empty()) {
    X509_EXTENSION* extension = unknown_extension(draft.critical.c_str());
    X509_CRL_add_ext(list.get(), extension, -1);
    X509_EXTENSION_free(extension);
  }
  REQUIRE(X509_CRL_sign(list.get(), key(draft.signer), draft.digest) > 0);
  unsigned char* data = nullptr;
  const int size = i2d_X509_CRL(list.get(), &data);
  std::string der(reinterpret_cast<const char*>(data), static_cast<std::size_t>(size));
  OPENSSL_free(data);
  if (draft.spoil) draft.spoil(der);
  return pem("X509 CRL", der);
}

/// What check_certificate says of the leaf of such a chain.
inline report::CertificateState check(const ChainDraft& draft) {
  const Folder folder;
  const Certificate root = make(draft.root, nullptr);
  const Certificate middle = make(draft.middle, root.get());
  CertificateDraft leaf_draft = draft.leaf;
  std::string between = draft.middle_given ? pem_of(middle, draft.middle) : std::string();
  std::string lists = list_of(draft.root_list) + list_of(draft.middle_list);
  for (int i = 0; i < draft.more_between; ++i) {
    CertificateDraft more = draft.middle;
    more.name = "Tussen " + std::to_string(i);
    more.issuer = leaf_draft.issuer;
    more.signer = "middle-p256";
    more.serial = 10 + i;
    between += pem_of(make(more, middle.get()), more);
    lists += list_of({.issuer = more.name, .signer = "middle-p256"});
    leaf_draft.issuer = more.name;
  }
  const Certificate& issuer = leaf_draft.issuer == draft.root.name ? root : middle;
  const Certificate leaf = make(leaf_draft, issuer.get());
  const CertificateDraft stranger{.name = "Vreemd",
                                  .issuer = "Vreemd",
                                  .key = "other-p256",
                                  .signer = "other-p256",
                                  .extensions = draft.root.extensions};
  report::write_new_file(folder.path() / "leaf.pem", pem_of(leaf, leaf_draft) + between);
  report::write_new_file(
      folder.path() / "trust.pem",
      (draft.root_trusted ? pem_of(root, draft.root) : pem_of(make(stranger, nullptr), stranger)) +
          lists);
  return report::check_certificate(
      {"office", "", folder.path() / "leaf.pem", draft.fingerprint, false, ""},
      folder.path() / "trust.pem");
}

}  // namespace demo
