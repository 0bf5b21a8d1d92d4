// SPDX-License-Identifier: EUPL-1.2
// The two texts for people in a package: the letter and the explanation. Dutch, UTF-8, lines of at
// most 78 letters.
#pragma once

#include <string>
#include <vector>

#include "package/mime.hpp"
#include "package/package.hpp"

namespace report {

/// What the texts speak of, beside classification and decision.
struct Handover {
  std::string case_id;    // random
  std::string month;      // "2026-11"
  std::string file_name;  // of the package
  struct To {
    Recipient recipient;
    CertificateState state;
  };
  std::vector<To> recipients;
  std::vector<std::string> subjects;
  Profile profile = Profile::gcm;
  std::vector<std::string> shown_ids;  // key ids on the package; empty: the recipients' own
};

/// brief.txt
std::string write_letter(const Handover& handover, const Classification& classification,
                         const Decision& decision);
/// LEESMIJ.txt
std::string write_explanation(const Handover& handover);

/// The letter and the invented note of a package to try a key on.
std::string write_trial_letter(const Handover& handover);
extern const std::string_view trial_note;

}  // namespace report
