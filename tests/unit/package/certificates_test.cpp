// SPDX-License-Identifier: EUPL-1.2
#include "package/certificates.hpp"

#include "base/error.hpp"
#include "demo.hpp"

using report::check_certificate;
using report::Error;
using report::Fault;

namespace {

std::string reason(const std::string& name, const std::string& trust = "trust.pem") {
  const auto state = check_certificate(demo::recipient(name), demo::pki() / trust);
  CHECK(state.valid == state.reason.empty());
  return state.reason.in(report::Language::en);
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("certificates: RSA-3072, P-256 and P-384 for encryption are fit") {
  CHECK(reason("kinds/rsa").empty());
  CHECK(reason("kinds/p256").empty());
  CHECK(reason("kinds/p384").empty());
  const auto state = check_certificate(demo::recipient("kinds/p384"), demo::pki() / "trust.pem");
  CHECK(state.key == "EC P-384");
  CHECK(state.key_id.size() == 40);
  CHECK(state.fingerprint.size() == 64);
  CHECK(state.days_left > 30);
  CHECK(check_certificate(demo::recipient("kinds/rsa"), demo::pki() / "trust.pem").key ==
        "RSA-3072");
}

TEST_CASE("certificates: each bad one is refused with its own reason") {
  CHECK(reason("bad/expired") == "expired on 2021-01-01");
  CHECK(reason("bad/revoked") == "revoked");
  CHECK(reason("bad/signing-only") == "no key agreement: a signing certificate");
  CHECK(reason("bad/signing-only-rsa") == "no key encipherment: a signing certificate");
  CHECK(reason("bad/self-signed") == "self-signed");
  CHECK(reason("bad/authority") == "the certificate of an authority, not of an office");
  CHECK(reason("authority/root") == "the certificate of an authority, not of an office");
  CHECK(has(reason("bad/small"), "RSA-2048"));
  CHECK(has(reason("bad/curve"), "EC P-521"));
  CHECK(has(reason("bad/server"), "e-mail protection"));
  CHECK(has(reason("bad/none"), "cannot read"));
}

TEST_CASE("certificates: without a fresh revocation list none is fit") {
  CHECK(has(reason("kinds/p256", "bad/no-list/trust.pem"), "no revocation list"));
  CHECK(has(reason("kinds/p256", "bad/stale-list/trust.pem"), "out of date"));
}

TEST_CASE("certificates: a revocation list inside the bundle counts") {
  const demo::Folder folder;
  const std::string bundle =
      report::read_file(demo::pki() / "trust.pem") + report::read_file(demo::pki() / "trust.crl");
  report::write_new_file(folder.path() / "bundle.pem", bundle);
  const auto trust = folder.path() / "bundle.pem";
  CHECK(check_certificate(demo::recipient("kinds/p256"), trust).valid);
  CHECK(check_certificate(demo::recipient("bad/revoked"), trust).reason.in(report::Language::en) ==
        "revoked");
}

TEST_CASE("certificates: several authorities are trusted at once, each with its own list") {
  const demo::Folder other;
  REQUIRE(demo::run(REPORT_SOURCE_DIR "/examples/demo-pki " + other.path().string()));
  const demo::Folder folder;
  report::write_new_file(
      folder.path() / "both.pem",
      report::read_file(demo::pki() / "trust.pem") + report::read_file(other.path() / "trust.pem"));
  const auto trust = folder.path() / "both.pem";
  report::write_new_file(folder.path() / "one.crl", report::read_file(demo::pki() / "trust.crl"));
  const report::Recipient theirs{"office", "", other.path() / "burgemeester.crt", "", false, ""};
  CHECK(check_certificate(demo::recipient("kinds/p256"), trust).valid);
  CHECK(
      has(check_certificate(theirs, trust).reason.in(report::Language::en), "no revocation list"));
  report::write_new_file(folder.path() / "two.crl", report::read_file(other.path() / "trust.crl"));
  CHECK(check_certificate(demo::recipient("kinds/p256"), trust).valid);
  CHECK(check_certificate(theirs, trust).valid);
  CHECK(check_certificate(demo::recipient("bad/revoked"), trust).reason.in(report::Language::en) ==
        "revoked");
}

TEST_CASE("certificates: another authority's certificate is not fit") {
  const demo::Folder other;
  REQUIRE(demo::run(REPORT_SOURCE_DIR "/examples/demo-pki " + other.path().string()));
  const auto state = check_certificate(demo::recipient("kinds/p256"), other.path() / "trust.pem");
  CHECK_FALSE(state.valid);
}

TEST_CASE("certificates: a pinned fingerprint that differs is refused") {
  report::Recipient recipient = demo::recipient("kinds/p256");
  recipient.fingerprint = std::string(64, '0');
  CHECK(has(check_certificate(recipient, demo::pki() / "trust.pem").reason.in(report::Language::en),
            "fingerprint"));
}

TEST_CASE("certificates: an unreadable trust bundle is a fault of the call") {
  for (const char* name : {"none.pem", "seal.key", "recipients", "seal.crt"}) {
    CAPTURE(name);
    try {
      check_certificate(demo::recipient("kinds/p256"), demo::pki() / name);
      FAIL("no error");
    } catch (const Error& error) {
      CHECK(error.fault() == Fault::usage);
    }
  }
}

TEST_CASE("certificates: the directory has an office a file, its certificate beside it") {
  const auto offices = report::read_directory(demo::pki() / "recipients");
  REQUIRE(offices.size() == 2);
  CHECK(offices[0].office == "burgemeester");
  CHECK(offices[0].organisation == "gemeente Voorbeeldstad");
  CHECK(offices[1].office == "rijksrecherche");
  CHECK(offices[1].organisation.empty());
  for (const auto& office : offices) {
    const auto state = check_certificate(office, demo::pki() / "trust.pem");
    CHECK(state.valid);
    CHECK(state.fingerprint == office.fingerprint);
  }
}

TEST_CASE("certificates: a fault in the directory has file, line and column") {
  const std::string good = std::string(64, 'a');
  const std::pair<std::string, std::string> faults[] = {
      {"office: a\ncertificate: a.crt\nfingerprint: " + good + "\nofice: b\n", "a.yaml:4:1: "},
      {"office: a\ncertificate: a.crt\nfingerprint: 12\n", "a.yaml:3:14: "},
      {"certificate: a.crt\nfingerprint: " + good + "\n", "a.yaml:1:1: "},
  };
  for (const auto& [content, place] : faults) {
    const demo::Folder folder;
    report::write_new_file(folder.path() / "a.yaml", content);
    try {
      report::read_directory(folder.path());
      FAIL("no error");
    } catch (const Error& error) {
      CHECK(error.fault() == Fault::rules);
      CHECK(has(error.what(), place));
    }
  }
}

TEST_CASE("certificates: the same office twice in the directory is a fault") {
  const demo::Folder folder;
  const std::string office =
      "office: a\ncertificate: a.crt\nfingerprint: " + std::string(64, 'a') + "\n";
  report::write_new_file(folder.path() / "a.yaml", office);
  report::write_new_file(folder.path() / "b.yaml", office);
  CHECK_THROWS_AS(report::read_directory(folder.path()), Error);
}
