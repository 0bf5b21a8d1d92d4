// SPDX-License-Identifier: EUPL-1.2
// Certificates for a package that does not show whom it is for. For the sources of this stage only.
#pragma once

#include "package/openssl.hpp"

namespace report::openssl {

/// A copy with another key id (hexadecimal); its key is the recipient's, its signature no longer
/// holds.
Certificate with_id(X509* certificate, const std::string& id);

/// Something to encrypt to that looks like this recipient and that nobody can open.
Certificate dummy_like(X509* certificate, const std::string& id);

}  // namespace report::openssl
