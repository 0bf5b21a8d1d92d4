// SPDX-License-Identifier: EUPL-1.2
#include "package/envelope.hpp"

#include <set>

#include "base/error.hpp"
#include "demo.hpp"
#include "package/der.hpp"
#include "package/package.hpp"

using demo::seal_parts;
using report::Error;
using report::Fault;

namespace {

std::optional<std::pair<report::Unsealed, report::Files>> open_parts(
    const std::string& package, const report::OpenOptions& options) {
  return report::Opener(options).open(package);
}

const std::vector<std::string> all{"kinds/rsa", "kinds/p256", "kinds/p384"};
const std::string text = "Er is gemeld dat [PERSOON 1] in Voorbeeldstad geld aannam. Café.\n";

std::string package_for(const std::vector<std::string>& recipients,
                        const std::string& note = text) {
  return seal_parts(demo::files(note, recipients), demo::options(recipients));
}

Fault fault_of(const std::function<void()>& call) {
  try {
    call();
  } catch (const Error& error) {
    return error.fault();
  }
  FAIL("no error");
  return Fault::internal;
}

}  // namespace

TEST_CASE("envelope: every kind of recipient opens what was sealed, alone and together") {
  for (const auto& name : all) {
    CAPTURE(name);
    const auto opened = open_parts(package_for({name}), demo::opener(name));
    REQUIRE(opened);
    CHECK(opened->second == demo::files(text, {name}));
    CHECK(opened->first.sealed_on == "2026-11-24");
    CHECK(opened->first.sealer == "CN=Vertrouwenslijn (demo),O=Demonstratie,C=NL");
  }
  const std::string together = package_for(all);
  for (const auto& name : all) CHECK(open_parts(together, demo::opener(name)));
}

TEST_CASE("envelope: two openssl commands give the same bytes") {
  const std::string package = package_for(all);
  const std::string expected = report::write_parts(demo::files(text, all));
  for (const auto& name : all) {
    CAPTURE(name);
    const demo::Folder folder;
    const std::string at = folder.path().string() + "/";
    const std::string pki = demo::pki().string() + "/";
    report::write_new_file(at + "p.p7m", package);
    CHECK(demo::run("openssl cms -decrypt -binary -inform DER -in " + at + "p.p7m -recip " + pki +
                    name + ".crt -inkey " + pki + name + ".key -out " + at + "1.mime"));
    CHECK(demo::run("openssl cms -verify -cades -binary -in " + at + "1.mime -CAfile " + pki +
                    "trust.pem -out " + at + "2.mime"));
    CHECK(report::read_file(at + "2.mime") == expected);
  }
}

TEST_CASE("envelope: openssl finds the signing time at midnight and no other time") {
  const demo::Folder folder;
  const std::string at = folder.path().string() + "/";
  report::write_new_file(at + "p.p7m", package_for({"kinds/p256"}));
  const std::string pki = demo::pki().string() + "/";
  REQUIRE(demo::run("openssl cms -decrypt -binary -inform DER -in " + at + "p.p7m -recip " + pki +
                    "kinds/p256.crt -inkey " + pki + "kinds/p256.key -out " + at + "1.mime"));
  CHECK(demo::run("openssl cms -cmsout -print -noout -in " + at +
                  "1.mime | grep -q 'UTCTIME:Nov 24 00:00:00 2026 GMT'"));
}

TEST_CASE("envelope: any byte altered gives no content") {
  const report::Opener opener(demo::opener("kinds/p256"));
  std::string package = package_for({"kinds/p256"});
  REQUIRE(opener.open(package));
  std::size_t opened = 0;
  for (std::size_t at = 0; at < package.size(); ++at) {
    const char was = package[at];
    package[at] = static_cast<char>(was ^ (1 << (at % 8)));
    opened += opener.open(package) ? 1 : 0;
    package[at] = was;
  }
  CHECK(opened == 0);
  CHECK(opener.open(package));
}

