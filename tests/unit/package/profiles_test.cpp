// SPDX-License-Identifier: EUPL-1.2
// The profile mail, hidden recipients, and several recipients: sealed, opened, and broken.
#include <algorithm>
#include <set>

#include "base/error.hpp"
#include "demo.hpp"
#include "package/der.hpp"
#include "package/mime.hpp"

using report::Error;
using report::Fault;
using report::Profile;

namespace {

const std::vector<std::string> all{"kinds/rsa", "kinds/p256", "kinds/p384"};
const std::string text = "Er is gemeld dat [PERSOON 1] geld aannam. Café.\n";

std::string mail_for(const std::vector<std::string>& recipients) {
  auto options = demo::options(recipients);
  options.envelope.profile = Profile::mail;
  return demo::seal_parts(demo::files(text, recipients), options);
}

/// The manifest of a hidden package names the key ids that it shows.
report::Files hidden_files(const std::vector<std::string>& recipients,
                           const std::vector<std::string>& ids) {
  report::Files files = demo::files(text, recipients);
  std::string shown;
  for (const auto& id : ids) shown += (shown.empty() ? "\"" : ",\"") + id + '"';
  files.back().second.insert(1, "\"shown_ids\":[" + shown + "],");
  return files;
}

std::string hidden_for(const std::vector<std::string>& recipients) {
  auto options = demo::options(recipients);
  options.envelope.shown_ids = report::random_ids(recipients.size());
  return demo::seal_parts(hidden_files(recipients, options.envelope.shown_ids), options);
}

bool opens(const std::string& package, const std::string& name) {
  return report::Opener(demo::opener(name)).open(package).has_value();
}

/// What two openssl commands make of it; `how` is for the first of them.
std::string by_openssl(const std::string& package, const std::string& name,
                       const std::string& how) {
  const demo::Folder folder;
  const std::string at = folder.path().string() + "/";
  const std::string pki = demo::pki().string() + "/";
  report::write_new_file(at + "p", package);
  if (!demo::run("openssl cms -decrypt -binary " + how + " -in " + at + "p -inkey " + pki + name +
                 ".key -out " + at + "1.mime") ||
      !demo::run("openssl cms -verify -cades -binary -in " + at + "1.mime -CAfile " + pki +
                 "trust.pem -out " + at + "2.mime"))
    return {};
  return report::read_file(at + "2.mime");
}

}  // namespace

TEST_CASE("profiles: a mail opens for each kind of key, and by openssl to the same bytes") {
  const std::string mail = mail_for(all);
  const std::string expected = report::write_parts(demo::files(text, all));
  for (const auto& name : all) {
    CAPTURE(name);
    CHECK(opens(mail, name));
    CHECK(opens(mail_for({name}), name));
    CHECK(by_openssl(mail, name, "-recip " + (demo::pki() / name).string() + ".crt") == expected);
  }
  CHECK_FALSE(opens(mail_for({"kinds/rsa"}), "kinds/p256"));
}

TEST_CASE("profiles: the head of a mail has the sealer's address, the day, and no more") {
  const std::string mail = mail_for({"kinds/p256"});
  CHECK(
      mail.starts_with("From: overdracht@vertrouwenslijn.example\n"
                       "Date: Tue, 24 Nov 2026 00:00:00 +0000\n"
                       "Subject: Overdracht\n"
                       "MIME-Version: 1.0\n"
                       "Content-Type: application/pkcs7-mime; smime-type=enveloped-data; "
                       "name=\"smime.p7m\"\n"
                       "Content-Transfer-Encoding: base64\n"
                       "Content-Disposition: attachment; filename=\"smime.p7m\"\n\n"));
  const auto envelope = report::read_envelope(mail);
  REQUIRE(envelope);
  CHECK(envelope->profile == "mail");
  CHECK(envelope->content_cipher == "AES-256-CBC");
  CHECK(envelope->size == mail.size());
}

