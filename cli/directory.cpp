// SPDX-License-Identifier: EUPL-1.2
#include "directory.hpp"

#include <fmt/format.h>

#include "text/normal.hpp"

namespace report {

bool same_name(std::string_view a, std::string_view b) { return fold(a) == fold(b); }

bool same_office(const Recipient& a, const Recipient& b) { return office_key(a) == office_key(b); }

std::string office_key(const Recipient& recipient) {
  const std::string office = fold(recipient.office);
  return fmt::format("{}:{}{}", office.size(), office, fold(recipient.organisation));
}

std::vector<CheckedRecipient> check_directory(const std::filesystem::path& directory,
                                              const std::filesystem::path& trust) {
  std::vector<CheckedRecipient> recipients;
  const Authorities authorities(trust);
  for (Recipient& recipient : read_directory(directory)) {
    CertificateState state = authorities.check(recipient);
    recipients.push_back({std::move(recipient), std::move(state)});
  }
  return recipients;
}

std::vector<const CheckedRecipient*> recipients_for(const std::vector<CheckedRecipient>& recipients,
                                                    const Addressee& addressee) {
  std::vector<const CheckedRecipient*> found;
  for (const CheckedRecipient& checked : recipients) {
    const Recipient& recipient = checked.recipient;
    const bool the_office = same_name(recipient.office, addressee.office) &&
                            (recipient.organisation.empty() ||
                             same_name(recipient.organisation, addressee.organisation));
    // All of the first office that fits, and of no other.
    if (the_office &&
        (found.empty() || found.front()->recipient.organisation == recipient.organisation))
      found.push_back(&checked);
  }
  return found;
}

}  // namespace report