TEST_CASE("envelope: any bit of the head altered gives no content") {
  for (const char* name : {"kinds/rsa", "kinds/p256", "kinds/p384"}) {
    const report::Opener opener(demo::opener(name));
    std::string package = package_for({name});
    for (std::size_t bit = 0; bit < 8 * std::size_t{300}; ++bit) {
      package[bit / 8] = static_cast<char>(package[bit / 8] ^ (1 << (bit % 8)));
      CHECK_FALSE(opener.open(package));
      package[bit / 8] = static_cast<char>(package[bit / 8] ^ (1 << (bit % 8)));
    }
  }
}

TEST_CASE("envelope: a cut package, or one with bytes behind it, gives no content") {
  const std::string package = package_for({"kinds/p256"});
  for (std::size_t size = 0; size < package.size(); size += size < 600 ? 1 : 997)
    CHECK_FALSE(open_parts(package.substr(0, size), demo::opener("kinds/p256")));
  CHECK_FALSE(open_parts(package.substr(0, package.size() - 1), demo::opener("kinds/p256")));
  CHECK_FALSE(open_parts(package + '\0', demo::opener("kinds/p256")));
  CHECK_FALSE(open_parts(package + package, demo::opener("kinds/p256")));
}

TEST_CASE("envelope: somebody else's key opens nothing") {
  const std::string package = package_for({"kinds/p256"});
  for (const char* name : {"kinds/rsa", "kinds/p384", "rijksrecherche"})
    CHECK_FALSE(open_parts(package, demo::opener(name)));
}

TEST_CASE("envelope: a seal of another authority does not verify") {
  const demo::Folder other;
  REQUIRE(demo::run(REPORT_SOURCE_DIR "/examples/demo-pki " + other.path().string()));
  auto options = demo::options({"kinds/p256"});
  options.seal_certificate = other.path() / "seal.crt";
  options.seal_key = other.path() / "seal.key";
  const std::string package = seal_parts(demo::files(text, {"kinds/p256"}), options);
  CHECK_FALSE(open_parts(package, demo::opener("kinds/p256")));
}

TEST_CASE("envelope: a sealing certificate in the bundle is the only one that seals") {
  const demo::Folder folder;
  const std::string root = report::read_file(demo::pki() / "trust.pem");
  const std::string list = report::read_file(demo::pki() / "trust.crl");
  report::write_new_file(folder.path() / "own.pem",
                         root + list + report::read_file(demo::pki() / "seal.crt"));
  report::write_new_file(folder.path() / "other.pem",
                         root + list + report::read_file(demo::pki() / "bad/signing-only.crt"));
  const std::string package = package_for({"kinds/p256"});
  auto opener = demo::opener("kinds/p256");
  opener.trust = folder.path() / "own.pem";
  CHECK(open_parts(package, opener));
  opener.trust = folder.path() / "other.pem";
  CHECK_FALSE(open_parts(package, opener));
}

TEST_CASE("envelope: without a revocation list no seal verifies") {
  auto opener = demo::opener("kinds/p256");
  opener.trust = demo::pki() / "bad/no-list/trust.pem";
  CHECK_FALSE(open_parts(package_for({"kinds/p256"}), opener));
}

TEST_CASE("envelope: a certificate that may not sign cannot seal") {
  auto options = demo::options({"kinds/p256"});
  options.seal_certificate = demo::pki() / "kinds/p384.crt";
  options.seal_key = demo::pki() / "kinds/p384.key";
  CHECK(fault_of([&] { seal_parts(demo::files(text, {"kinds/p256"}), options); }) == Fault::usage);
}

TEST_CASE("envelope: a manifest whose digests differ, or that names another, gives no content") {
  auto files = demo::files(text, {"kinds/p256"});
  files[2].second += "en nog iets";
  CHECK_FALSE(
      open_parts(seal_parts(files, demo::options({"kinds/p256"})), demo::opener("kinds/p256")));
  files = demo::files(text, {"kinds/p256"});
  CHECK_FALSE(
      open_parts(seal_parts(files, demo::options({"kinds/rsa"})), demo::opener("kinds/rsa")));
  for (const char* manifest : {"", "[]", "{}", "{\"files\":3,\"recipients\":[]}"}) {
    files[3].second = manifest;
    CHECK_FALSE(
        open_parts(seal_parts(files, demo::options({"kinds/p256"})), demo::opener("kinds/p256")));
  }
}

