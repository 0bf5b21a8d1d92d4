// SPDX-License-Identifier: EUPL-1.2
#include "classify/word_features.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "classify/reading.hpp"
#include "document/written_labels.hpp"

using namespace report;

namespace {

const Rulebook& rules() {
  static const Rulebook rulebook = builtin_rulebook();
  return rulebook;
}

/// "feature at-token".
std::vector<std::string> features_of(const std::string& text) {
  const Reading reading = read_cues_in(text, written_labels(text), rules());
  std::vector<std::string> features;
  for_each_word_feature(reading.text, rules().classify.alike,
                        [&](std::string_view name, std::uint32_t begin, std::uint32_t end) {
                          features.push_back(std::string(name) + " " + std::to_string(begin) + "-" +
                                             std::to_string(end));
                        });
  return features;
}

}  // namespace

TEST_CASE("word features: all of a sentence, in its order, without what tells gender or origin") {
  CHECK(features_of("De agente, [PERSOON 1], nam zij geen smeergeld in 2024.") ==
        std::vector<std::string>{"w:de 0-1",
                                 "b:de agent 0-2",
                                 "w:agent 1-2",
                                 "p:agen 1-2",
                                 "b:agent PERSOON 1-4",
                                 "w:PERSOON 3-4",
                                 "b:PERSOON nam 3-6",
                                 "w:nam 5-6",
                                 "b:nam geen 5-8",
                                 "w:geen 7-8",
                                 "b:geen smeergeld 7-9",
                                 "n:smeerg 8-9",
                                 "w:smeergeld 8-9",
                                 "p:smee 8-9",
                                 "s:geld 8-9",
                                 "p:smeer 8-9",
                                 "s:rgeld 8-9",
                                 "p:smeerg 8-9",
                                 "s:ergeld 8-9",
                                 "p:smeerge 8-9",
                                 "s:eergeld 8-9",
                                 "b:smeergeld in 8-10",
                                 "w:in 9-10",
                                 "b:in 0000 9-11",
                                 "w:0000 10-11"});
}
