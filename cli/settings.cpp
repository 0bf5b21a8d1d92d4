// SPDX-License-Identifier: EUPL-1.2
#include "settings.hpp"

#include <array>
#include <cstdlib>
#include <system_error>

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/files.hpp"
#include "rulebook/yaml.hpp"

namespace report {
namespace {

namespace fs = std::filesystem;

constexpr std::array known_languages{"nl", "en"};
constexpr std::array known_colors{"auto", "always", "never"};

std::optional<std::string> environment(const char* name) {
  const char* const value = std::getenv(name);
  if (value == nullptr || *value == '\0') return std::nullopt;
  return value;
}

template <typename List>
bool holds(const List& list, std::string_view word) {
  for (const std::string_view known : list)
    if (known == word) return true;
  return false;
}

bool is_count(const std::string& text) {
  return !text.empty() && text.size() <= 3 && text != "0" &&
         text.find_first_not_of("0123456789") == std::string::npos;
}

/// What is wrong with a value; nothing when it will do.
std::optional<Message> complaint(std::string_view key, const std::string& value) {
  if (key == "lang" && !holds(known_languages, value))
    return say({"is 'nl' of 'en'", "is 'nl' or 'en'"});
  if (key == "color" && !holds(known_colors, value))
    return say({"is 'auto', 'always' of 'never'", "is 'auto', 'always' or 'never'"});
  if (key == "jobs" && !is_count(value))
    return say({"is een getal van 1 tot en met 999", "is a number from 1 to 999"});
  return std::nullopt;
}

void set_from_environment(const char* name, std::string_view key,
                          std::optional<std::string>& setting) {
  setting = environment(name);
  if (!setting) return;
  if (const auto wrong = complaint(key, *setting))
    throw Error(Fault::usage,
                say({"{} in de omgeving {}", "{} in the environment {}"}, name, *wrong));
}

}  // namespace

fs::path own_folder() {
  if (const auto folder = environment("XDG_CONFIG_HOME")) return fs::path(*folder) / "report";
  if (const auto home = environment("HOME")) return fs::path(*home) / ".config" / "report";
  return {};
}

std::vector<fs::path> settings_files() {
  std::vector<fs::path> files{"report.yaml"};
  if (const fs::path folder = own_folder(); !folder.empty())
    files.push_back(folder / "report.yaml");
  files.emplace_back("/etc/report/report.yaml");
  return files;
}

void add_settings(const fs::path& file, Settings& settings) {
  std::error_code error;
  if (!fs::is_regular_file(file, error)) return;
  yaml::Map map(yaml::parse(file.string(), read_file(file)));
  const auto take = [&map](std::string_view key, std::optional<std::string>& setting,
                           const fs::path* base) {
    const auto value = map.optional(key);
    if (!value) return;
    std::string text = value->text();
    if (const auto wrong = complaint(key, text))
      throw value->fault(say({"'{}' {}", "'{}' {}"}, key, *wrong));
    if (base != nullptr) text = (*base / text).lexically_normal().string();
    if (!setting) setting = std::move(text);
  };
  const fs::path folder = file.parent_path();
  take("lang", settings.lang, nullptr);
  take("color", settings.color, nullptr);
  take("jobs", settings.jobs, nullptr);
  take("rules", settings.rules, &folder);
  take("trust", settings.trust, &folder);
  take("recipients", settings.recipients, &folder);
  take("journal", settings.journal, &folder);
  map.done();
}

Settings read_settings() {
  Settings settings;
  set_from_environment("REPORT_LANG", "lang", settings.lang);
  set_from_environment("REPORT_COLOR", "color", settings.color);
  set_from_environment("REPORT_JOBS", "jobs", settings.jobs);
  set_from_environment("REPORT_RULES", "rules", settings.rules);
  set_from_environment("REPORT_TRUST", "trust", settings.trust);
  set_from_environment("REPORT_RECIPIENTS", "recipients", settings.recipients);
  set_from_environment("REPORT_JOURNAL", "journal", settings.journal);
  for (const fs::path& file : settings_files()) add_settings(file, settings);
  return settings;
}

Language choose_language(const std::optional<std::string>& asked) {
  if (asked) return *asked == "nl" ? Language::nl : Language::en;
  for (const char* const name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (const auto locale = environment(name))
      return locale->starts_with("nl") ? Language::nl : Language::en;
  return Language::en;
}

}  // namespace report
