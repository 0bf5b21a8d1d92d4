// SPDX-License-Identifier: EUPL-1.2
#include "rulebook/route_rules.hpp"

#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include "rulebook/organisation_rules.hpp"

namespace report {
namespace {

constexpr std::array levels{"staff", "management", "authority", "political", "justice", "receiver"};
/// What lib/route/gates.cpp and route.cpp ask.
constexpr std::array gate_ids{"content",        "concrete-who",  "concrete-what",
                              "concrete-where", "concrete-when", "safe-unsure",
                              "safe-trace",     "conflict",      "addressee"};

template <typename Known>
void want(const yaml::Value& value, const std::string& word, const Known& known,
          const Message& what) {
  if (std::find(std::begin(known), std::end(known), word) == std::end(known))
    throw value.fault(say({"er is geen {} '{}'", "there is no {} '{}'"}, what, word));
}

Message sentence(yaml::Map& map, const std::string& key) {
  return {map.text(key + "_nl"), map.text(key + "_en")};
}

class RouteReader {
 public:
  RouteReader(const RuleReading& reading, const ClassifyRules& classify, const Lexicon& lexicon,
              RouteRules& rules)
      : reading_(reading), classify_(classify), lexicon_(lexicon), rules_(rules) {
    for (const Output& output : classify.outputs)
      if (output.kind == "route") routes_.push_back(output.id);
  }

  void read() {
    each("route/offices", "offices", [&](const yaml::Value& value) { read_office(value); });
    reading_.each("route/conflicts", [&](const yaml::Value& file) {
      yaml::Map map(file);
      for (const yaml::Value& value : map.required("receivers").items()) read_receiver(value);
    });
    reading_.each("route/organisations", [&](const yaml::Value& file) {
      read_organisations(file, reading_, lexicon_, rules_);
    });
    rules_.ladders.resize(rules_.kinds.size());
    reading_.each("route/conflicts", [&](const yaml::Value& file) { read_conflicts(file); });
    each("route/table", "rows", [&](const yaml::Value& value) { read_row(value); });
    each("route/referrals", "referrals", [&](const yaml::Value& value) { read_referral(value); });
    each("route/gates", "gates", [&](const yaml::Value& value) {
      yaml::Map map(value);
      const std::string id = yaml::one_of(map.required("id"), {gate_ids.begin(), gate_ids.end()},
                                          say({"poort", "gate"}));
      rules_.questions.emplace(id, sentence(map, "ask"));
      map.done();
    });
    reading_.guarded([&] { check_gates(); });
  }

 private:
  /// Every item of the list `key` of the file; its other keys are read here too.
  void each(std::string_view file_name, std::string_view key,
            const std::function<void(const yaml::Value&)>& take) {
    reading_.each(file_name, [&](const yaml::Value& file) {
      yaml::Map map(file);
      (void)map.text("source", "");
      if (key == "offices") {
        for (const std::string& words : map.texts("not_after"))
          rules_.not_accused_after.push_back(folded_words(words));
      }
      if (key == "rows") read_nobody_free(map.required("nobody_free"));
      for (const yaml::Value& value : map.required(key).items())
        reading_.guarded([&] { take(value); });
      map.done();
    });
  }

  void check_gates() const {
    for (const char* const id : gate_ids)
      if (!rules_.rows.empty() && !rules_.questions.contains(id))
        throw Error(Fault::rules, Place{"route/gates.yaml", 1, 1},
                    say({"de poort '{}' ontbreekt", "the gate '{}' is missing"}, id));
  }

  static void read_scores(yaml::Map& map, std::string_view key,
                          std::map<std::string, double>& into) {
    if (const auto entries = map.optional(key))
      for (const auto& [output, score] : entries->entries())
        into.emplace(output.text(), score.number());
  }

  void read_nobody_free(const yaml::Value& value) {
    yaml::Map map(value);
    NobodyFree& made = rules_.nobody_free;
    read_scores(map, "at_least", made.at_least);
    made.ground = sentence(map, "ground");
    map.done();
    for (const auto& [output, score] : made.at_least)
      if (classify_.output(output) == nullptr)
        throw value.fault(
            say({"nobody_free: er is geen uitkomst '{}'", "nobody_free: there is no output '{}'"},
                output));
  }