TEST_CASE("envelope: texts of 200 to 4100 bytes give packages of one size") {
  std::set<std::size_t> sizes;
  for (std::size_t size : {200U, 1500U, 2200U, 2500U, 4000U, 4100U})
    sizes.insert(package_for({"kinds/p256"}, std::string(size, 'x')).size());
  CHECK(sizes.size() == 1);
}

TEST_CASE("envelope: no two packages of the same files are equal") {
  const std::string first = package_for(all);
  const std::string second = package_for(all);
  CHECK(first != second);
  CHECK(first.size() == second.size());
}

TEST_CASE("envelope: anyone sees the kinds of recipients, their key ids and the size, no more") {
  const std::string package = package_for(all);
  const auto envelope = report::read_envelope(package);
  REQUIRE(envelope);
  CHECK(envelope->profile == "gcm");
  CHECK(envelope->content_cipher == "AES-256-GCM");
  CHECK(envelope->size == package.size());
  CHECK(envelope->content_size == 22528);
  std::set<std::string> kinds;
  std::set<std::string> ids;
  for (const auto& to : envelope->recipients) {
    kinds.insert(to.kind);
    ids.insert(to.key_id);
  }
  CHECK(kinds == std::set<std::string>{"RSA-OAEP-SHA256", "ECDH P-256", "ECDH P-384"});
  for (const auto& name : all)
    CHECK(ids.contains(
        report::check_certificate(demo::recipient(name), demo::pki() / "trust.pem").key_id));
  for (const char* clear : {"Ontvanger", "Demonstratie", "Vertrouwenslijn", "PERSOON", "brief"})
    CHECK(package.find(clear) == std::string::npos);
}

TEST_CASE("envelope: an RSA-3072 key seals too") {
  auto options = demo::options({"kinds/p256"});
  options.seal_certificate = demo::pki() / "bad/signing-only-rsa.crt";
  options.seal_key = demo::pki() / "bad/signing-only-rsa.key";
  CHECK(open_parts(seal_parts(demo::files(text, {"kinds/p256"}), options),
                   demo::opener("kinds/p256")));
}

TEST_CASE("envelope: what openssl seals in this form opens, and no other seal does") {
  const demo::Folder folder;
  const std::string at = folder.path().string() + "/";
  const std::string pki = demo::pki().string() + "/";
  report::write_new_file(at + "content", report::write_parts(demo::files(text, {"kinds/p256"})));
  const std::string sign = "openssl cms -sign -binary -nosmimecap -md sha256 -outform DER -in " +
                           at + "content -out " + at + "seal ";
  const auto by = [&](const std::string& name) {
    return " -signer " + pki + name + ".crt -inkey " + pki + name + ".key";
  };
  const auto opens = [&](const std::string& command) {
    for (const char* name : {"seal", "mime", "p7m"}) demo::fs::remove(at + name);
    REQUIRE(demo::run(command));
    report::write_new_file(at + "mime", report::write_sealed(report::read_file(at + "seal")));
    REQUIRE(demo::run("openssl cms -encrypt -binary -aes-256-gcm -aes256-wrap -keyid -in " + at +
                      "mime -outform DER -out " + at + "p7m -recip " + pki +
                      "kinds/p256.crt -keyopt ecdh_kdf_md:sha256"));
    const std::string package = report::read_file(at + "p7m");
    CHECK(report::read_envelope(package));
    return open_parts(package, demo::opener("kinds/p256")).has_value();
  };
  CHECK(opens(sign + "-nodetach -cades" + by("seal")));
  CHECK_FALSE(opens(sign + "-nodetach" + by("seal")));
  CHECK_FALSE(opens(sign + "-cades" + by("seal")));
  CHECK_FALSE(opens(sign + "-nodetach -cades -md sha1" + by("seal")));
  CHECK_FALSE(opens(sign + "-nodetach -cades" + by("seal") + by("bad/signing-only")));
  for (const char* unfit : {"kinds/p384", "bad/server", "bad/self-signed", "bad/expired",
                            "bad/revoked", "authority/root", "bad/curve"}) {
    CAPTURE(unfit);
    CHECK_FALSE(opens(sign + "-nodetach -cades" + by(unfit)));
  }
  CHECK_FALSE(opens("openssl cms -data_create -binary -outform DER -in " + at + "content -out " +
                    at + "seal"));
}

