// SPDX-License-Identifier: EUPL-1.2
#include "package/hidden.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/param_build.h>
#include <openssl/rsa.h>

#include "package/signature.hpp"

namespace report::openssl {
namespace {

using Number = std::unique_ptr<BIGNUM, Free<BN_free>>;
using Builder = std::unique_ptr<OSSL_PARAM_BLD, Free<OSSL_PARAM_BLD_free>>;
using Parameters = std::unique_ptr<OSSL_PARAM, Free<OSSL_PARAM_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Free<EVP_PKEY_CTX_free>>;
using Octets = std::unique_ptr<ASN1_OCTET_STRING, Free<ASN1_OCTET_STRING_free>>;

void set_id(X509* certificate, const std::string& text) {
  const Octets id(s2i_ASN1_OCTET_STRING(nullptr, nullptr, text.c_str()));
  if (!id || X509_add1_ext_i2d(certificate, NID_subject_key_identifier, id.get(), 0,
                               X509V3_ADD_REPLACE) != 1)
    failed("a recipient cannot be hidden");
}

/// A random odd number in the place of a modulus: nobody knows its factors, and making it costs
/// nothing, where a real pair of RSA keys costs a fifth of a second.
Key random_rsa(int bits) {
  constexpr unsigned long exponent = 65537;
  const Number n(BN_new());
  const Number e(BN_new());
  const Builder builder(OSSL_PARAM_BLD_new());
  if (!n || !e || !builder || BN_rand(n.get(), bits, BN_RAND_TOP_TWO, BN_RAND_BOTTOM_ODD) != 1 ||
      BN_set_word(e.get(), exponent) != 1 ||
      OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get()) != 1 ||
      OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get()) != 1)
    failed("a dummy recipient cannot be made");
  const Parameters parameters(OSSL_PARAM_BLD_to_param(builder.get()));
  const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr));
  EVP_PKEY* key = nullptr;
  if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
      EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1)
    failed("a dummy recipient cannot be made");
  return Key(key);
}

Key random_key_like(X509* certificate) {
  EVP_PKEY* like = X509_get0_pubkey(certificate);
  if (EVP_PKEY_is_a(like, "RSA") == 1) return random_rsa(EVP_PKEY_get_bits(like));
  return Key(EVP_EC_gen(key_name(certificate) == "EC P-384" ? "P-384" : "P-256"));
}

}  // namespace

Certificate with_id(X509* certificate, const std::string& id) {
  Certificate copy(X509_dup(certificate));
  if (!copy) failed("a recipient cannot be hidden");
  set_id(copy.get(), id);
  return copy;
}

Certificate dummy_like(X509* certificate, const std::string& id) {
  const Key key = random_key_like(certificate);
  Certificate dummy(X509_dup(certificate));
  if (!key || !dummy || X509_set_pubkey(dummy.get(), key.get()) != 1)
    failed("a dummy recipient cannot be made");
  set_id(dummy.get(), id);
  return dummy;
}

}  // namespace report::openssl
