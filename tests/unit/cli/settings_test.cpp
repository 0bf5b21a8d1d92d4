// SPDX-License-Identifier: EUPL-1.2
#include "settings.hpp"

#include <fstream>

#include <doctest/doctest.h>
#include <unistd.h>

#include "base/error.hpp"

using namespace report;

namespace {

Settings settings_of(const std::string& yaml, Settings before = {}) {
  const auto folder =
      std::filesystem::temp_directory_path() / ("report-settings-" + std::to_string(::getpid()));
  std::filesystem::create_directory(folder);
  std::ofstream(folder / "report.yaml") << yaml;
  struct Removal {
    const std::filesystem::path& folder;
    ~Removal() { std::filesystem::remove_all(folder); }
  } const removal{folder};
  add_settings(folder / "report.yaml", before);
  return before;
}

}  // namespace

TEST_CASE("settings: what is set already stays") {
  Settings before;
  before.lang = "nl";
  const Settings after = settings_of("lang: en\njobs: 4\n", before);
  CHECK(after.lang == "nl");
  CHECK(after.jobs == "4");
}

TEST_CASE("settings: a path is relative to the folder of its file") {
  const Settings settings = settings_of("rules: rules\ntrust: /etc/trust.pem\n");
  CHECK(std::filesystem::path(*settings.rules).is_absolute());
  CHECK(std::filesystem::path(*settings.rules).filename() == "rules");
  CHECK(settings.trust == "/etc/trust.pem");
}

TEST_CASE("settings: an unknown key and a value that makes no sense are faults with a place") {
  for (const char* yaml : {"rule: x\n", "lang: fr\n", "color: red\n", "jobs: 0\n", "jobs: -1\n"}) {
    try {
      settings_of(yaml);
      FAIL("no fault");
    } catch (const Error& error) {
      CHECK(error.fault() == Fault::rules);
      CHECK(std::string(error.what()).find("report.yaml:1:") != std::string::npos);
    }
  }
}

TEST_CASE("settings: a file that is not there sets nothing") {
  Settings settings;
  add_settings("/nowhere/report.yaml", settings);
  CHECK_FALSE(settings.lang);
}
