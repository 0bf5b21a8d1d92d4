// SPDX-License-Identifier: EUPL-1.2
// Chains that must not be sealed to, each wrong in one way, and what is said of it.
#include "authority.hpp"

using demo::ChainDraft;

namespace {

struct Case {
  const char* name;
  const char* reason;  // a part of what is said
  void (*spoil)(ChainDraft& draft);
};

void flip(std::string& der, std::size_t from_end) {
  char& byte = der.at(der.size() - from_end);
  byte = static_cast<char>(byte ^ 1);
}

constexpr long day = demo::day_seconds;

const Case leaf_cases[] = {
    {"expired", "expired on ", [](ChainDraft& d) { d.leaf.until = -day; }},
    {"not yet valid", "not valid before ", [](ChainDraft& d) { d.leaf.from = day; }},
    {"ends before it begins", "expired on ",
     [](ChainDraft& d) { d.leaf.from = -day, d.leaf.until = -2 * day; }},
    {"revoked", "revoked", [](ChainDraft& d) { d.middle_list.revoked = {3}; }},
    {"an authority", "the certificate of an authority",
     [](ChainDraft& d) { d.leaf.extensions[NID_basic_constraints] = "critical,CA:TRUE"; }},
    {"an authority with a length", "the certificate of an authority",
     [](ChainDraft& d) {
       d.leaf.extensions[NID_basic_constraints] = "critical,CA:TRUE,pathlen:0";
       d.leaf.extensions[NID_key_usage] = "critical,keyAgreement,keyCertSign";
     }},
    {"for signatures", "no key agreement",
     [](ChainDraft& d) { d.leaf.extensions[NID_key_usage] = "critical,digitalSignature"; }},
    {"for non-repudiation", "no key agreement",
     [](ChainDraft& d) { d.leaf.extensions[NID_key_usage] = "critical,nonRepudiation"; }},
    {"for data", "no key agreement",
     [](ChainDraft& d) { d.leaf.extensions[NID_key_usage] = "critical,dataEncipherment"; }},
    {"for revocation lists", "no key agreement",
     [](ChainDraft& d) { d.leaf.extensions[NID_key_usage] = "critical,cRLSign"; }},
    {"EC for key encipherment", "no key agreement",
     [](ChainDraft& d) { d.leaf.extensions[NID_key_usage] = "critical,keyEncipherment"; }},
    {"RSA for key agreement", "no key encipherment",
     [](ChainDraft& d) { d.leaf.key = "leaf-rsa3072"; }},
    {"RSA for signatures", "no key encipherment",
     [](ChainDraft& d) {
       d.leaf.key = "leaf-rsa3072";
       d.leaf.extensions[NID_key_usage] = "critical,digitalSignature";
     }},
    {"without a key usage", "no key usage",
     [](ChainDraft& d) { d.leaf.extensions.erase(NID_key_usage); }},
    {"for a web server", "e-mail protection",
     [](ChainDraft& d) { d.leaf.extensions[NID_ext_key_usage] = "serverAuth"; }},
    {"for a web client", "e-mail protection",
     [](ChainDraft& d) { d.leaf.extensions[NID_ext_key_usage] = "clientAuth"; }},
    {"for code", "e-mail protection",
     [](ChainDraft& d) { d.leaf.extensions[NID_ext_key_usage] = "codeSigning"; }},
    {"for time stamps", "e-mail protection",
     [](ChainDraft& d) { d.leaf.extensions[NID_ext_key_usage] = "critical,timeStamping"; }},
    {"for answers about revocation", "e-mail protection",
     [](ChainDraft& d) { d.leaf.extensions[NID_ext_key_usage] = "OCSPSigning"; }},
    {"without a key id", "no subject key identifier",
     [](ChainDraft& d) { d.leaf.extensions.erase(NID_subject_key_identifier); }},
    {"RSA-2048", "RSA-2048; RSA-3072 is the least", [](ChainDraft& d) { d.leaf.key = "rsa2048"; }},
    {"RSA-1024", "key too weak", [](ChainDraft& d) { d.leaf.key = "rsa1024"; }},
    {"P-521", "EC P-521", [](ChainDraft& d) { d.leaf.key = "p521"; }},
    {"P-224", "EC P-224", [](ChainDraft& d) { d.leaf.key = "p224"; }},
    {"secp256k1", "EC secp256k1", [](ChainDraft& d) { d.leaf.key = "secp256k1"; }},
    {"Ed25519", "ED25519", [](ChainDraft& d) { d.leaf.key = "ed25519"; }},
    {"self-signed", "self-signed",
     [](ChainDraft& d) {
       d.leaf.issuer = d.leaf.name;
       d.leaf.signer = d.leaf.key;
       d.leaf.extensions.erase(NID_authority_key_identifier);
     }},
    {"signed by a key of no authority", "does not hold",
     [](ChainDraft& d) { d.leaf.signer = "other-p256"; }},
    {"of an unknown authority", "not issued by an authority of the trust bundle",
     [](ChainDraft& d) { d.leaf.issuer = "Niemand"; }},
    {"without an issuer", "not issued by an authority of the trust bundle",
     [](ChainDraft& d) { d.leaf.issuer = ""; }},
    {"signed with SHA-1", "does not hold", [](ChainDraft& d) { d.leaf.digest = EVP_sha1(); }},
    {"signed with MD5", "does not hold",
     [](ChainDraft& d) {
       d.leaf.digest = EVP_md5();
       d.middle.key = d.leaf.signer = d.middle_list.signer = "middle-rsa3072";
     }},
    {"a bit of the signature flipped", "does not hold",
     [](ChainDraft& d) { d.leaf.spoil = [](std::string& der) { flip(der, 3); }; }},
    {"a bit of the content flipped", "",
     [](ChainDraft& d) {
       d.leaf.spoil = [](std::string& der) { flip(der, der.size() - der.find("Ontvanger") - 2); };
     }},
    {"cut off", "is no certificate",
     [](ChainDraft& d) { d.leaf.spoil = [](std::string& der) { der.resize(der.size() - 9); }; }},
    {"empty", "is no certificate",
     [](ChainDraft& d) { d.leaf.spoil = [](std::string& der) { der.clear(); }; }},
    {"an unknown critical extension", "does not hold",
     [](ChainDraft& d) {
       d.leaf.more = {{NID_undef, ""}};
     }},
    {"an extension twice", "not issued by an authority of the trust bundle",
     [](ChainDraft& d) {
       d.leaf.more = {{NID_subject_key_identifier, "hash"}};
     }},
    {"version 1 with extensions", "does not hold",
     [](ChainDraft& d) { d.leaf.version = X509_VERSION_1; }},
    {"version 1", "",
     [](ChainDraft& d) { d.leaf.version = X509_VERSION_1, d.leaf.extensions.clear(); }},
    {"without a name", "does not hold", [](ChainDraft& d) { d.leaf.name = ""; }},
    {"without its authority's key id", "does not hold",
     [](ChainDraft& d) { d.leaf.extensions.erase(NID_authority_key_identifier); }},
    {"a length for what is no authority", "does not hold",
     [](ChainDraft& d) { d.leaf.extensions[NID_basic_constraints] = "critical,pathlen:1"; }},
    {"another than the directory pins", "fingerprint",
     [](ChainDraft& d) { d.fingerprint = std::string(64, '0'); }},
};

const Case authority_cases[] = {
    {"expired", "its authority's certificate expired",
     [](ChainDraft& d) { d.middle.until = -day; }},
    {"not yet valid", "its authority's certificate not valid before",
     [](ChainDraft& d) { d.middle.from = day; }},
    {"revoked", "its authority's certificate revoked",
     [](ChainDraft& d) { d.root_list.revoked = {2}; }},
    {"no authority", "does not hold",
     [](ChainDraft& d) { d.middle.extensions[NID_basic_constraints] = "critical,CA:FALSE"; }},
    {"without basic constraints", "does not hold",
     [](ChainDraft& d) { d.middle.extensions.erase(NID_basic_constraints); }},
    {"basic constraints not critical", "does not hold",
     [](ChainDraft& d) { d.middle.extensions[NID_basic_constraints] = "CA:TRUE"; }},
    {"may not sign certificates", "does not hold",
     [](ChainDraft& d) { d.middle.extensions[NID_key_usage] = "critical,digitalSignature"; }},
    {"may not sign lists", "does not hold",
     [](ChainDraft& d) { d.middle.extensions[NID_key_usage] = "critical,keyCertSign"; }},
    {"without a key usage", "does not hold",
     [](ChainDraft& d) { d.middle.extensions.erase(NID_key_usage); }},
    {"without a key id", "does not hold",
     [](ChainDraft& d) {
       d.middle.extensions.erase(NID_subject_key_identifier);
       d.leaf.extensions[NID_authority_key_identifier] = "issuer";
     }},
    {"without its authority's key id", "does not hold",
     [](ChainDraft& d) { d.middle.extensions.erase(NID_authority_key_identifier); }},
    {"left out", "not issued by an authority of the trust bundle",
     [](ChainDraft& d) { d.middle_given = false; }},
    {"RSA-1024", "does not hold",
     [](ChainDraft& d) { d.middle.key = d.leaf.signer = d.middle_list.signer = "middle-rsa1024"; }},
    {"signed with SHA-1", "does not hold", [](ChainDraft& d) { d.middle.digest = EVP_sha1(); }},
    {"signed by another root of the same name", "does not hold",
     [](ChainDraft& d) { d.middle.signer = "other-p256"; }},
    {"a bit of the signature flipped", "does not hold",
     [](ChainDraft& d) { d.middle.spoil = [](std::string& der) { flip(der, 3); }; }},
    {"an unknown critical extension", "does not hold",
     [](ChainDraft& d) {
       d.middle.more = {{NID_undef, ""}};
     }},
    {"may name only other addresses", "does not hold",
     [](ChainDraft& d) {
       d.middle.extensions[NID_name_constraints] = "critical,permitted;email:elders.example";
       d.leaf.extensions[NID_subject_alt_name] = "email:post@voorbeeld.example";
     }},
    {"a root that allows none between", "does not hold",
     [](ChainDraft& d) {
       d.root.extensions[NID_basic_constraints] = "critical,CA:TRUE,pathlen:0";
     }},
    {"too many between", "does not hold", [](ChainDraft& d) { d.more_between = 5; }},
    {"a root nobody trusts", "not issued by an authority of the trust bundle",
     [](ChainDraft& d) { d.root_trusted = false; }},
    {"a root that has expired", "its authority's certificate expired",
     [](ChainDraft& d) { d.root.until = -day; }},
    {"a root with RSA-1024", "does not hold",
     [](ChainDraft& d) {
       d.root.key = d.root.signer = d.middle.signer = d.root_list.signer = "root-rsa1024";
     }},
};

const Case list_cases[] = {
    {"none of the root", "no revocation list", [](ChainDraft& d) { d.root_list.present = false; }},
    {"none of the one between", "no revocation list",
     [](ChainDraft& d) { d.middle_list.present = false; }},
    {"a stale one of the root", "out of date", [](ChainDraft& d) { d.root_list.until = -3600; }},
    {"a stale one of the one between", "out of date",
     [](ChainDraft& d) { d.middle_list.until = -3600; }},
    {"one without an end", "no revocation list", [](ChainDraft& d) { d.middle_list.until = 0; }},
    {"one of tomorrow", "does not hold", [](ChainDraft& d) { d.middle_list.from = day; }},
    {"signed by another key", "does not hold",
     [](ChainDraft& d) { d.middle_list.signer = "other-p256"; }},
    {"of another authority", "no revocation list",
     [](ChainDraft& d) { d.middle_list.issuer = "Niemand"; }},
    {"with an unknown critical extension", "does not hold",
     [](ChainDraft& d) { d.middle_list.critical = "1.3.6.1.4.1.55555.2"; }},
    {"a bit of the signature flipped", "does not hold",
     [](ChainDraft& d) { d.middle_list.spoil = [](std::string& der) { flip(der, 3); }; }},
    {"signed with SHA-1", "no revocation list",
     [](ChainDraft& d) { d.middle_list.digest = EVP_sha1(); }},
};

template <std::size_t Count>
void check_each(const Case (&cases)[Count]) {
  for (const Case& one : cases) {
    CAPTURE(std::string(one.name));
    ChainDraft draft;
    one.spoil(draft);
    const auto state = demo::check(draft);
    CHECK_FALSE(state.valid);
    const std::string& said = state.reason.in(report::Language::en);
    CHECK_MESSAGE(said.find(one.reason) != std::string::npos, said);
  }
}

}  // namespace

TEST_CASE("chains: right ones are fit") {
  CHECK(demo::check({}).valid);
  ChainDraft rsa;
  rsa.leaf.key = "leaf-rsa3072";
  rsa.leaf.extensions[NID_key_usage] = "critical,keyEncipherment";
  CHECK(demo::check(rsa).valid);
  ChainDraft under_the_root;
  under_the_root.leaf.issuer = "Wortel";
  under_the_root.leaf.signer = "root-p256";
  under_the_root.leaf.extensions.erase(NID_ext_key_usage);
  under_the_root.middle_given = false;
  CHECK(demo::check(under_the_root).valid);
  ChainDraft longest;
  longest.more_between = 3;
  CHECK(demo::check(longest).valid);
}

TEST_CASE("chains: a leaf that is wrong in one way is not fit") { check_each(leaf_cases); }
TEST_CASE("chains: an authority that is wrong in one way makes none fit") {
  check_each(authority_cases);
}
TEST_CASE("chains: without a good list of each authority none is fit") { check_each(list_cases); }
TEST_CASE("chains: there are at least sixty wrong ones") {
  CHECK(std::size(leaf_cases) + std::size(authority_cases) + std::size(list_cases) >= 60);
}