TEST_CASE("envelope: envelopes of another form are no package") {
  const demo::Folder folder;
  const std::string at = folder.path().string() + "/";
  const std::string pki = demo::pki().string() + "/";
  report::write_new_file(at + "note", text);
  const std::string to = " -outform DER -in " + at + "note -out " + at + "p ";
  for (const std::string& how : {"-aes-256-cbc -keyid" + to + pki + "kinds/p256.crt",
                                 "-aes-128-gcm -aes256-wrap -keyid" + to + "-recip " + pki +
                                     "kinds/p256.crt -keyopt ecdh_kdf_md:sha256",
                                 "-aes-256-gcm -keyid" + to + "-recip " + pki + "kinds/rsa.crt",
                                 "-aes-256-gcm -aes256-wrap" + to + "-recip " + pki +
                                     "kinds/p256.crt -keyopt ecdh_kdf_md:sha256",
                                 "-aes-256-gcm -aes256-wrap -keyid -stream" + to + "-recip " + pki +
                                     "kinds/p256.crt -keyopt ecdh_kdf_md:sha256"}) {
    CAPTURE(how);
    demo::fs::remove(at + "p");
    REQUIRE(demo::run("openssl cms -encrypt -binary " + how));
    CHECK_FALSE(report::read_envelope(report::read_file(at + "p")));
  }
}

TEST_CASE("envelope: one's own key and certificate are told apart from a bad package") {
  const std::string package = package_for({"kinds/p256"});
  auto opener = demo::opener("kinds/p256");
  SUBCASE("another key than the certificate's") { opener.key = demo::pki() / "kinds/p384.key"; }
  SUBCASE("no key in the file") { opener.key = demo::pki() / "kinds/p256.crt"; }
  SUBCASE("no file") { opener.key = demo::pki() / "none.key"; }
  SUBCASE("no certificate") { opener.certificate = demo::pki() / "kinds/p256.key"; }
  SUBCASE("no trust") { opener.trust = demo::pki() / "none.pem"; }
  CHECK(fault_of([&] { open_parts(package, opener); }) == Fault::usage);
}

TEST_CASE("envelope: a passphrase is asked for, and only for a key that has one") {
  const demo::Folder folder;
  const std::string locked = (folder.path() / "locked.key").string();
  REQUIRE(demo::run("openssl pkcs8 -topk8 -scrypt -passout pass:geheim -in " +
                    (demo::pki() / "kinds/p256.key").string() + " -out " + locked));
  const std::string package = package_for({"kinds/p256"});
  auto opener = demo::opener("kinds/p256");
  opener.ask = [](const auto&) -> std::string { throw std::runtime_error("asked"); };
  CHECK(open_parts(package, opener));
  opener.key = locked;
  CHECK_THROWS_AS(open_parts(package, opener), std::runtime_error);
  opener.ask = [](const auto&) { return std::string("geheim"); };
  CHECK(open_parts(package, opener));
  opener.ask = [](const auto&) { return std::string("anders"); };
  CHECK(fault_of([&] { open_parts(package, opener); }) == Fault::usage);
  opener.ask = {};
  CHECK(fault_of([&] { open_parts(package, opener); }) == Fault::usage);
}

TEST_CASE("envelope: no recipient, or more than 16, is a fault of the call") {
  CHECK(fault_of([] { package_for({}); }) == Fault::usage);
  CHECK(fault_of([] { package_for(std::vector<std::string>(17, "kinds/p256")); }) == Fault::usage);
  CHECK(open_parts(package_for(std::vector<std::string>(16, "kinds/p256")),
                   demo::opener("kinds/p256")));
}

TEST_CASE("envelope: a long note passes the secure heap's size and opens") {
  const std::string note(3U << 20U, 'n');
  const auto opened = open_parts(package_for({"kinds/rsa"}, note), demo::opener("kinds/rsa"));
  REQUIRE(opened);
  CHECK(opened->second[2].second == note);
}