  void read_office(const yaml::Value& value) {
    yaml::Map map(value);
    Office office{.id = map.text("id"),
                  .title_nl = map.text("title_nl"),
                  .title_en = map.text("title_en"),
                  .level = map.text("level"),
                  .rank = map.required("rank").whole()};
    (void)map.texts("words");  // cues: read_cues has them
    map.done();
    want(value, office.level, levels, say({"niveau", "level"}));
    if (rules_.office(office.id) != nullptr)
      throw value.fault(say({"er zijn twee ambten '{}'", "there are two offices '{}'"}, office.id));
    rules_.offices.push_back(std::move(office));
  }

  void read_receiver(const yaml::Value& value) {
    yaml::Map map(value);
    rules_.offices.push_back({map.text("id"), map.text("title_nl"), map.text("title_en"),
                              "receiver", map.required("rank").whole()});
    map.done();
  }

  std::size_t kind_of(const yaml::Value& value, const std::string& id) {
    want(value, id, rules_.kinds, say({"soort organisatie", "kind of organisation"}));
    return static_cast<std::size_t>(std::find(rules_.kinds.begin(), rules_.kinds.end(), id) -
                                    rules_.kinds.begin());
  }

  const Office& known_office(const yaml::Value& value, const std::string& id) {
    const Office* const office = rules_.office(id);
    if (office == nullptr)
      throw value.fault(say({"er is geen ambt '{}'", "there is no office '{}'"}, id));
    return *office;
  }

  void read_ladder(const yaml::Value& value) {
    yaml::Map map(value);
    const std::size_t kind = kind_of(value, map.text("kind"));
    Ladder ladder;
    std::set<std::string> seen;
    const auto once = [&](const yaml::Value& place, const std::string& id) {
      (void)known_office(place, id);
      if (!seen.insert(id).second)
        throw place.fault(
            say({"'{}' staat twee keer in deze ladder", "'{}' stands twice in this ladder"}, id));
    };
    for (const std::string& id : map.texts("below")) {
      once(value, id);
      ladder.below.push_back(id);
    }
    int rank = -1;
    for (const yaml::Value& step : map.required("rungs").items()) {
      Rung rung;
      if (step.is_map()) {
        yaml::Map entry(step);
        rung = {entry.text("office"), entry.text("at", "")};
        entry.done();
      } else {
        rung.office = step.text();
      }
      once(step, rung.office);
      if (known_office(step, rung.office).rank <= rank)
        throw step.fault(say({"'{}' staat niet boven de sport ervoor",
                              "'{}' does not stand above the rung before it"},
                             rung.office));
      rank = known_office(step, rung.office).rank;
      ladder.rungs.push_back(std::move(rung));
    }
    map.done();
    for (const std::string& id : ladder.below)
      if (known_office(value, id).rank >= known_office(value, ladder.rungs.front().office).rank)
        throw value.fault(say(
            {"'{}' staat niet onder de eerste sport", "'{}' does not stand below the first rung"},
            id));
    if (!rules_.ladders[kind].rungs.empty())
      throw value.fault(say({"deze soort heeft al een ladder", "this kind has a ladder already"}));
    rules_.ladders[kind] = std::move(ladder);
  }

  void read_conflicts(const yaml::Value& file) {
    yaml::Map map(file);
    (void)map.text("source", "");
    (void)map.required("receivers");
    for (const yaml::Value& value : map.required("ladders").items())
      reading_.guarded([&] { read_ladder(value); });
    for (const yaml::Value& value : map.required("seats").items())
      reading_.guarded([&] {
        yaml::Map seat(value);
        rules_.seats.push_back({seat.text("office"), seat.text("as"), seat.texts("in")});
        seat.done();
        (void)known_office(value, rules_.seats.back().office);
        (void)known_office(value, rules_.seats.back().as);
        for (const std::string& kind : rules_.seats.back().in) (void)kind_of(value, kind);
      });
    map.done();
    for (std::size_t kind = 0; kind < rules_.kinds.size(); ++kind)
      if (rules_.ladders[kind].rungs.empty())
        throw file.fault(say({"soort '{}' heeft geen ladder: niemand zou de meldingen krijgen",
                              "kind '{}' has no ladder: nobody would get its reports"},
                             rules_.kinds[kind]));
  }

