// SPDX-License-Identifier: EUPL-1.2
#include "route/accused.hpp"

#include <algorithm>
#include <map>

namespace report {
namespace {

constexpr std::string_view office_cue = "office:";

/// True when the words before the hit say that the office is somebody else's.
bool somebody_elses(const LookedUp& text, const CueHit& hit, const RouteRules& rules) {
  constexpr std::uint32_t reach = 4;
  for (std::uint32_t back = 1; back <= reach && back <= hit.begin; ++back) {
    const std::uint32_t at = hit.begin - back;
    if (text.sentence[at] != text.sentence[hit.begin]) return false;
    for (const auto& words : rules.not_accused_after) {
      if (at + words.size() > text.size()) continue;
      if (std::equal(words.begin(), words.end(), text.folded.begin() + at)) return true;
    }
  }
  return false;
}

bool person_beside(const Reading& reading, const CueHit& hit) {
  constexpr std::uint32_t reach = 3;
  const std::uint32_t from = hit.begin < reach ? 0 : hit.begin - reach;
  const auto to = std::min<std::size_t>(hit.end + reach, reading.text.size());
  for (std::size_t at = from; at < to; ++at)
    if (reading.document->tokens[at].kind == TokenKind::label) return true;
  return false;
}

}  // namespace

const Office* office_of_accused(const Reading& reading, const Rulebook& rulebook) {
  constexpr double elses = -2, person = 0.5, later = 1.0, again = 0.3, in_matter = 0.4;
  const CueSet& cues = rulebook.classify.cues;
  std::map<std::string_view, double> weights;
  const double length = static_cast<double>(std::max<std::size_t>(reading.text.size(), 1));
  for (const CueHit& hit : reading.hits) {
    const std::string_view id = cues.cues[hit.cue].id;
    if (!id.starts_with(office_cue)) continue;
    double weight = 1 - later * hit.begin / length;
    if (somebody_elses(reading.text, hit, rulebook.route)) weight += elses;
    if (person_beside(reading, hit)) weight += person;
    const bool matter =
        std::any_of(reading.hits.begin(), reading.hits.end(), [&](const CueHit& other) {
          return !other.negated && !cues.cues[other.cue].votes.empty() &&
                 reading.text.sentence[other.anchor] == reading.text.sentence[hit.begin];
        });
    if (matter) weight += in_matter;
    auto [at, made] = weights.emplace(id.substr(office_cue.size()), weight);
    if (!made) at->second = std::max(at->second, weight) + (weight > 0 ? again : 0);
  }
  const Office* best = nullptr;
  double best_weight = 0;
  for (const auto& [id, weight] : weights)
    if (weight > best_weight) {
      best = rulebook.route.office(id);
      best_weight = weight;
    }
  return best;
}

std::optional<Addressee> addressee_above(const std::string& accused, std::uint32_t kind,
                                         const std::string& organisation, const RouteRules& rules) {
  const Ladder& ladder = rules.ladders[kind];
  std::string standing = accused;
  for (const Seat& seat : rules.seats)
    if (seat.office == accused &&
        std::find(seat.in.begin(), seat.in.end(), rules.kinds[kind]) != seat.in.end())
      standing = seat.as;
  const auto own = std::find_if(ladder.rungs.begin(), ladder.rungs.end(),
                                [&](const Rung& rung) { return rung.office == standing; });
  const bool below =
      std::find(ladder.below.begin(), ladder.below.end(), standing) != ladder.below.end();
  const Office* const office = rules.office(accused);
  for (auto rung = own == ladder.rungs.end() ? ladder.rungs.begin() : own + 1;
       rung != ladder.rungs.end(); ++rung) {
    const Office* const above = rules.office(rung->office);
    // Somebody of another body's ladder: only an office that outranks his own will do.
    const bool free = own != ladder.rungs.end() || below || office == nullptr ||
                      (above != nullptr && above->rank > office->rank);
    if (free && rung->office != accused)
      return Addressee{rung->office, rung->at.empty() ? organisation : rung->at,
                       above == nullptr ? "" : above->title_nl};
  }
  return std::nullopt;
}

}  // namespace report