TEST_CASE("profiles: each letter of a mail altered, and each length of it, gives no content") {
  const report::Opener opener(demo::opener("kinds/p256"));
  std::string mail = mail_for({"kinds/p256"});
  REQUIRE(opener.open(mail));
  REQUIRE(mail.size() > 8000);
  const std::size_t head = mail.find("\n\n") + 2;
  std::size_t opened = 0;
  for (std::size_t at = 0; at < mail.size(); ++at) {
    const char was = mail[at];
    // In base64 another of its letters, so that it is the cipher text that differs.
    mail[at] = at < head ? static_cast<char>(was ^ 1) : was == 'A' ? 'B' : 'A';
    opened += opener.open(mail) ? 1 : 0;
    mail[at] = was;
    opened += opener.open(mail.substr(0, at)) ? 1 : 0;
  }
  CHECK(opened == 0);
  CHECK_FALSE(opener.open(mail + "\n"));
  CHECK_FALSE(opener.open("\n" + mail));
}

TEST_CASE("profiles: the sender and the day of a mail are those of its seal") {
  const std::string mail = mail_for({"kinds/p256"});
  const auto read = report::read_mail(mail);
  REQUIRE(read);
  CHECK(opens(report::write_mail(read->head, read->der), "kinds/p256"));
  CHECK_FALSE(opens(report::write_mail({"iemand@voorbeeld.example", read->head.date}, read->der),
                    "kinds/p256"));
  CHECK_FALSE(opens(
      report::write_mail({read->head.from, read->head.date + std::chrono::days(1)}, read->der),
      "kinds/p256"));
  CHECK_FALSE(opens(read->der, "kinds/p256"));
}

TEST_CASE("profiles: the content of profile gcm is not taken in a mail, nor the other way round") {
  const std::string gcm =
      demo::seal_parts(demo::files(text, {"kinds/p256"}), demo::options({"kinds/p256"}));
  const auto head = report::read_mail(mail_for({"kinds/p256"}))->head;
  CHECK_FALSE(opens(report::write_mail(head, gcm), "kinds/p256"));
}

TEST_CASE("profiles: every day of four years stands in the head of a mail and is read again") {
  for (auto day = demo::date; day < demo::date + std::chrono::days(1461);
       day += std::chrono::days(1)) {
    const auto read = report::read_mail(report::write_mail({"a@b", day}, "der"));
    REQUIRE(read);
    CHECK(read->head.date == day);
  }
}

TEST_CASE("profiles: hidden recipients open, with report and with openssl, and nobody else does") {
  for (const auto& name : all) {
    CAPTURE(name);
    const std::string package = hidden_for({name});
    CHECK(opens(package, name));
    CHECK_FALSE(by_openssl(package, name, "-inform DER").empty());
    for (const auto& other : all)
      if (other != name) CHECK_FALSE(opens(package, other));
  }
  const std::string together = hidden_for(all);
  for (const auto& name : all) CHECK(opens(together, name));
}

TEST_CASE("profiles: hidden recipients show four key ids, new ones each time, and none of theirs") {
  std::set<std::string> seen;
  for (const auto& recipients :
       {std::vector<std::string>{"kinds/p256"}, {"kinds/p256"}, {"kinds/p256", "kinds/p384"}}) {
    const auto envelope = report::read_envelope(hidden_for(recipients));
    REQUIRE(envelope);
    CHECK(envelope->recipients.size() == 4);
    for (const auto& to : envelope->recipients) CHECK(seen.insert(to.key_id).second);
  }
  for (const auto& name : all)
    CHECK_FALSE(seen.contains(
        report::check_certificate(demo::recipient(name), demo::pki() / "trust.pem").key_id));
}

