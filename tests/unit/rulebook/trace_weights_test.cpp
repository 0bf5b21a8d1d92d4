// SPDX-License-Identifier: EUPL-1.2
#include "rulebook/trace_weights.hpp"

#include <doctest/doctest.h>

#include "base/error.hpp"

namespace report {
namespace {

TraceWeights read(const std::string& text) {
  return TraceWeights::read(yaml::parse("weights.yaml", text));
}

constexpr auto whole = R"(threshold: -1.5
strong: 0.5
rules: {only-one: 2}
traces: {}
words: {enige: 0.75}
starts: {aanvra: -0.25}
lists: {}
note: {enige: 3}
pairs: {de enige: 0.5}
previous: {enige: -1}
next: {enige: 1.25}
gaps: {ik enige: -0.5}
apart: {ik enige: 0.25}
before: {}
behind: {}
)";

TEST_CASE("weights are of a feature and its kind") {
  const TraceWeights weights = read(whole);
  CHECK_FALSE(weights.empty());
  CHECK(weights.threshold() == -1.5);
  CHECK(weights.strong() == 0.5);
  CHECK(weights.of(TraceWeights::key(TraceFeature::rule, "only-one")) == 2);
  CHECK(weights.of(TraceWeights::key(TraceFeature::word, "enige")) == 0.75);
  CHECK(weights.of(TraceWeights::key(TraceFeature::note, "enige")) == 3);
  CHECK(weights.of(TraceWeights::key(TraceFeature::start, "aanvra")) == -0.25);
  CHECK(weights.of(TraceWeights::key(TraceFeature::start, "enige")) == 0);
  CHECK(weights.of(TraceWeights::key(TraceFeature::pair, "de enige")) == 0.5);
  CHECK(weights.of(TraceWeights::key(TraceFeature::pair, "enige de")) == 0);
  CHECK(weights.of(TraceWeights::key(TraceFeature::previous, "enige")) == -1);
  CHECK(weights.of(TraceWeights::key(TraceFeature::next, "enige")) == 1.25);
  CHECK(weights.of(TraceWeights::key(TraceFeature::gap, "ik enige")) == -0.5);
  CHECK(weights.of(TraceWeights::key(TraceFeature::apart, "ik enige")) == 0.25);
  CHECK(weights.of(TraceWeights::key(TraceFeature::pair, "ik enige")) == 0);
}

TEST_CASE("the class that the features of a sentence speak for most") {
  const TraceWeights weights = read(std::string(whole) +
                                    "classes: {absence: {words: {ziek: 1.5, kind: 0.5}}, "
                                    "relation: {words: {kind: 1}, starts: {schoon: 2}}}\n");
  const auto word = [](const char* text) { return TraceWeights::key(TraceFeature::word, text); };
  CHECK(weights.class_of({word("ziek"), word("kind")}) == "absence");
  CHECK(weights.class_of({word("kind")}) == "relation");
  CHECK(weights.class_of({word("iets")}).empty());
}

/// What is said of weights that have a fault.
std::string fault_of(const std::string& text) {
  try {
    (void)read(text);
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::rules);
    return error.what();
  }
  return "";
}

TEST_CASE("faults in weights have their place") {
  const std::string text = whole;
  CHECK(fault_of(text + "extra: 1\n") == "weights.yaml:16:1: unknown key 'extra'");
  CHECK(fault_of("threshold: 0\nstrong: 0\n") == "weights.yaml:1:1: key 'rules' is missing");
  CHECK(fault_of(std::string(text).replace(text.find("0.75"), 4, "veel"))
            .starts_with("weights.yaml:5:16: "));
  CHECK(fault_of(std::string(text).replace(text.find("de enige"), 8, "enige"))
            .starts_with("weights.yaml:9:9: "));
  CHECK(fault_of(std::string(text).replace(text.find("ik enige"), 8, "enige"))
            .starts_with("weights.yaml:12:8: "));
  CHECK(fault_of(text + "classes: {ziek: {}}\n").starts_with("weights.yaml:16:11: "));
  CHECK(fault_of(text + "again: {mine: 1}\n") == "weights.yaml:16:9: unknown key 'mine'");
}

}  // namespace
}  // namespace report
