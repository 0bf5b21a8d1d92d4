// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include <doctest/doctest.h>

#include "classify/cue_hits.hpp"
#include "document/written_labels.hpp"
#include "rulebook/rulebook.hpp"

using namespace report;

namespace {

const Rulebook& rules() {
  static const Rulebook rulebook = read_rulebook(REPORT_SOURCE_DIR "/rules");
  return rulebook;
}

std::vector<CueHit> hits(const std::string& text) {
  const Document document = read_document({"", text, std::nullopt}, written_labels(text));
  return find_cues(look_up(document, rules().lexicon), rules().classify);
}

bool counts(const std::string& text, const std::string& cue) {
  const auto found = hits(text);
  return std::any_of(found.begin(), found.end(), [&](const CueHit& hit) {
    return !hit.negated && rules().classify.cues.cues[hit.cue].id == cue;
  });
}

}  // namespace

TEST_CASE("cues: every example of a rule file holds") {
  std::size_t examples = 0;
  for (const Cue& cue : rules().classify.cues.cues) {
    CAPTURE(cue.id);
    for (const Example& example : cue.match) {
      CAPTURE(example.text);
      CHECK(counts(example.text, cue.id));
      ++examples;
    }
    for (const Example& example : cue.no_match) {
      CAPTURE(example.text);
      CHECK_FALSE(counts(example.text, cue.id));
      ++examples;
    }
  }
  CHECK(examples > 200);
}

TEST_CASE("cues: every cue but an office has examples of both kinds and a source") {
  for (const Cue& cue : rules().classify.cues.cues) {
    if (cue.id.starts_with("office:")) continue;
    CAPTURE(cue.id);
    CHECK_FALSE(cue.match.empty());
    CHECK_FALSE(cue.no_match.empty());
    CHECK_FALSE(cue.source.empty());
  }
}

TEST_CASE("cues: a negation before or after cancels, one beyond a turn of the sentence does not") {
  CHECK(counts("hij steelt gereedschap", "theft-verb"));
  CHECK_FALSE(counts("er is geen sprake van diefstal", "theft-verb"));
  CHECK_FALSE(counts("hij steelt niet", "theft-verb"));
  CHECK_FALSE(counts("hij steelt niet, hij leent", "theft-verb"));
  CHECK(counts("nevenwerkzaamheden niet gemeld", "conflict-side-job"));
  CHECK(counts("hij praat niet maar steelt", "theft-verb"));
  CHECK(counts("Dat weet ik niet. Diefstal was het", "theft-verb"));
}

TEST_CASE("cues: parts of a term stand in one sentence in any order") {
  CHECK(counts("gereedschap verdwijnt uit de loods", "theft-goods-gone"));
  CHECK(counts("er verdwijnt steeds gereedschap", "theft-goods-gone"));
  CHECK_FALSE(counts("De mist verdwijnt. Het gereedschap ligt klaar", "theft-goods-gone"));
}

TEST_CASE("cues: homographs of misconduct are no hits") {
  CHECK_FALSE(counts("er zit een lek in het dak", "information-leak"));
  CHECK_FALSE(counts("de positie van de maan", "position-word"));
  CHECK_FALSE(counts("de kassen van de tuinder", "theft-cash"));
  CHECK_FALSE(counts("hij deed de bibliotheek op slot", "associations-sexual-conduct"));
}

TEST_CASE("cues: compounds and both spellings are found") {
  CHECK(counts("tankpasfraude bij de buitendienst", "fraud-word"));
  CHECK(counts("hij nam de dienstauto's mee naar de camping", "assets-vehicle"));
  CHECK(counts("DIEFSTAL uit de loods", "theft-verb"));
}

TEST_CASE("cues: a table of atoms finds words whole, by front, by end and by what is within") {
  const AtomTable table = AtomTable::build({{"kas"}, {"kas*"}, {"*kas"}, {"*kas*"}, {"ik"}});
  const auto atoms = [&](std::string_view word) {
    std::vector<std::uint32_t> found;
    table.atoms_of(word, found);
    std::sort(found.begin(), found.end());
    return found;
  };
  using List = std::vector<std::uint32_t>;
  CHECK(atoms("kas") == List{0, 1, 2, 3});
  CHECK(atoms("kassa") == List{1, 3});
  CHECK(atoms("broeikas") == List{2, 3});
  CHECK(atoms("broeikassen") == List{3});
  CHECK(atoms("ik") == List{4});
  CHECK(atoms("ka").empty());
}
