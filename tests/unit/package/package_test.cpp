// SPDX-License-Identifier: EUPL-1.2
#include "package/package.hpp"

#include <set>

#include <nlohmann/json.hpp>
#include <sys/stat.h>

#include "base/error.hpp"
#include "demo.hpp"

using report::Decision;
using report::Error;
using report::Fault;
using report::Verdict;

namespace {

const std::string canary = "Zwaluwenburg-Kwispel";

Decision decision() {
  Decision decision;
  decision.route = "employer";
  decision.organisation = "gemeente Voorbeeldstad";
  decision.accused_office = "wethouder";
  decision.addressee = report::Addressee{"burgemeester", "gemeente Voorbeeldstad"};
  decision.lifted = {{"concrete", "de datum staat in het raadsbesluit"}};
  decision.rule = "employer-default";
  decision.grounds = {
      {"geen aanwijzing van een ernstig strafbaar feit, dus beoordeelt de werkgever "
       "de melding zelf",
       "no sign of a grave crime, so the employer judges the report"}};
  return decision;
}

report::Classification classification() {
  report::Classification found;
  found.scope = "integrity";
  found.categories = {{"conflict_of_interest", 0.8123, {{0, 4, "cue-b", 1}, {5, 9, "cue-a", 1}}},
                      {"theft", 0.4, {{0, 4, "cue-c", 1}}}};
  return found;
}

struct Options : report::SealOptions, report::Delivery {};

Options options() {
  Options options;
  options.seal_certificate = demo::pki() / "seal.crt";
  options.seal_key = demo::pki() / "seal.key";
  options.trust = demo::pki() / "trust.pem";
  options.recipients = {report::read_directory(demo::pki() / "recipients").front()};
  options.date = demo::date;
  return options;
}

report::Scrubbed scrubbed(const std::string& note) {
  return report::scrub(report::Note{"note", note, {}}, report::Rulebook{});
}

report::Sealed seal_note(
    const Decision& decided, const Options& how,
    const std::string& note = "De wethouder gunt elk werk aan zijn zwager.\n") {
  return report::Seal(how).seal(scrubbed(note), classification(), decided, std::string(64, 'b'),
                                how);
}

report::Opened open(const std::string& bytes) {
  return report::open_package(bytes, demo::pki() / "burgemeester.crt",
                              demo::pki() / "burgemeester.key", demo::pki() / "trust.pem");
}

Error error_of(const std::function<void()>& call) {
  try {
    call();
  } catch (const Error& error) {
    return error;
  }
  FAIL("no error");
  return Error(Fault::internal, {});
}

}  // namespace

TEST_CASE("package: a sealed note opens to letter, explanation, note and manifest") {
  const report::Sealed sealed = seal_note(decision(), options());
  CHECK(sealed.file_name.size() == std::string("handover-123456789012.p7m").size());
  const report::Opened opened = open(sealed.bytes);
  REQUIRE(opened.verdict == Verdict::verified);
  CHECK(opened.sealed_on == "2026-11-24");
  REQUIRE(opened.files.size() == 4);
  CHECK(opened.files[0].first == "brief.txt");
  CHECK(opened.files[0].second.find("Aan:      burgemeester, gemeente Voorbeeldstad\n") !=
        std::string::npos);
  CHECK(opened.files[0].second.find("november 2026") != std::string::npos);
  CHECK(opened.files[1].first == "LEESMIJ.txt");
  CHECK(opened.files[1].second.find(sealed.file_name) != std::string::npos);
  CHECK(opened.files[2].second ==
        scrubbed("De wethouder gunt elk werk aan zijn zwager.\n").text.text());
}

TEST_CASE("package: lines of letter and explanation have at most 80 bytes") {
  const report::Opened opened = open(seal_note(decision(), options()).bytes);
  REQUIRE(opened.verdict == Verdict::verified);
  for (std::size_t i = 0; i < 2; ++i) {
    std::size_t at = 0;
    for (std::size_t end = 0; (end = opened.files[i].second.find('\n', at)) != std::string::npos;
         at = end + 1)
      CHECK(end - at <= 80);
  }
}

TEST_CASE("package: the manifest says what was decided and why, without time, host or path") {
  const report::Opened opened = open(seal_note(decision(), options()).bytes);
  REQUIRE(opened.verdict == Verdict::verified);
  const std::string& bytes = opened.files[3].second;
  const auto manifest = nlohmann::json::parse(bytes);
  CHECK(manifest["format"]["name"] == "report-package");
  CHECK(manifest["case"].get<std::string>().size() == 16);
  CHECK(manifest["month"] == "2026-11");
  CHECK(manifest["categories"][0]["id"] == "conflict_of_interest");
  CHECK(manifest["categories"][0]["score"] == 0.81);
  CHECK(manifest["categories"][0]["rules"] == nlohmann::json{"cue-a", "cue-b"});
  CHECK(manifest["route"] == "employer");
  CHECK(manifest["rulebook"] == std::string(64, 'b'));
  CHECK(manifest["lifted"][0]["gate"] == "concrete");
  CHECK(manifest["recipients"][0]["certificate"] == options().recipients[0].fingerprint);
  CHECK(manifest["files"]["melding.txt"] == report::sha256_hex(opened.files[2].second));
  CHECK_FALSE(manifest.contains("subjects"));
  for (const char* never :
       {"2026-11-24", "00:00", "/home", "/tmp", ".crt", ".key", REPORT_VERSION, "tool"})
    CHECK(bytes.find(never) == std::string::npos);
  CHECK(bytes.find(demo::pki().string()) == std::string::npos);
}

