// SPDX-License-Identifier: EUPL-1.2
// The two texts for people in a package: the letter and the explanation. Dutch, UTF-8, lines of at
// most 78 letters.
#pragma once

#include <string>
#include <vector>

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
};

/// brief.txt
std::string write_letter(const Handover& handover, const Classification& classification,
                         const Decision& decision);
/// LEESMIJ.txt
std::string write_explanation(const Handover& handover);

}  // namespace report
