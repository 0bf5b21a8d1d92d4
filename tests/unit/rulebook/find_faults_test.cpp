// SPDX-License-Identifier: EUPL-1.2
// Faults in the files of rules/find/ are told with their place.
#include <doctest/doctest.h>

#include "unit/rulebook/faults_with.hpp"

using namespace report;

TEST_CASE("find faults: a label that no type has is told where it stands") {
  const std::vector<std::string> faults =
      faults_with("find/beside.yaml", "\"{label:GEBOORTEDATUM} (", "\"{label:GEBOORTEDATUMS} (");
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].find("find/beside.yaml:26:13: no type has the label 'GEBOORTEDATUMS'") !=
        std::string::npos);
}
