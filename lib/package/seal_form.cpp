// SPDX-License-Identifier: EUPL-1.2
#include "package/der.hpp"
#include "package/der_walk.hpp"

namespace report {
namespace {

using namespace der;

constexpr auto oid_signed = "\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02"sv;  // RFC 5652

/// Version 1: the certificate is named by issuer and serial number. OpenSSL looks at the digest,
/// the signed attributes and the signature itself; nothing may stand behind them.
void walk_signer(Walk signer) {
  signer.expect(integer, "\x01"sv);
  signer.take(sequence);
  expect_sha256(signer.into(sequence));
  signer.take(context_0);
  signer.take(sequence);
  signer.take(octet_string);
  signer.end();
}

void walk_seal(std::string_view bytes) {
  Walk file(bytes);
  Walk outer = file.into(sequence);
  file.end();
  outer.expect(object_id, oid_signed);
  Walk explicit_content = outer.into(context_0);
  outer.end();
  Walk signed_data = explicit_content.into(sequence);
  explicit_content.end();
  signed_data.expect(integer, "\x01"sv);
  Walk digests = signed_data.into(set);
  expect_sha256(digests.into(sequence));
  digests.end();
  Walk content = signed_data.into(sequence);
  content.expect(object_id, oid_data);
  Walk explicit_bytes = content.into(context_0);
  content.end();
  explicit_bytes.take(octet_string);
  explicit_bytes.end();
  signed_data.take(context_0);  // certificates; no lists of revocation
  Walk signers = signed_data.into(set);
  signed_data.end();
  walk_signer(signers.into(sequence));
  signers.end();
}

}  // namespace

bool has_seal_form(std::string_view bytes) {
  try {
    walk_seal(bytes);
    return true;
  } catch (const Broken&) {
    return false;
  }
}

}  // namespace report
