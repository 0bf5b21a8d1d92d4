// SPDX-License-Identifier: EUPL-1.2
#include "package/der.hpp"

#include <string>

#include <fmt/format.h>

#include "base/digest.hpp"
#include "package/der_walk.hpp"

namespace report {
namespace {

using namespace der;
using namespace std::string_view_literals;

// The contents of the object identifiers, as they lie in the DER.
constexpr auto oid_auth_enveloped = "\x2a\x86\x48\x86\xf7\x0d\x01\x09\x10\x01\x17"sv;  // RFC 5083
constexpr auto oid_enveloped = "\x2a\x86\x48\x86\xf7\x0d\x01\x07\x03"sv;               // RFC 5652
constexpr auto oid_aes_256_gcm = "\x60\x86\x48\x01\x65\x03\x04\x01\x2e"sv;             // RFC 5084
constexpr auto oid_aes_256_cbc = "\x60\x86\x48\x01\x65\x03\x04\x01\x2a"sv;             // RFC 3565
constexpr auto oid_aes_256_wrap = "\x60\x86\x48\x01\x65\x03\x04\x01\x2d"sv;            // RFC 3565
constexpr auto oid_rsa_oaep = "\x2a\x86\x48\x86\xf7\x0d\x01\x01\x07"sv;                // RFC 4055
constexpr auto oid_mgf1 = "\x2a\x86\x48\x86\xf7\x0d\x01\x01\x08"sv;
constexpr auto oid_ec_key = "\x2a\x86\x48\xce\x3d\x02\x01"sv;   // RFC 5480
constexpr auto oid_ecdh_sha256 = "\x2b\x81\x04\x01\x0b\x01"sv;  // RFC 5753
constexpr auto oid_ecdh_sha384 = "\x2b\x81\x04\x01\x0b\x02"sv;

/// KeyTransRecipientInfo with RSAES-OAEP, SHA-256 twice and no label.
Envelope::To read_rsa(Walk info) {
  info.expect(integer, "\x02"sv);
  Envelope::To to{"RSA-OAEP-SHA256", to_hex(info.take(primitive_0))};
  Walk algorithm = info.into(sequence);
  algorithm.expect(object_id, oid_rsa_oaep);
  Walk parameters = algorithm.into(sequence);
  algorithm.end();
  Walk hash = parameters.into(context_0);
  expect_sha256(hash.into(sequence));
  hash.end();
  Walk mask = parameters.into(context_1);
  Walk mask_algorithm = mask.into(sequence);
  mask.end();
  mask_algorithm.expect(object_id, oid_mgf1);
  expect_sha256(mask_algorithm.into(sequence));
  mask_algorithm.end();
  parameters.end();
  info.take(octet_string);
  info.end();
  return to;
}

/// The ephemeral public key: an uncompressed point. OpenSSL leaves its curve out (RFC 5753, 7.1.2:
/// absent, NULL or the curve), so the length of the point tells it.
std::string read_curve(Walk originator) {
  Walk key = originator.into(context_1);
  originator.end();
  Walk algorithm = key.into(sequence);
  algorithm.expect(object_id, oid_ec_key);
  if (algorithm.next_is(null_value)) algorithm.expect(null_value, "");
  if (algorithm.next_is(object_id)) algorithm.take(object_id);
  algorithm.end();
  const std::string_view point = key.take(bit_string);
  key.end();
  if (!point.starts_with("\x00\x04"sv)) throw Broken{};
  constexpr std::size_t p256 = 2 + 2 * 32;
  constexpr std::size_t p384 = 2 + 2 * 48;
  if (point.size() == p256) return "P-256";
  if (point.size() == p384) return "P-384";
  throw Broken{};
}

/// KeyAgreeRecipientInfo with one key: ephemeral-static ECDH, X9.63 KDF, AES-256 key wrap.
Envelope::To read_ec(Walk info) {
  info.expect(integer, "\x03"sv);
  const std::string curve = read_curve(info.into(context_0));
  Walk algorithm = info.into(sequence);
  algorithm.expect(object_id, curve == "P-256" ? oid_ecdh_sha256 : oid_ecdh_sha384);
  Walk wrap = algorithm.into(sequence);
  algorithm.end();
  wrap.expect(object_id, oid_aes_256_wrap);
  if (wrap.next_is(null_value)) wrap.expect(null_value, "");
  wrap.end();
  Walk keys = info.into(sequence);
  info.end();
  Walk key = keys.into(sequence);
  keys.end();
  Walk id = key.into(context_0);
  Envelope::To to{"ECDH " + curve, to_hex(id.take(octet_string))};
  id.end();
  constexpr std::size_t wrapped_key = 40;
  if (key.take(octet_string).size() != wrapped_key) throw Broken{};
  key.end();
  return to;
}

/// A SET OF in DER is in the order of its elements' bytes (X.690, 11.6).
void read_recipients(Walk recipients, Envelope& envelope) {
  std::string_view before;
  while (!recipients.at_end()) {
    if (envelope.recipients.size() == most_recipients) throw Broken{};
    const std::string_view rest = recipients.rest();
    envelope.recipients.push_back(recipients.next_is(context_1)
                                      ? read_ec(recipients.into(context_1))
                                      : read_rsa(recipients.into(sequence)));
    const std::string_view element = rest.substr(0, rest.size() - recipients.rest().size());
    if (element < before) throw Broken{};
    before = element;
  }
  if (envelope.recipients.empty()) throw Broken{};
}

/// Of one cipher: the nonce and what stands behind it.
void read_content(Walk content, Envelope& envelope) {
  const bool gcm = envelope.profile == name_of(Profile::gcm);
  content.expect(object_id, oid_data);
  Walk algorithm = content.into(sequence);
  algorithm.expect(object_id, gcm ? oid_aes_256_gcm : oid_aes_256_cbc);
  constexpr std::size_t gcm_nonce = 12;
  constexpr std::size_t block = 16;
  if (gcm) {
    Walk parameters = algorithm.into(sequence);
    if (parameters.take(octet_string).size() != gcm_nonce) throw Broken{};
    parameters.expect(integer, "\x10"sv);  // the tag has 16 bytes
    parameters.end();
  } else if (algorithm.take(octet_string).size() != block) {
    throw Broken{};
  }
  algorithm.end();
  envelope.content_cipher = gcm ? "AES-256-GCM" : "AES-256-CBC";
  envelope.content_size = content.take(primitive_0).size();
  content.end();
  if (!gcm && (envelope.content_size == 0 || envelope.content_size % block != 0)) throw Broken{};
}

Envelope walk_package(std::string_view bytes, Profile profile) {
  const bool gcm = profile == Profile::gcm;
  Envelope envelope;
  envelope.profile = name_of(profile);
  Walk file(bytes);
  Walk outer = file.into(sequence);
  file.end();
  outer.expect(object_id, gcm ? oid_auth_enveloped : oid_enveloped);
  Walk explicit_content = outer.into(context_0);
  outer.end();
  Walk enveloped = explicit_content.into(sequence);
  explicit_content.end();
  enveloped.expect(integer, gcm ? "\x00"sv : "\x02"sv);
  read_recipients(enveloped.into(set), envelope);
  read_content(enveloped.into(sequence), envelope);
  constexpr std::size_t tag_size = 16;
  if (gcm && enveloped.take(octet_string).size() != tag_size) throw Broken{};
  enveloped.end();  // no authenticated, unprotected or other attributes
  return envelope;
}

}  // namespace

std::optional<Envelope> read_envelope(std::string_view bytes) {
  if (bytes.size() > largest_package) return std::nullopt;
  const auto mail = read_mail(bytes);
  try {
    Envelope envelope =
        mail ? walk_package(mail->der, Profile::mail) : walk_package(bytes, Profile::gcm);
    envelope.size = bytes.size();
    return envelope;
  } catch (const Broken&) {
    return std::nullopt;
  }
}

}  // namespace report
