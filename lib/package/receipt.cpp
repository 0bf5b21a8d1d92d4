// SPDX-License-Identifier: EUPL-1.2
#include "package/receipt.hpp"

#include <nlohmann/json.hpp>
#include <openssl/err.h>

#include "package/signature.hpp"

namespace report {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view begin = "-----BEGIN CMS-----\n";
constexpr std::string_view end = "-----END CMS-----\n";
constexpr std::size_t largest = 64U << 10U;

std::string content_of(const Receipt& receipt) {
  const Json json{{"format", {{"name", "report-receipt"}, {"version", 1}}},
                  {"package", receipt.package},
                  {"case", receipt.case_id},
                  {"state", receipt.assessed ? "assessed" : "received"}};
  return json.dump() + "\n";
}

std::string pem_of(std::string_view der) {
  std::string text(begin);
  add_base64(text, der);
  return text.append(end);
}

bool is_hex(const std::string& text, std::size_t digits) {
  return text.size() == digits && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

/// The content in the one way that content_of() writes it.
std::optional<Receipt> read_content(const std::string& bytes) {
  const auto json = nlohmann::json::parse(bytes, nullptr, false);
  if (!json.is_object()) return {};
  Receipt receipt;
  for (const auto& [key, text] :
       {std::pair{"package", &receipt.package}, {"case", &receipt.case_id}}) {
    if (!json.contains(key) || !json[key].is_string()) return {};
    *text = json[key].get<std::string>();
  }
  receipt.assessed = json.contains("state") && json["state"] == "assessed";
  constexpr std::size_t package_digits = 64;
  constexpr std::size_t case_digits = 16;
  if (!is_hex(receipt.package, package_digits) || !is_hex(receipt.case_id, case_digits)) return {};
  if (content_of(receipt) != bytes) return {};
  return receipt;
}

}  // namespace

std::string case_of(const Files& files) {
  const auto manifest = nlohmann::json::parse(files.back().second, nullptr, false);
  if (!manifest.is_object() || !manifest.contains("case") || !manifest["case"].is_string())
    return {};
  return manifest["case"].get<std::string>();
}

std::string write_receipt(const Receipt& receipt, const Sealer& signer,
                          std::chrono::sys_days date) {
  return pem_of(signer.sign(content_of(receipt), date));
}

std::optional<SignedReceipt> read_receipt(const std::string& bytes,
                                          const std::filesystem::path& trust) {
  const openssl::Trust authorities = openssl::read_trust(trust);
  std::string_view text = bytes;
  if (text.size() > largest || !text.starts_with(begin) || !text.ends_with(end)) return {};
  text.remove_prefix(begin.size());
  text.remove_suffix(std::min(text.size(), end.size()));
  const auto der = read_base64(text);
  if (!der || pem_of(*der) != bytes) return {};
  const auto seal = openssl::verify(*der, authorities, false);
  ERR_clear_error();
  if (!seal) return {};
  auto receipt = read_content(seal->content);
  if (!receipt) return {};
  return SignedReceipt{*std::move(receipt), openssl::subject(seal->signer.get()),
                       openssl::fingerprint(seal->signer.get()), seal->day};
}

}  // namespace report
