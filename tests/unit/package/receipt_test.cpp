// SPDX-License-Identifier: EUPL-1.2
#include "package/receipt.hpp"

#include "demo.hpp"

namespace {

const report::Receipt receipt{std::string(64, 'a'), std::string(16, '1'), false};

report::Sealer signer(const std::string& name = "burgemeester-sign") {
  return report::Sealer({.certificate = demo::pki() / (name + ".crt"),
                         .key = demo::pki() / (name + ".key"),
                         .ask = {}});
}

auto read(const std::string& bytes) {
  return report::read_receipt(bytes, demo::pki() / "trust.pem");
}

}  // namespace

TEST_CASE("receipt: says which package, which case, who and on which day") {
  for (const bool assessed : {false, true}) {
    auto given = receipt;
    given.assessed = assessed;
    const std::string bytes = report::write_receipt(given, signer(), demo::date);
    CHECK(bytes.size() < 4096);
    const auto found = read(bytes);
    REQUIRE(found);
    CHECK(found->receipt.package == given.package);
    CHECK(found->receipt.case_id == given.case_id);
    CHECK(found->receipt.assessed == assessed);
    CHECK(found->day == "2026-11-24");
    CHECK(found->signer == "CN=Burgemeester\\, ondertekening (demo),O=Demonstratie,C=NL");
    CHECK(found->signer_fingerprint ==
          report::read_directory(demo::pki() / "recipients").front().receipt_fingerprint);
  }
}

TEST_CASE("receipt: each byte altered, each length, and bytes behind it make it none") {
  const std::string bytes = report::write_receipt(receipt, signer(), demo::date);
  std::size_t held = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string altered = bytes;
    altered[at] = static_cast<char>(altered[at] ^ 1);
    held += read(altered) ? 1 : 0;
    held += read(bytes.substr(0, at)) ? 1 : 0;
  }
  CHECK(held == 0);
  CHECK_FALSE(read(bytes + "\n"));
  CHECK_FALSE(read(bytes + bytes));
  CHECK_FALSE(read(""));
}

TEST_CASE("receipt: what signs one may sign, and is of a trusted authority") {
  CHECK_THROWS(signer("burgemeester"));
  CHECK_FALSE(read(report::write_receipt(receipt, signer("bad/signing-only"), demo::date)) ==
              std::nullopt);
  const demo::Folder other;
  REQUIRE(demo::run(REPORT_SOURCE_DIR "/examples/demo-pki " + other.path().string()));
  const report::Sealer stranger({.certificate = other.path() / "burgemeester-sign.crt",
                                 .key = other.path() / "burgemeester-sign.key",
                                 .ask = {}});
  CHECK_FALSE(read(report::write_receipt(receipt, stranger, demo::date)));
}

TEST_CASE("receipt: a seal over something else is no receipt") {
  const auto holds = [](const std::string& content) {
    std::string bytes = "-----BEGIN CMS-----\n";
    report::add_base64(bytes, signer().sign(content, demo::date));
    return read(bytes + "-----END CMS-----\n").has_value();
  };
  for (const char* content : {"", "{}", "{\"package\":\"x\",\"case\":\"y\"}\n", "tekst\n"})
    CHECK_FALSE(holds(content));
  const std::string format = R"("format":{"name":"report-receipt","version":1})";
  const std::string package = R"("package":")" + receipt.package + '"';
  const std::string case_id = R"("case":")" + receipt.case_id + '"';
  const auto content = [](const std::vector<std::string>& members) {
    std::string text;
    for (const std::string& member : members) text += (text.empty() ? "{" : ",") + member;
    return text + "}\n";
  };
  const std::string state = R"("state":"received")";
  // The right one, made in the same way, holds.
  REQUIRE(holds(content({format, package, case_id, state})));
  const std::string later = R"("format":{"name":"report-receipt","version":2})";
  const std::string other = R"("format":{"name":"report-package","version":1})";
  for (const std::vector<std::string>& members :
       {std::vector<std::string>{format, package, case_id, state, R"("note":"")"},
        {format, package, case_id, state, state},
        {package, format, case_id, state},
        {format, package, state, case_id},
        {later, package, case_id, state},
        {other, package, case_id, state},
        {package, case_id, state},
        {format, package, case_id},
        {format, package, case_id, R"("state":"refused")"},
        {format, package, case_id, R"("state":"Assessed")"},
        {format, package, case_id, R"("state":1)"},
        {format, R"("package":")" + std::string(64, 'A') + '"', case_id, state},
        {format, package, R"("case":"1")", state}}) {
    CAPTURE(content(members));
    CHECK_FALSE(holds(content(members)));
  }
  std::string bare = content({format, package, case_id, state});
  CHECK_FALSE(holds(bare + "\n"));
  bare.pop_back();
  CHECK_FALSE(holds(bare));
}
