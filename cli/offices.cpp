// SPDX-License-Identifier: EUPL-1.2
#include "offices.hpp"

#include "text/normal.hpp"

namespace report {

bool same_name(std::string_view a, std::string_view b) { return fold(a) == fold(b); }

std::vector<Office> read_offices(const std::filesystem::path& directory,
                                 const std::filesystem::path& trust) {
  std::vector<Office> offices;
  for (Recipient& recipient : read_directory(directory)) {
    CertificateState state = check_certificate(recipient, trust);
    offices.push_back({std::move(recipient), std::move(state)});
  }
  return offices;
}

const Office* office_of(const std::vector<Office>& offices, const Addressee& addressee) {
  for (const Office& office : offices)
    if (same_name(office.recipient.office, addressee.office) &&
        (office.recipient.organisation.empty() ||
         same_name(office.recipient.organisation, addressee.organisation)))
      return &office;
  return nullptr;
}

}  // namespace report
