// SPDX-License-Identifier: EUPL-1.2
#include "route/organisation.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "base/among.hpp"
#include "base/deadline.hpp"
#include "route/body_finder.hpp"

namespace report {
namespace {

/// True when the words before `token` are one of `phrases`, an article, colon or '=' passed over.
bool stands_after(const LookedUp& text, std::uint32_t token,
                  const std::vector<std::vector<std::string>>& phrases) {
  const auto passed = [&](std::string_view word) {
    return word == ":" || word == "=" || word == "de" || word == "het";
  };
  for (int skip = 0; skip < 2; ++skip) {
    for (const auto& phrase : phrases)
      if (token >= phrase.size() &&
          std::equal(phrase.begin(), phrase.end(),
                     text.folded.begin() + static_cast<std::ptrdiff_t>(token - phrase.size())))
        return true;
    if (token == 0 || !passed(text.folded[token - 1])) return false;
    --token;
  }
  return false;
}

/// What the words beside a body, in its sentence, say for or against it: that the caller works
/// there, or that it is where somebody turned to.
double what_is_told(const LookedUp& text, const Body& body, const RouteRules& rules) {
  constexpr std::size_t near = 4, far = 7;
  bool caller = false, works = false, consulted = false, acts = false;
  for (std::size_t at = body.begin; at > 0 && body.begin - at < far; --at) {
    const std::string_view word = text.folded[at - 1];
    if (text.sentence[at - 1] != text.sentence[body.begin]) break;
    caller = caller || among(rules.callers, word);
    works = works || among(rules.works, word);
    consulted = consulted || (body.begin - at < near && among(rules.consulted, word));
  }
  for (std::size_t at = body.end; at < std::min<std::size_t>(text.size(), body.end + near); ++at) {
    if (text.sentence[at] != text.sentence[body.begin]) break;
    acts = acts || among(rules.consulted, text.folded[at]);
  }
  const BodyWeights& weights = rules.body_weights;
  return (caller && works ? weights.callers_work : 0) + (consulted ? weights.consulted : 0) +
         (acts ? weights.acts : 0);
}

/// The offices a note names, in its order.
class Offices {
 public:
  Offices(const Reading& reading, const RouteRules& rules, const CueSet& cues)
      : sentence_(reading.text.sentence), folded_(reading.text.folded), of_(rules.joins) {
    for (const CueHit& hit : reading.hits) {
      if (!cues.cues[hit.cue].id.starts_with("office:")) continue;
      hits_.push_back(&hit);
      longest_ = std::max(longest_, hit.end - hit.begin);
    }
    std::stable_sort(hits_.begin(), hits_.end(),
                     [](const CueHit* a, const CueHit* b) { return a->begin < b->begin; });
  }

  enum class Beside { none, near, tied };  // tied: "inspecteur van de NVWA"

  /// How one stands beside the body, in its sentence.
  [[nodiscard]] Beside beside(const Body& body) const {
    constexpr std::uint32_t tokens = 8, gap = 3;
    auto hit = std::partition_point(hits_.begin(), hits_.end(), [&](const CueHit* one) {
      return one->begin + longest_ + tokens < body.begin;
    });
    Beside best = Beside::none;
    for (; hit != hits_.end() && (*hit)->begin <= body.end + tokens; ++hit) {
      if (body.begin > (*hit)->end + tokens || sentence_[(*hit)->begin] != sentence_[body.begin])
        continue;
      if ((*hit)->end <= body.begin && body.begin <= (*hit)->end + gap &&
          ((*hit)->end == body.begin || among(of_, folded_[(*hit)->end])))
        return Beside::tied;
      best = Beside::near;
    }
    return best;
  }

 private:
  const std::vector<std::uint32_t>& sentence_;
  const std::vector<std::string_view>& folded_;
  const std::vector<std::string>& of_;
  std::vector<const CueHit*> hits_;
  std::uint32_t longest_ = 0;
};

}  // namespace

std::vector<Body> find_bodies(const Reading& reading, const RouteRules& rules) {
  std::vector<Body> bodies;
  const BodyFinder finder(reading, rules);
  for (std::size_t at = 0; at < reading.text.size();) {
    check_deadline();
    auto body = finder.at(at);
    if (!body) {
      ++at;
      continue;
    }
    at = body->end;
    if (stands_after(reading.text, body->begin, rules.not_body_after)) body->weight -= 1;
    if (stands_after(reading.text, body->begin, rules.body_after)) body->weight += 1;
    if (bodies.empty() || !finder.join(bodies.back(), *body)) bodies.push_back(std::move(*body));
  }
  return bodies;
}

std::optional<Body> body_of_accused(const std::vector<Body>& bodies, const Reading& reading,
                                    const Rulebook& rulebook) {
  const BodyWeights& weights = rulebook.route.body_weights;
  std::map<std::uint32_t, std::size_t> of_kind;
  std::map<std::pair<std::uint32_t, std::string_view>, std::size_t> of_name;
  for (const Body& body : bodies) {
    ++of_kind[body.kind];
    ++of_name[{body.kind, body.name}];
  }
  const Offices offices(reading, rulebook.route, rulebook.classify.cues);
  std::optional<Body> best;
  double best_weight = 0;
  const double length = static_cast<double>(std::max<std::size_t>(reading.text.size(), 1));
  for (const Body& body : bodies) {
    check_deadline();
    double weight = body.weight + what_is_told(reading.text, body, rulebook.route);
    weight += body.named ? weights.named : body.own ? weights.own : 0;
    weight += weights.later * body.begin / length;
    weight += weights.again / 2 * static_cast<double>(of_kind[body.kind] - 1) +
              weights.again * static_cast<double>(of_name[{body.kind, body.name}] - 1);
    const Offices::Beside office = offices.beside(body);
    weight += office != Offices::Beside::none ? weights.office_near : 0;
    weight += office == Offices::Beside::tied ? weights.office_tied : 0;
    if (!best || weight > best_weight) {
      best = body;
      best_weight = weight;
    }
  }
  return best;
}

std::optional<std::uint32_t> kind_of_body(const std::string& name, const Rulebook& rulebook) {
  const Reading reading = read_cues_in(name, {}, rulebook);
  const auto bodies = find_bodies(reading, rulebook.route);
  if (bodies.empty()) return std::nullopt;
  return bodies.front().kind;
}

}  // namespace report
