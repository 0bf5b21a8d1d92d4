// SPDX-License-Identifier: EUPL-1.2
// One's own certificate and private key: PEM, PKCS #12, or a key on a PKCS #11 token. For the
// sources of this stage only.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "package/openssl.hpp"

namespace report::openssl {

struct Identity {
  Chain chain;
  std::shared_ptr<void> token;  // what a key on a token needs while it is used
  Key key;
};

/// The pair, tried for being one. `key` is a PEM or PKCS #12 file or a "pkcs11:" URI (RFC 7512);
/// `certificate` may be empty when the PKCS #12 file holds it. Throws Error{usage}: unreadable,
/// locked without a way to ask, wrong passphrase or PIN, no pair.
Identity read_identity(const std::filesystem::path& certificate, const std::filesystem::path& key,
                       const AskPassphrase& ask);

/// A private key on a token by its URI; the PIN is asked for, unless the URI names a source for it.
/// Throws Error{usage}.
struct TokenKey {
  std::shared_ptr<void> token;
  Key key;
};
TokenKey read_token_key(const std::string& uri, const AskPassphrase& ask);

}  // namespace report::openssl
