// SPDX-License-Identifier: EUPL-1.2
// Faults in the files of rules/classify/ are told with their place.
#include <doctest/doctest.h>

#include "unit/rulebook/faults_with.hpp"

using namespace report;

TEST_CASE("classify faults: a class of the lexicon that is none is told where it stands") {
  CHECK(faults_with("classify/alike.yaml", "[given_name, surname,", "[given_name, surnaam,") ==
        std::vector<std::string>{"classify/alike.yaml:55:32: unknown lexicon class 'surnaam' "
                                 "(did you mean 'surname'?)"});
  CHECK(
      faults_with("classify/alike.yaml", "kept_classes: [stopword,", "kept_classes: [stopwort,") ==
      std::vector<std::string>{"classify/alike.yaml:56:16: unknown lexicon class 'stopwort' "
                               "(did you mean 'stopword'?)"});
}