  void read_row(const yaml::Value& value) {
    yaml::Map map(value);
    TableRow row;
    row.id = map.text("id");
    row.place = value.place();
    yaml::Map when(map.required("when"));
    row.likely = when.texts("likely");
    row.scope = when.texts("scope");
    row.category = when.texts("category");
    row.any = when.texts("any");
    row.office = when.texts("office");
    row.level = when.texts("level");
    row.kind = when.texts("kind");
    read_scores(when, "at_least", row.at_least);
    read_scores(when, "below", row.below);
    when.done();
    row.route = map.text("route");
    row.ground = sentence(map, "ground");
    row.source = map.text("source");
    map.done();
    want(value, row.route, routes_, say({"route", "route"}));
    check_outputs(row, value);
    for (const std::string& id : row.office) (void)known_office(value, id);
    for (const std::string& kind : row.kind) (void)kind_of(value, kind);
    for (const std::string& level : row.level) want(value, level, levels, say({"niveau", "level"}));
    for (const TableRow& earlier : rules_.rows) {
      if (earlier.id == row.id)
        throw value.fault(say({"er zijn twee rijen '{}'", "there are two rows '{}'"}, row.id));
      if (always(earlier))
        throw value.fault(say({"rij '{}' komt nooit aan de beurt: '{}' ervoor neemt alles",
                               "row '{}' is never reached: '{}' before it takes everything"},
                              row.id, earlier.id));
      if (same_conditions(earlier, row))
        throw value.fault(
            say({"rij '{}' heeft de voorwaarden van '{}'", "row '{}' has the conditions of '{}'"},
                row.id, earlier.id));
    }
    rules_.rows.push_back(std::move(row));
  }

  /// What a row asks of classification must be something that classification can say.
  void check_outputs(const TableRow& row, const yaml::Value& value) const {
    const auto output = [&](const std::string& id, std::string_view kind) {
      const Output* const known = classify_.output(id);
      if (known == nullptr || (!kind.empty() && known->kind != kind))
        throw value.fault(say({"rij '{}': er is geen {} '{}'", "row '{}': there is no {} '{}'"},
                              row.id, kind.empty() ? "output" : kind, id));
    };
    for (const std::string& id : row.likely) output(id, "route");
    for (const std::string& id : row.category) output(id, "category");
    for (const std::string& id : row.scope)
      if (id != "integrity") output(id, "scope");
    for (const auto& [id, score] : row.at_least) output(id, "");
    for (const auto& [id, score] : row.below) output(id, "");
    for (const std::string& cue : row.any)
      if (!classify_.cues.find(cue))
        throw value.fault(
            say({"rij '{}': er is geen aanwijzing '{}'", "row '{}': there is no cue '{}'"}, row.id,
                cue));
  }

  static bool always(const TableRow& row) {
    return row.likely.empty() && row.scope.empty() && row.category.empty() && row.any.empty() &&
           row.office.empty() && row.level.empty() && row.kind.empty() && row.at_least.empty() &&
           row.below.empty();
  }

  static bool same_conditions(const TableRow& a, const TableRow& b) {
    return a.likely == b.likely && a.scope == b.scope && a.category == b.category &&
           a.any == b.any && a.office == b.office && a.level == b.level && a.kind == b.kind &&
           a.at_least == b.at_least && a.below == b.below;
  }

  void read_referral(const yaml::Value& value) {
    yaml::Map map(value);
    rules_.referrals.push_back({map.text("route"), map.text("name"), map.text("number"),
                                sentence(map, "hours"), sentence(map, "words"),
                                map.text("source")});
    map.done();
    want(value, rules_.referrals.back().route, routes_, say({"route", "route"}));
  }

  const RuleReading& reading_;
  const ClassifyRules& classify_;
  const Lexicon& lexicon_;
  RouteRules& rules_;
  std::vector<std::string> routes_;
};

}  // namespace

const Office* RouteRules::office(std::string_view id) const {
  for (const Office& each : offices)
    if (each.id == id) return &each;
  return nullptr;
}

const Referral* RouteRules::referral(std::string_view route) const {
  for (const Referral& each : referrals)
    if (each.route == route) return &each;
  return nullptr;
}

RouteRules read_route_rules(const RuleReading& reading, const ClassifyRules& classify,
                            const Lexicon& lexicon) {
  RouteRules rules;
  RouteReader(reading, classify, lexicon, rules).read();
  return rules;
}

}  // namespace report