TEST_CASE("profiles: one and two hidden recipients of a kind cannot be told apart by size") {
  const auto kinds = [](const std::string& package) {
    std::multiset<std::string> found;
    const auto envelope = report::read_envelope(package);
    for (const auto& to : envelope->recipients) found.insert(to.kind);
    return found;
  };
  const std::string one = hidden_for({"kinds/p256"});
  const std::string two = hidden_for({"kinds/p256", "rijksrecherche"});
  CHECK(kinds(one) ==
        std::multiset<std::string>({"ECDH P-256", "ECDH P-256", "ECDH P-256", "ECDH P-256"}));
  CHECK(kinds(two) ==
        std::multiset<std::string>({"ECDH P-256", "ECDH P-256", "ECDH P-384", "ECDH P-384"}));
  CHECK(one.size() == hidden_for({"kinds/p256"}).size());
  for (const auto& [first, second] :
       {std::pair{"kinds/rsa", "burgemeester"}, {"kinds/p384", "rijksrecherche"}}) {
    CAPTURE(std::string(first));
    const std::string of_one = hidden_for({first});
    const std::string of_two = hidden_for({first, second});
    CHECK(opens(of_two, second));
    CHECK(kinds(of_one) == kinds(of_two));
    CHECK(of_one.size() == of_two.size());
  }
}

TEST_CASE("profiles: a hidden package with another key id on it does not open") {
  const report::Opener opener(demo::opener("kinds/p256"));
  std::string package = hidden_for({"kinds/p256"});
  const std::size_t head = package.size() - report::read_envelope(package)->content_size;
  std::size_t opened = 0;
  for (std::size_t at = 0; at < head; ++at) {
    package[at] = static_cast<char>(~package[at]);
    opened += opener.open(package) ? 1 : 0;
    package[at] = static_cast<char>(~package[at]);
  }
  // What is wrapped for a dummy can be altered without anybody's harm; nothing else can.
  CHECK(opened <= 3 * (40 + 2 + 64));
  CHECK(opener.open(package));
}

TEST_CASE("profiles: mails hide no recipients and need an address in the seal") {
  const auto fault_of = [](const demo::Options& options) {
    try {
      demo::seal_parts(demo::files(text, {"kinds/p256"}), options);
    } catch (const Error& error) {
      return error.fault();
    }
    return Fault::internal;
  };
  auto hidden = demo::options({"kinds/p256"});
  hidden.envelope.profile = Profile::mail;
  hidden.envelope.shown_ids = report::random_ids(1);
  CHECK(fault_of(hidden) == Fault::usage);
  auto nameless = demo::options({"kinds/p256"});
  nameless.envelope.profile = Profile::mail;
  nameless.seal_certificate = demo::pki() / "bad/signing-only.crt";
  nameless.seal_key = demo::pki() / "bad/signing-only.key";
  CHECK(fault_of(nameless) == Fault::usage);
}

TEST_CASE("profiles: nothing is sealed at a midnight before the certificate begins") {
  auto options = demo::options({"kinds/p256"});
  options.envelope.date = std::chrono::year{2026} / 1 / 1;
  CHECK(demo::seal_parts(demo::files(text, {"kinds/p256"}), options).size() > 8000);
  options.envelope.date -= std::chrono::days(1);
  CHECK_THROWS_AS(demo::seal_parts(demo::files(text, {"kinds/p256"}), options), Error);
}

TEST_CASE("profiles: two packages of one note share nothing but the frame of the format") {
  // The frame: the DER around the content, with object identifiers and, unless hidden, key ids.
  const std::string one = hidden_for({"kinds/p256"});
  const std::string two = hidden_for({"kinds/p256"});
  const std::size_t content = report::read_envelope(one)->content_size;
  const std::string_view first = std::string_view(one).substr(one.size() - content - 18);
  constexpr std::size_t run = 16;
  std::set<std::string_view> pieces;
  for (std::size_t at = 0; at + run <= first.size(); ++at) pieces.insert(first.substr(at, run));
  std::size_t shared = 0;
  for (std::size_t at = two.size() - content - 18; at + run <= two.size(); ++at)
    shared += pieces.contains(std::string_view(two).substr(at, run)) ? 1 : 0;
  CHECK(shared == 0);
}
