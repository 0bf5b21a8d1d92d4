// SPDX-License-Identifier: EUPL-1.2
#include "scrub/strict.hpp"

#include <doctest/doctest.h>

#include "scrub/scrub.hpp"

using namespace report;

namespace {

Scrubbed strict(const std::string& text) {
  static const Rulebook rulebook = builtin_rulebook();
  FindOptions options;
  options.traces = Traces::treated;
  return scrub({"", text, std::nullopt}, rulebook, options);
}

}  // namespace

TEST_CASE("strict: a sentence that betrays the reporter is left out, the rest stays") {
  const std::string text =
      "De wethouder nam 500 euro aan. Melder is de enige vrouw in het team. Dat was voor een "
      "vergunning.";
  CHECK(strict(text).text.text() ==
        "De wethouder nam 500 euro aan. [WEGGELATEN] Dat was voor een vergunning.");
}

TEST_CASE("strict: what no rule is certain enough of stays, and is shown") {
  const StrictRules rules{"WEG", {"absence"}, {"exact_time"}, 0.2};
  const auto treatment = [&](const std::string& trace_class, double certainty) {
    return treatment_of({{0, 4}, trace_class, "x", certainty}, rules);
  };
  CHECK(treatment("absence", 0.3) == "removed");
  CHECK(treatment("exact_time", 0.3) == "generalised");
  CHECK(treatment("absence", 0.1).empty());
  CHECK(treatment("exact_time", 0.1).empty());
  CHECK(treatment("quote", 1).empty());
  const std::vector<Trace> traces{{{0, 4}, "absence", "x", 0.1}, {{5, 9}, "absence", "y", 0.3}};
  const Treated treated = treat(traces, {}, {}, {}, rules);
  REQUIRE(treated.gone.size() == 1);
  CHECK(treated.gone[0].span == Span{5, 9});
}

TEST_CASE("strict: of dates month and year stay, of times nothing") {
  CHECK(strict("Het besluit viel op 14 mei 2024.").text.text() == "Het besluit viel mei 2024.");
  CHECK(strict("Het besluit viel op 14-05-2024.").text.text() == "Het besluit viel op 05-2024.");
  CHECK(strict("De raad kwam op dinsdag 3 maart bijeen.").text.text() ==
        "De raad kwam maart bijeen.");
}

TEST_CASE("strict: what was found in a sentence that is left out is still counted") {
  const Scrubbed scrubbed = strict("Melder, Tjitske Hoogeveen, is de enige vrouw in het team.");
  CHECK(scrubbed.text.text() == "[WEGGELATEN]");
  REQUIRE(scrubbed.findings.size() == 1);
  CHECK(scrubbed.counts.at("person") == 1);
  REQUIRE_FALSE(scrubbed.traces.empty());
  CHECK(scrubbed.traces.front().treatment == "removed");
}

TEST_CASE("strict: scrubbing the result changes nothing more, and its places lie in the note") {
  const std::string text =
      "Op dinsdag 14 mei om 07.45 uur zag ik, Jan de Vries, vanuit mijn raam alles. De chef gaf 20 "
      "euro. Hij belt met 06-12345678.";
  const Scrubbed once = strict(text);
  CHECK(strict(once.text.text()).text.text() == once.text.text());
  const std::string& out = once.text.text();
  for (std::size_t at = 0; at < out.size(); ++at)
    CHECK(once.text.to_note({at, at + 1}).end <= text.size());
}

TEST_CASE("strict: without it traces are shown only") {
  static const Rulebook rulebook = builtin_rulebook();
  const std::string text = "Melder is de enige vrouw in het team.";
  const Scrubbed scrubbed = scrub({"", text, std::nullopt}, rulebook);
  CHECK(scrubbed.text.text() == text);
  REQUIRE_FALSE(scrubbed.traces.empty());
  CHECK(scrubbed.traces.front().treatment.empty());
}