TEST_CASE("package: a subject's name stands in the manifest and nowhere else") {
  Options how = options();
  how.subjects = {canary};
  const report::Sealed sealed = seal_note(decision(), how);
  CHECK(sealed.bytes.find(canary) == std::string::npos);
  CHECK(sealed.file_name.find(canary) == std::string::npos);
  const report::Opened opened = open(sealed.bytes);
  REQUIRE(opened.verdict == Verdict::verified);
  for (std::size_t i = 0; i < 3; ++i)
    CHECK(opened.files[i].second.find(canary) == std::string::npos);
  CHECK(nlohmann::json::parse(opened.files[3].second)["subjects"][0] == canary);
}

TEST_CASE("package: two packages of one note have other names, cases and bytes") {
  const report::Sealed first = seal_note(decision(), options());
  const report::Sealed second = seal_note(decision(), options());
  CHECK(first.file_name != second.file_name);
  CHECK(first.bytes != second.bytes);
  CHECK(first.bytes.size() == second.bytes.size());
}

TEST_CASE("package: notes of up to 7000 bytes give packages of one size") {
  std::set<std::size_t> sizes;
  for (std::size_t size : {200U, 1500U, 2200U, 4100U, 7000U})
    sizes.insert(seal_note(decision(), options(), std::string(size, 'x')).bytes.size());
  CHECK(sizes.size() == 1);
}

TEST_CASE("package: a note that is held, or on no handover route, is not sealed") {
  Decision held = decision();
  held.holds = {{"safe", report::Message::as_is("een reden"), {}, {}}};
  CHECK(error_of([&] { seal_note(held, options()); }).fault() == Fault::refused);
  for (const char* route : {"hold", "refer:mma", "refer:vertrouwenslijn", ""}) {
    Decision elsewhere = decision();
    elsewhere.route = route;
    CHECK(error_of([&] { seal_note(elsewhere, options()); }).fault() == Fault::refused);
  }
}

TEST_CASE("package: the office of the accused gets no package") {
  Decision conflict = decision();
  for (const char* office : {"burgemeester", "Burgemeester"}) {
    conflict.accused_office = office;
    CHECK(error_of([&] { seal_note(conflict, options()); }).code() == "conflict");
  }
}

TEST_CASE("package: a recipient whose certificate is not fit stops everything") {
  for (const char* name : {"bad/expired", "bad/revoked", "bad/signing-only", "bad/self-signed"}) {
    Options how = options();
    how.recipients.push_back(demo::recipient(name));
    const Error error = error_of([&] { seal_note(decision(), how); });
    CHECK(error.fault() == Fault::refused);
    CHECK(error.code() == "certificate");
  }
}

TEST_CASE("package: a seal that would not verify is not set") {
  Options how = options();
  SUBCASE("a recipient's certificate") {
    how.seal_certificate = demo::pki() / "burgemeester.crt";
    how.seal_key = demo::pki() / "burgemeester.key";
  }
  SUBCASE("another key") { how.seal_key = demo::pki() / "burgemeester.key"; }
  SUBCASE("no revocation list") { how.trust = demo::pki() / "bad/no-list/trust.pem"; }
  SUBCASE("no recipient") { how.recipients.clear(); }
  CHECK(error_of([&] { seal_note(decision(), how); }).fault() == Fault::usage);
}

TEST_CASE("package: what is no package is said to be none") {
  CHECK(error_of([] { report::inspect_package("geen pakket"); }).code() == "no_package");
  CHECK(open("geen pakket").verdict == Verdict::not_opened);
  CHECK(open("").files.empty());
}

TEST_CASE("files: a file with a date has that day's midnight as its time") {
  const demo::Folder folder;
  report::write_new_file(folder.path() / "p", "bytes", demo::date);
  struct stat status {};
  REQUIRE(::stat((folder.path() / "p").c_str(), &status) == 0);
  CHECK(status.st_mtim.tv_sec == std::chrono::sys_seconds(demo::date).time_since_epoch().count());
  CHECK(status.st_mtim.tv_nsec == 0);
  CHECK((status.st_mode & 0777U) == 0600);
  CHECK(report::read_file(folder.path() / "p") == "bytes");
}
