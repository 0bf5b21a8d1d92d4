// SPDX-License-Identifier: EUPL-1.2
#include "rulebook/folder.hpp"

#include <algorithm>
#include <system_error>

#include <fmt/format.h>

#include "base/files.hpp"

namespace report {

std::vector<RuleFile> read_rule_folder(const std::filesystem::path& folder) {
  namespace fs = std::filesystem;
  std::error_code error;
  if (!fs::is_directory(folder, error))
    throw Error(Fault::rules,
                say({"{}: er is geen map met regels met die naam", "{}: no such folder of rules"},
                    folder.string()),
                {say({"--rules wil een map die is ingedeeld als de meegeleverde",
                      "--rules wants a folder laid out like the one that is installed"})});
  std::vector<RuleFile> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string name = entry.path().lexically_relative(folder).generic_string();
    const bool wanted = name.ends_with(".yaml") || name == "classify/words.tsv" ||
                        name == "find/leftovers.tsv" ||
                        (name.starts_with("lexicon/") && name.ends_with(".txt"));
    if (entry.is_regular_file() && wanted) files.push_back({name, read_file(entry.path())});
  }
  std::sort(files.begin(), files.end(),
            [](const RuleFile& a, const RuleFile& b) { return a.name < b.name; });
  return files;
}

void RuleReading::guarded(const std::function<void()>& read) const {
  try {
    read();
  } catch (const Error& error) {
    if (faults_ == nullptr || error.fault() != Fault::rules) throw;
    Message fault = error.message();
    for (const Message& hint : error.hints()) fault = say({"{} ({})", "{} ({})"}, fault, hint);
    faults_->push_back(std::move(fault));
  }
}

void RuleReading::each(std::string_view prefix,
                       const std::function<void(const yaml::Value&)>& read) const {
  for (const RuleFile& file : files_)
    if (file.name.starts_with(prefix) && file.name.ends_with(".yaml"))
      guarded([&] { read(yaml::parse(file.name, file.content)); });
}

}  // namespace report
