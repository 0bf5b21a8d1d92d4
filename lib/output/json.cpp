// SPDX-License-Identifier: EUPL-1.2
#include "output/json.hpp"

#include <cmath>
#include <iterator>

#include <fmt/format.h>

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

/// Writes objects as dump() would, without making them first: of many notes that takes longer than
/// to look through some of them.
class JsonText {
 public:
  /// `before` is the key with all that stands before its value.
  JsonText& text(std::string_view before, std::string_view value) {
    out_ += before;
    if (first_fault(value)) {
      out_ += dump(Json(std::string(value)));
      return *this;
    }
    out_ += '"';
    std::size_t done = 0;
    for (std::size_t at = 0; at < value.size(); ++at) {
      const auto byte = static_cast<unsigned char>(value[at]);
      if (byte >= 0x20U && byte != '"' && byte != '\\') continue;
      out_ += value.substr(done, at - done);
      out_ += escaped(value[at]);
      done = at + 1;
    }
    out_ += value.substr(done);
    out_ += '"';
    return *this;
  }
  JsonText& number(std::string_view before, std::size_t value) {
    out_ += before;
    fmt::format_to(std::back_inserter(out_), "{}", value);
    return *this;
  }
  JsonText& certainty(std::string_view before, double value) {
    out_ += before;
    const auto hundredths = static_cast<std::size_t>(std::lround(value * 100));
    if (value < 0 || hundredths > 100)
      out_ += dump(Json(rounded(value)));
    else if (hundredths % 10 == 0)
      fmt::format_to(std::back_inserter(out_), "{}.{}", hundredths / 100, hundredths / 10 % 10);
    else
      fmt::format_to(std::back_inserter(out_), "0.{:02}", hundredths);
    return *this;
  }
  JsonText& removal(const Removal& one) {
    return number(R"({"start":)", one.start)
        .number(R"(,"end":)", one.end)
        .text(R"(,"type":)", one.type);
  }
  /// `write` one after another, with commas between.
  template <typename List, typename Write>
  JsonText& list(std::string_view before, const List& all, Write write) {
    out_ += before;
    for (bool first = true; const auto& one : all) {
      if (!first) out_ += ',';
      first = false;
      write(one);
      out_ += '}';
    }
    return *this;
  }
  std::string finish(std::string_view end) {
    out_ += end;
    return std::move(out_);
  }

 private:
  static std::string escaped(char byte) {
    if (byte == '\n') return "\\n";
    if (byte == '"' || byte == '\\') return {'\\', byte};
    const std::string quoted = dump(Json(std::string(1, byte)));
    return quoted.substr(1, quoted.size() - 2);
  }

  std::string out_;
};

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

std::string scrub_line(const Scrubbed& scrubbed, std::string_view note, Values values) {
  const bool shown = values == Values::shown;
  JsonText out;
  out.text(R"({"id":)", scrubbed.id).text(R"(,"text":)", scrubbed.text.text());
  Cutter removed_value(note);
  out.list(R"(,"findings":[)", scrubbed.findings, [&](const Removal& one) {
    out.removal(one).text(R"(,"role":)", name_of(one.role)).text(R"(,"rule":)", one.rule);
    out.certainty(R"(,"certainty":)", one.certainty).text(R"(,"label":)", one.label);
    if (shown) out.text(R"(,"value":)", removed_value(one.start, one.end));
  });
  Cutter unsure_value(note);
  out.list(R"(],"unsure":[)", scrubbed.unsure, [&](const Removal& one) {
    out.removal(one).text(R"(,"rule":)", one.rule).certainty(R"(,"certainty":)", one.certainty);
    if (shown) out.text(R"(,"value":)", unsure_value(one.start, one.end));
  });
  out.list(R"(],"traces":[)", scrubbed.traces, [&](const TraceView& one) {
    out.number(R"({"start":)", one.start).number(R"(,"end":)", one.end);
    out.text(R"(,"class":)", one.trace_class).text(R"(,"rule":)", one.rule);
    if (!one.treatment.empty()) out.text(R"(,"treatment":)", one.treatment);
  });
  return out.finish("]}");
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
