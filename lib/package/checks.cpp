// SPDX-License-Identifier: EUPL-1.2
// What makes a certificate fit. `openssl cms -encrypt` looks at nothing and `openssl verify
// -purpose smimeencrypt` refuses right EC certificates, so the usage is checked here.
#include <algorithm>
#include <cctype>

#include <fmt/format.h>
#include <openssl/err.h>

#include "base/error.hpp"
#include "package/openssl.hpp"

namespace report::openssl {
namespace {

Message reason_of(X509_STORE_CTX* context) {
  const int code = X509_STORE_CTX_get_error(context);
  X509* certificate = X509_STORE_CTX_get_current_cert(context);
  const bool of_authority = X509_STORE_CTX_get_error_depth(context) > 0;
  const Message whose =
      of_authority ? say({"het certificaat van de uitgever ", "its authority's certificate "})
                   : Message();
  switch (code) {
    case X509_V_ERR_CERT_HAS_EXPIRED:
      return say({"{}verlopen op {}", "{}expired on {}"}, whose,
                 date(X509_get0_notAfter(certificate)));
    case X509_V_ERR_CERT_NOT_YET_VALID:
      return say({"{}niet geldig voor {}", "{}not valid before {}"}, whose,
                 date(X509_get0_notBefore(certificate)));
    case X509_V_ERR_CERT_REVOKED:
      return say({"{}ingetrokken", "{}revoked"}, whose);
    case X509_V_ERR_UNABLE_TO_GET_CRL:
    case X509_V_ERR_UNABLE_TO_GET_CRL_ISSUER:
      return say(
          {"naast het bestand van --trust ontbreekt de intrekkingslijst (CRL) van de uitgever",
           "no revocation list (CRL) of its authority beside the trust bundle"});
    case X509_V_ERR_CRL_HAS_EXPIRED:
      return say({"de intrekkingslijst (CRL) van de uitgever is verouderd",
                  "the revocation list (CRL) of its authority is out of date"});
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
      return say({"door zichzelf ondertekend", "self-signed"});
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
      return say({"niet uitgegeven door een uitgever uit het bestand van --trust",
                  "not issued by an authority of the trust bundle"});
    default:
      return say({"{}houdt geen stand: {}", "{}does not hold: {}"}, whose,
                 X509_verify_cert_error_string(code));
  }
}

Message weak_key(X509* certificate) {
  constexpr int smallest_rsa = 3072;
  EVP_PKEY* key = X509_get0_pubkey(certificate);
  const std::string name = key_name(certificate);
  if (key != nullptr && EVP_PKEY_is_a(key, "RSA") == 1) {
    if (EVP_PKEY_get_bits(key) >= smallest_rsa) return {};
    return say({"de sleutel is {}; RSA-{} is het minste", "its key is {}; RSA-{} is the least"},
               name, smallest_rsa);
  }
  if (name == "EC P-256" || name == "EC P-384") return {};
  return say({"de sleutel is {}; alleen RSA van 3072 bits of meer, EC P-256 en EC P-384 zijn goed",
              "its key is {}; RSA of 3072 bits or more, EC P-256 and EC P-384 are taken"},
             name);
}

bool for_mail(X509* certificate) {
  if ((X509_get_extension_flags(certificate) & EXFLAG_XKUSAGE) == 0) return true;
  return (X509_get_extended_key_usage(certificate) & XKU_SMIME) != 0;
}

/// What holds of every certificate that is not an authority's.
Message leaf_fault(X509* certificate) {
  // X509_check_ca() alone passes over an authority whose key usage does not let it sign.
  if (X509_check_ca(certificate) != 0 || (X509_get_extension_flags(certificate) & EXFLAG_CA) != 0)
    return say({"het certificaat van een uitgever, niet van een ontvanger",
                "the certificate of an authority, not of an office"});
  if (Message weak = weak_key(certificate); !weak.empty()) return weak;
  // RFC 5280 reads a missing key usage as "everything"; here a certificate must say its purpose.
  if ((X509_get_extension_flags(certificate) & EXFLAG_KUSAGE) == 0)
    return say({"heeft geen sleutelgebruik (key usage)", "has no key usage"});
  if (!for_mail(certificate))
    return say({"is volgens zijn extended key usage niet voor e-mail",
                "its extended key usage is not e-mail protection"});
  if (X509_get0_subject_key_id(certificate) == nullptr)
    return say(
        {"heeft geen sleutelkenmerk (subject key identifier)", "has no subject key identifier"});
  return {};
}

}  // namespace

Message chain_fault(X509* certificate, STACK_OF(X509) * others, X509_STORE* trust, int purpose) {
  const StoreContext context(X509_STORE_CTX_new());
  if (!context || X509_STORE_CTX_init(context.get(), trust, certificate, others) != 1)
    throw Error(Fault::internal, Message::as_is("a certificate check cannot begin"));
  if (purpose != 0) X509_STORE_CTX_set_purpose(context.get(), purpose);
  const bool holds = X509_verify_cert(context.get()) == 1;
  ERR_clear_error();
  return holds ? Message() : reason_of(context.get());
}

Message recipient_fault(X509* certificate) {
  if (Message fault = leaf_fault(certificate); !fault.empty()) return fault;
  const std::uint32_t usage = X509_get_key_usage(certificate);
  const bool rsa = EVP_PKEY_is_a(X509_get0_pubkey(certificate), "RSA") == 1;
  if (rsa && (usage & KU_KEY_ENCIPHERMENT) == 0)
    return say({"geen key encipherment: een certificaat om mee te ondertekenen",
                "no key encipherment: a signing certificate"});
  if (!rsa && (usage & KU_KEY_AGREEMENT) == 0)
    return say({"geen key agreement: een certificaat om mee te ondertekenen",
                "no key agreement: a signing certificate"});
  return {};
}

Message sealer_fault(X509* certificate) {
  if (Message fault = leaf_fault(certificate); !fault.empty()) return fault;
  const std::uint32_t usage = X509_get_key_usage(certificate);
  if ((usage & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) == 0)
    return say({"geen digital signature en geen non-repudiation: het kan niet ondertekenen",
                "neither digital signature nor non-repudiation: it cannot sign"});
  return {};
}

}  // namespace report::openssl
