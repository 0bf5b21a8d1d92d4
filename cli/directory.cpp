// SPDX-License-Identifier: EUPL-1.2
#include "directory.hpp"

#include "text/normal.hpp"

namespace report {

bool same_name(std::string_view a, std::string_view b) { return fold(a) == fold(b); }

std::vector<CheckedRecipient> check_directory(const std::filesystem::path& directory,
                                              const std::filesystem::path& trust) {
  std::vector<CheckedRecipient> recipients;
  for (Recipient& recipient : read_directory(directory)) {
    CertificateState state = check_certificate(recipient, trust);
    recipients.push_back({std::move(recipient), std::move(state)});
  }
  return recipients;
}

const CheckedRecipient* recipient_for(const std::vector<CheckedRecipient>& recipients,
                                      const Addressee& addressee) {
  for (const CheckedRecipient& checked : recipients)
    if (same_name(checked.recipient.office, addressee.office) &&
        (checked.recipient.organisation.empty() ||
         same_name(checked.recipient.organisation, addressee.organisation)))
      return &checked;
  return nullptr;
}

}  // namespace report
