// SPDX-License-Identifier: EUPL-1.2
#include "package/certificates.hpp"

#include <algorithm>
#include <iterator>
#include <map>

#include "base/error.hpp"
#include "base/files.hpp"
#include "package/openssl.hpp"
#include "rulebook/yaml.hpp"

namespace report {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t fingerprint_digits = 64;

std::string read_fingerprint(const yaml::Value& value) {
  // As `openssl x509 -fingerprint -sha256` prints it, or plain.
  std::string digits;
  for (const char letter : value.text())
    if (letter != ':')
      digits += static_cast<char>(letter >= 'A' && letter <= 'F' ? letter + 32 : letter);
  if (digits.size() != fingerprint_digits ||
      digits.find_first_not_of("0123456789abcdef") != std::string::npos)
    throw value.fault(say({"de vingerafdruk is geen SHA-256 in hexadecimale cijfers",
                           "the fingerprint is not a SHA-256 in hexadecimal digits"}),
                      {say({"openssl x509 -in BESTAND -noout -fingerprint -sha256 toont haar",
                            "openssl x509 -in FILE -noout -fingerprint -sha256 prints it"})});
  return digits;
}

fs::path read_path(const fs::path& file, const std::string& text) {
  return file.parent_path() / text;
}

int days_until(const ASN1_TIME* time) {
  int days = 0;
  int seconds = 0;
  if (ASN1_TIME_diff(&days, &seconds, nullptr, time) != 1) return 0;
  return seconds < 0 ? days - 1 : days;  // an hour ago is a day too late, not today
}

}  // namespace

std::vector<Recipient> read_office_file(const fs::path& file) {
  yaml::Map map(yaml::parse(file.string(), read_file(file)));
  Recipient office;
  office.office = map.text("office");
  office.organisation = map.text("organisation", "");
  if (const auto profile = map.optional("profile")) {
    if (profile->text() != "gcm" && profile->text() != "mail")
      throw profile->fault(
          say({"het profiel is 'gcm' of 'mail'", "the profile is 'gcm' or 'mail'"}));
    office.mail = profile->text() == "mail";
  }
  if (const auto pinned = map.optional("receipts"))
    office.receipt_fingerprint = read_fingerprint(*pinned);
  std::vector<Recipient> all;
  const auto add = [&](yaml::Map& from) {
    all.push_back(office);
    all.back().certificate = read_path(file, from.text("certificate"));
    all.back().fingerprint = read_fingerprint(from.required("fingerprint"));
  };
  if (const auto several = map.optional("certificates")) {
    for (const yaml::Value& value : several->items()) {
      yaml::Map one(value);
      add(one);
      one.done();
    }
    if (all.empty())
      throw several->fault(
          say({"de ontvanger heeft geen certificaat", "the office has no certificate"}));
  } else {
    add(map);
  }
  map.done();
  return all;
}

std::vector<Recipient> read_directory(const fs::path& folder) {
  std::error_code fault;
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder, fault))
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  if (fault)
    throw Error(Fault::rules,
                say({"{}: de map met ontvangers kan niet worden gelezen: {}",
                     "{}: cannot read the directory of offices: {}"},
                    folder.string(), system_says(fault.value())),
                {say({"noem met --recipients de map met een YAML-bestand per ontvanger",
                      "name the folder with one YAML file an office with --recipients"})});
  std::ranges::sort(files);
  std::vector<Recipient> recipients;
  std::map<std::pair<std::string, std::string>, fs::path> seen;
  for (const fs::path& file : files) {
    std::vector<Recipient> office = read_office_file(file);
    const auto [first, is_new] =
        seen.emplace(std::pair{office.front().office, office.front().organisation}, file);
    if (!is_new)
      throw Error(Fault::rules, Place{file.string(), 1, 1},
                  say({"dezelfde ontvanger en organisatie als in {}",
                       "the same office and organisation as in {}"},
                      first->second.string()));
    std::ranges::move(office, std::back_inserter(recipients));
  }
  return recipients;
}

struct Authorities::Own {
  openssl::Trust trust;

  CertificateState state_of(const fs::path& file, const std::string& pinned, int purpose,
                            Message (*own_fault)(X509*)) const {
    CertificateState state;
    openssl::Chain chain;
    try {
      chain = openssl::read_chain(file);
    } catch (const Error& error) {
      state.reason = error.message();
      return state;
    }
    X509* certificate = chain.certificate.get();
    state.key = openssl::key_name(certificate);
    state.key_id = openssl::key_id(certificate);
    state.fingerprint = openssl::fingerprint(certificate);
    state.not_after = openssl::date(X509_get0_notAfter(certificate));
    state.days_left = days_until(X509_get0_notAfter(certificate));
    if (!pinned.empty() && pinned != state.fingerprint)
      state.reason = say({"de vingerafdruk is niet die in de map: iemand heeft het vervangen",
                          "its fingerprint is not the one in the directory: somebody replaced it"});
    const auto chain_fault = [&](int wanted) {
      return openssl::chain_fault(certificate, chain.others.get(), trust.store.get(), wanted);
    };
    if (state.reason.empty()) state.reason = chain_fault(0);
    if (state.reason.empty()) state.reason = own_fault(certificate);
    // Last: what OpenSSL says of a purpose tells nobody what is wrong.
    if (state.reason.empty() && purpose != 0) state.reason = chain_fault(purpose);
    state.valid = state.reason.empty();
    return state;
  }
};

Authorities::Authorities(const fs::path& trust)
    : own_(std::make_shared<const Own>(Own{openssl::read_trust(trust)})) {}

CertificateState Authorities::check(const Recipient& recipient) const {
  return own_->state_of(recipient.certificate, recipient.fingerprint, 0, openssl::recipient_fault);
}

CertificateState Authorities::check_signer(const fs::path& certificate) const {
  return own_->state_of(certificate, "", X509_PURPOSE_SMIME_SIGN, openssl::sealer_fault);
}

CertificateState check_certificate(const Recipient& recipient, const fs::path& trust) {
  return Authorities(trust).check(recipient);
}

}  // namespace report
