// SPDX-License-Identifier: EUPL-1.2
// The recipient's signed answer: that this package was opened and verified, or later that the
// report was assessed. It has no content of the report; its form is in report-package(5).
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>

#include "package/envelope.hpp"

namespace report {

struct Receipt {
  std::string package;  // SHA-256 of the package's file
  std::string case_id;  // from its manifest
  bool assessed = false;
};

/// The case of a package from its manifest; empty when it names none.
std::string case_of(const Files& files);

/// PEM. Throws as Sealer::sign().
std::string write_receipt(const Receipt& receipt, const Sealer& signer, std::chrono::sys_days date);

struct SignedReceipt {
  Receipt receipt;
  std::string signer;              // subject
  std::string signer_fingerprint;  // SHA-256 of its certificate
  std::string day;
};
/// Nothing when the form is another, or signature, certificate or chain do not hold. Throws
/// Error{usage} for the trust bundle.
std::optional<SignedReceipt> read_receipt(const std::string& bytes,
                                          const std::filesystem::path& trust);

}  // namespace report
