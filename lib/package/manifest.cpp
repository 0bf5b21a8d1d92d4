// SPDX-License-Identifier: EUPL-1.2
#include "package/manifest.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include <nlohmann/json.hpp>

#include "base/digest.hpp"

namespace report {
namespace {

using Json = nlohmann::ordered_json;

/// Two digits are all a reader can use, and nobody can tell notes apart by more.
double rounded(double score) {
  constexpr double hundredths = 100;
  return std::round(score * hundredths) / hundredths;
}

Json text_or_null(const std::optional<std::string>& text) {
  return text ? Json(*text) : Json(nullptr);
}

/// Ids of the rules alone: a position in the note would tell how long it was before scrubbing.
Json categories_of(const Classification& classification) {
  Json categories = Json::array();
  for (const CategoryScore& category : classification.categories) {
    std::set<std::string> rules;
    for (const Evidence& evidence : category.evidence) rules.insert(evidence.rule);
    categories.push_back(
        {{"id", category.id}, {"score", rounded(category.score)}, {"rules", rules}});
  }
  return categories;
}

Json recipients_of(const Handover& handover) {
  Json recipients = Json::array();
  for (const auto& [recipient, state] : handover.recipients)
    recipients.push_back({{"office", recipient.office},
                          {"organisation", recipient.organisation},
                          {"certificate", state.fingerprint},
                          {"key_id", state.key_id}});
  return recipients;
}

Json begin(const Handover& handover) {
  Json manifest;
  manifest["format"] = {
      {"name", "report-package"}, {"version", 1}, {"profile", name_of(handover.profile)}};
  manifest["case"] = handover.case_id;
  manifest["month"] = handover.month;
  return manifest;
}

std::string end(Json manifest, const Handover& handover, const Files& files) {
  manifest["recipients"] = recipients_of(handover);
  if (!handover.shown_ids.empty()) manifest["shown_ids"] = handover.shown_ids;
  for (const auto& [name, bytes] : files) manifest["files"][name] = sha256_hex(bytes);
  constexpr int indent = 2;
  return manifest.dump(indent, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string write_manifest(const Handover& handover,
                           const std::map<std::string, std::size_t>& removed,
                           const Classification& classification, const Decision& decision,
                           const std::string& rulebook_digest, const Files& files) {
  Json manifest = begin(handover);
  manifest["scope"] = classification.scope;
  manifest["categories"] = categories_of(classification);
  manifest["organisation"] = text_or_null(decision.organisation);
  manifest["accused"] = {{"office", text_or_null(decision.accused_office)}};
  if (!handover.subjects.empty()) manifest["subjects"] = handover.subjects;
  manifest["route"] = decision.route;
  manifest["rule"] = decision.rule;
  manifest["grounds"] = Json::array();
  for (const auto* const sentences : {&decision.votes, &decision.grounds})
    for (const Message& sentence : *sentences)
      manifest["grounds"].push_back(sentence.in(Language::nl));
  manifest["addressee"] = nullptr;
  if (decision.addressee)
    manifest["addressee"] = {{"office", decision.addressee->office},
                             {"organisation", decision.addressee->organisation}};
  manifest["rulebook"] = rulebook_digest;
  manifest["removed"] = removed;
  manifest["lifted"] = Json::array();
  for (const Lift& lift : decision.lifted)
    manifest["lifted"].push_back({{"gate", lift.gate}, {"because", lift.because}});
  return end(std::move(manifest), handover, files);
}

std::string write_trial_manifest(const Handover& handover, const Files& files) {
  Json manifest = begin(handover);
  manifest["trial"] = true;
  return end(std::move(manifest), handover, files);
}

}  // namespace report
