// SPDX-License-Identifier: EUPL-1.2
// SARIF 2.1.0 (OASIS, https://docs.oasis-open.org/sarif/sarif/v2.1.0/). The results come first and
// the rules they name last, so that the report is written as it grows.
#include <map>
#include <mutex>
#include <vector>

#include "output/check_report.hpp"
#include "output/json.hpp"

namespace report {
namespace {

constexpr BySeverity<std::string_view> levels{"error", "warning", "note"};

/// A path as a relative reference of RFC 3986.
std::string uri_of(std::string_view path) {
  constexpr std::string_view plain = "-._~/";
  constexpr std::string_view digits = "0123456789ABCDEF";
  while (path.starts_with("./")) path.remove_prefix(2);
  std::string out;
  for (const char letter : path) {
    const auto byte = static_cast<unsigned char>(letter);
    if ((byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
        (byte >= 'A' && byte <= 'Z') || plain.find(letter) != std::string_view::npos) {
      out += letter;
    } else {
      out += '%';
      out += digits[byte >> 4U];
      out += digits[byte & 0xFU];
    }
  }
  return out;
}

Json location_of(const std::string& file, const Spotted* at) {
  Json place{{"artifactLocation", {{"uri", uri_of(file)}}}};
  if (at != nullptr)
    place["region"] = Json{{"startLine", at->line},
                           {"startColumn", at->column},
                           {"endLine", at->end_line},
                           {"endColumn", at->end_column}};
  return Json{{"physicalLocation", std::move(place)}};
}

/// One of the notifications that stand beside the results.
Json notification(const std::string& file, std::string_view level, const std::string& text) {
  return Json{{"level", level},
              {"message", {{"text", text}}},
              {"locations", Json::array({location_of(file, nullptr)})}};
}

class SarifReport : public CheckReport {
 public:
  [[nodiscard]] Needs needs() const override { return {.fingerprint = true}; }
  [[nodiscard]] std::string head() const override {
    return "{\"$schema\":\"https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/"
           "sarif-schema-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{"
           "\"columnKind\":\"unicodeCodePoints\",\"results\":[";
  }
  [[nodiscard]] std::string lead(bool first) const override { return first ? "\n" : ",\n"; }

  [[nodiscard]] std::string tail(bool any) const override {
    const std::lock_guard lock(mutex_);
    Json rules = Json::array();
    for (const auto& [id, why] : rules_) {
      Json rule{{"id", id}};
      if (!why.empty()) rule["shortDescription"] = Json{{"text", why}};
      rules.push_back(std::move(rule));
    }
    Json driver{{"name", "report"}, {"version", REPORT_VERSION}, {"rules", std::move(rules)}};
    Json said = Json::array();
    for (const auto& [place, one] : notifications_) said.push_back(one);
    Json invocation{{"executionSuccessful", !failed_},
                    {"toolExecutionNotifications", std::move(said)}};
    return std::string(any ? "\n" : "") + "],\"tool\":" + dump(Json{{"driver", driver}}) +
           ",\"invocations\":" + dump(Json::array({invocation})) + "}]}\n";
  }

  std::string note(const CheckedNote& checked) override {
    std::string out;
    for (const Shown& shown : checked.shown) {
      Json result{{"ruleId", shown.spotted.rule},
                  {"level", levels[shown.spotted.severity]},
                  {"message", {{"text", sentence_on(shown)}}},
                  {"locations", Json::array({location_of(checked.name, &shown.spotted)})},
                  {"partialFingerprints", {{"report/v1", shown.fingerprint}}}};
      if (!out.empty()) out += lead(false);
      out += dump(result);
    }
    const std::lock_guard lock(mutex_);
    for (const Shown& shown : checked.shown) rules_.emplace(shown.spotted.rule, shown.why);
    for (const Exemption& exemption : checked.unused)
      notifications_.emplace(
          std::pair(checked.name, exemption.line),
          notification(checked.name, "note",
                       "the exemption on line " + std::to_string(exemption.line) +
                           (exemption.reasoned ? " is not used" : " gives no reason")));
    return out;
  }

  std::string fault(const std::optional<std::string>& id, std::size_t line,
                    const Error& error) override {
    const std::string name = id.value_or("");
    const std::lock_guard lock(mutex_);
    failed_ = true;
    notifications_.emplace(std::pair(name, line), notification(name, "error", error.what()));
    return {};
  }

 private:
  mutable std::mutex mutex_;
  std::map<std::string, std::string> rules_;  // id and why
  std::map<std::pair<std::string, std::size_t>, Json> notifications_;
  bool failed_ = false;
};

}  // namespace

std::unique_ptr<CheckReport> sarif_report() { return std::make_unique<SarifReport>(); }

}  // namespace report
