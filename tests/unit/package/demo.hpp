// SPDX-License-Identifier: EUPL-1.2
// The demo authority of examples/demo-pki, made once beside the test program.
#pragma once

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <string>

#include <doctest/doctest.h>

#include "base/digest.hpp"
#include "base/files.hpp"
#include "package/certificates.hpp"
#include "package/envelope.hpp"

namespace demo {

namespace fs = std::filesystem;

inline const fs::path& pki() {
  static const fs::path folder = [] {
    fs::path made = fs::read_symlink("/proc/self/exe").parent_path() / "demo-pki";
    const std::string command =
        REPORT_SOURCE_DIR "/examples/demo-pki --all-kinds '" + made.string() + "'";
    REQUIRE(std::system(command.c_str()) == 0);
    return made;
  }();
  return folder;
}

/// A folder of its own that goes with the object.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("report-test-" + report::random_hex(8))) {
    fs::create_directory(path_);
    fs::permissions(path_, fs::perms::owner_all);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { fs::remove_all(path_); }
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

inline bool run(const std::string& command) {
  return std::system((command + " >/dev/null 2>&1").c_str()) == 0;
}

inline report::Recipient recipient(const std::string& name, std::string office = "rijksrecherche") {
  return {std::move(office), "", pki() / (name + ".crt"), ""};
}

constexpr std::chrono::sys_days date = std::chrono::year{2026} / 11 / 24;

/// How a test seals plain files.
struct Options {
  fs::path seal_certificate = pki() / "seal.crt";
  fs::path seal_key = pki() / "seal.key";
  report::AskPassphrase ask{};
  report::EnvelopeOptions envelope{};
};

inline Options options(const std::vector<std::string>& recipients) {
  Options options;
  options.envelope.date = date;
  for (const auto& name : recipients)
    options.envelope.recipients.push_back({pki() / (name + ".crt"), ""});
  return options;
}

inline std::string seal_parts(const report::Files& files, const Options& options) {
  return report::Sealer({options.seal_certificate, options.seal_key, options.ask})
      .seal(files, options.envelope);
}

inline report::OpenOptions opener(const std::string& name) {
  return {pki() / (name + ".crt"), pki() / (name + ".key"), pki() / "trust.pem", {}};
}

/// Files of a package with the least manifest that holds.
inline report::Files files(const std::string& text, const std::vector<std::string>& recipients) {
  report::Files made{{"brief.txt", "Geachte heer of mevrouw,\n"},
                     {"LEESMIJ.txt", "Twee opdrachten.\n"},
                     {"melding.txt", text}};
  std::string manifest = R"({"recipients":[)";
  for (std::size_t i = 0; i < recipients.size(); ++i) {
    const auto state = report::check_certificate(recipient(recipients[i]), pki() / "trust.pem");
    manifest += std::string(i == 0 ? "" : ",") + R"({"key_id":")" + state.key_id + R"("})";
  }
  manifest += R"(],"files":{)";
  for (std::size_t i = 0; i < made.size(); ++i)
    manifest += std::string(i == 0 ? "" : ",") + '"' + made[i].first + R"(":")" +
                report::sha256_hex(made[i].second) + '"';
  made.emplace_back("manifest.json", manifest + "}}\n");
  return made;
}

}  // namespace demo
