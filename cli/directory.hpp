// SPDX-License-Identifier: EUPL-1.2
// The directory of offices, each with what its certificate is worth.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "package/certificates.hpp"
#include "route/route.hpp"

namespace report {

/// From how many days before its end a certificate is spoken of.
inline constexpr int soon_to_expire = 30;

/// An office of the directory with what a look at its certificate said.
struct CheckedRecipient {
  Recipient recipient;
  CertificateState state;
};

/// Every office of the directory, its certificate checked. Throws Error{rules} for the directory,
/// Error{usage} for the trust bundle.
std::vector<CheckedRecipient> check_directory(const std::filesystem::path& directory,
                                              const std::filesystem::path& trust);

/// The certificates of the office that an addressee is: the same office, and the same organisation
/// unless the directory gives it none. Upper and lower case and diacritics do not matter.
std::vector<const CheckedRecipient*> recipients_for(const std::vector<CheckedRecipient>& recipients,
                                                    const Addressee& addressee);

/// Whether two names are the same but for case and diacritics.
bool same_name(std::string_view a, std::string_view b);

/// The same office of the same organisation, as same_name() compares.
bool same_office(const Recipient& a, const Recipient& b);

/// Office and organisation as one text, equal for two of the same_office() only.
std::string office_key(const Recipient& recipient);

}  // namespace report
