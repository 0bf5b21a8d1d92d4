// SPDX-License-Identifier: EUPL-1.2
#include "output/json.hpp"

#include <cmath>

#include "text/utf8.hpp"

namespace report {
namespace {

/// Two decimals say all there is to say of a certainty.
double rounded(double value) { return std::round(value * 100) / 100; }

std::string_view name_of(Role role) {
  switch (role) {
    case Role::reporter:
      return "reporter";
    case Role::subject:
      return "subject";
    case Role::third:
      return "third";
    case Role::unknown:
      return "unknown";
  }
  return {};
}

/// Cuts ranges of code points out of a note; in one pass as long as their starts rise.
class Cutter {
 public:
  explicit Cutter(std::string_view note) : note_(note) {}
  std::string operator()(std::size_t start, std::size_t end) {
    if (start < point_) byte_ = point_ = 0;
    move_to(start);
    const std::size_t byte = byte_, point = point_;
    move_to(end);
    std::string value(note_.substr(byte, byte_ - byte));
    byte_ = byte;
    point_ = point;
    return value;
  }

 private:
  void move_to(std::size_t point) {
    for (; point_ < point && byte_ < note_.size(); ++point_) decode(note_, byte_);
  }
  std::string_view note_;
  std::size_t byte_ = 0, point_ = 0;
};

Json removal_json(const Removal& removal) {
  return Json{{"start", removal.start}, {"end", removal.end}, {"type", removal.type}};
}

Json evidence_json(const std::vector<Evidence>& evidence) {
  Json out = Json::array();
  for (const Evidence& cue : evidence)
    out.push_back(Json{{"start", cue.start}, {"end", cue.end}, {"rule", cue.rule}});
  return out;
}

template <typename Value>
Json or_null(const std::optional<Value>& value) {
  return value ? Json(*value) : Json(nullptr);
}

}  // namespace

Json scrub_json(const Scrubbed& scrubbed, std::string_view note, Values values) {
  Json findings = Json::array();
  Cutter removed_value(note);
  for (const Removal& removal : scrubbed.findings) {
    Json one = removal_json(removal);
    one["role"] = name_of(removal.role);
    one["rule"] = removal.rule;
    one["certainty"] = rounded(removal.certainty);
    one["label"] = removal.label;
    if (values == Values::shown) one["value"] = removed_value(removal.start, removal.end);
    findings.push_back(std::move(one));
  }
  Json unsure = Json::array();
  Cutter unsure_value(note);
  for (const Removal& removal : scrubbed.unsure) {
    Json one = removal_json(removal);
    one["rule"] = removal.rule;
    one["certainty"] = rounded(removal.certainty);
    if (values == Values::shown) one["value"] = unsure_value(removal.start, removal.end);
    unsure.push_back(std::move(one));
  }
  Json traces = Json::array();
  for (const TraceView& trace : scrubbed.traces) {
    Json one{{"start", trace.start},
             {"end", trace.end},
             {"class", trace.trace_class},
             {"rule", trace.rule}};
    if (!trace.treatment.empty()) one["treatment"] = trace.treatment;
    traces.push_back(std::move(one));
  }
  Json out;
  out["id"] = scrubbed.id;
  out["text"] = scrubbed.text.text();
  out["findings"] = std::move(findings);
  out["unsure"] = std::move(unsure);
  out["traces"] = std::move(traces);
  return out;
}

Json classify_json(const std::string& id, const Classification& classification) {
  Json categories = Json::array();
  for (const CategoryScore& category : classification.categories)
    categories.push_back(Json{{"id", category.id},
                              {"score", rounded(category.score)},
                              {"evidence", evidence_json(category.evidence)}});
  Json out;
  out["id"] = id;
  out["scope"] = classification.scope;
  out["categories"] = std::move(categories);
  return out;
}

Json route_json(const std::string& id, const Decision& decision) {
  Json holds = Json::array();
  for (const Hold& hold : decision.holds) {
    Json one{{"gate", hold.gate}, {"reason", hold.reason.in(Language::en)}};
    if (hold.start && hold.end) {
      one["start"] = *hold.start;
      one["end"] = *hold.end;
    }
    holds.push_back(std::move(one));
  }
  Json out;
  out["id"] = id;
  out["route"] = decision.route;
  out["organisation"] = or_null(decision.organisation);
  out["accused"]["office"] = or_null(decision.accused_office);
  out["addressee"] = nullptr;
  if (decision.addressee)
    out["addressee"] = Json{{"office", decision.addressee->office},
                            {"organisation", decision.addressee->organisation}};
  out["release"] = decision.ready() ? "ready" : "hold";
  out["holds"] = std::move(holds);
  out["rule"] = decision.rule;
  out["grounds"] = Json::array();
  for (const auto* const sentences : {&decision.votes, &decision.grounds})
    for (const Message& sentence : *sentences) out["grounds"].push_back(sentence.in(Language::nl));
  return out;
}

Json check_json(const CheckedNote& checked) {
  Json findings = Json::array();
  for (const Shown& shown : checked.shown) {
    const Spotted& one = shown.spotted;
    Json finding{{"severity", name_of(one.severity)},
                 {"start", one.start},
                 {"end", one.end},
                 {"line", one.line},
                 {"column", one.column},
                 {one.severity == Severity::trace ? "class" : "type", one.type},
                 {"rule", one.rule}};
    if (one.severity != Severity::trace) finding["certainty"] = rounded(one.certainty);
    if (!shown.part.empty()) finding["part"] = shown.part;
    findings.push_back(std::move(finding));
  }
  Json out;
  out["id"] = checked.name;
  out["findings"] = std::move(findings);
  if (checked.unused.empty()) return out;
  out["unused_exemptions"] = Json::array();
  for (const Exemption& exemption : checked.unused)
    out["unused_exemptions"].push_back(
        Json{{"line", exemption.line}, {"reason", exemption.reasoned}});
  return out;
}

Json fault_json(const std::optional<std::string>& id, std::size_t line, const Error& error) {
  Json out;
  out["id"] = or_null(id);
  if (line != 0) out["line"] = line;
  out["error"] = Json{{"code", error.code()}, {"message", error.what()}};
  return out;
}

std::string dump(const Json& json) {
  // A file name need not be UTF-8.
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace report
