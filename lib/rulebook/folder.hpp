// SPDX-License-Identifier: EUPL-1.2
// The files of a rule folder, in an order that does not depend on the file system.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "rulebook/yaml.hpp"

namespace report {

/// One file: its name within the folder ("find/phone.yaml") and its bytes.
struct RuleFile {
  std::string name;
  std::string content;
};

/// All *.yaml, the lexicon's *.txt, classify/words.tsv and find/leftovers.tsv below the folder, sorted by name. Throws
/// Error{rules} when there is no such folder.
std::vector<RuleFile> read_rule_folder(const std::filesystem::path& folder);

/// The rules of a folder being read: its files, and where faults go.
class RuleReading {
 public:
  /// Without `faults` the first fault is thrown.
  RuleReading(std::vector<RuleFile> files, std::vector<Message>* faults)
      : files_(std::move(files)), faults_(faults) {}

  [[nodiscard]] const std::vector<RuleFile>& files() const { return files_; }

  /// Calls `read` with the YAML document of every file whose name begins with `prefix` and ends in
  /// ".yaml". Error{rules} of one file does not stop the others when faults are collected.
  void each(std::string_view prefix, const std::function<void(const yaml::Value&)>& read) const;

  /// Runs `read`; its Error{rules} becomes an entry of the faults, or is thrown on.
  void guarded(const std::function<void()>& read) const;

 private:
  std::vector<RuleFile> files_;
  std::vector<Message>* faults_;
};

}  // namespace report
