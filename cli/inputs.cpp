// SPDX-License-Identifier: EUPL-1.2
#include "inputs.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <thread>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/files.hpp"
#include "help.hpp"
#include "text/utf8.hpp"

namespace report {
namespace {

namespace fs = std::filesystem;

constexpr unsigned most_jobs = 999;

Error bad(std::string code, const std::string& message, std::vector<std::string> hints = {}) {
  return Error(Fault::input, message, std::move(hints)).with_code(std::move(code));
}

/// Files below a folder by name; hidden ones and what links lead to are passed over.
std::vector<std::string> files_below(const std::string& folder) {
  std::vector<std::string> files;
  for (auto entry = fs::recursive_directory_iterator(folder);
       entry != fs::recursive_directory_iterator(); ++entry) {
    if (entry->path().filename().string().starts_with('.')) {
      entry.disable_recursion_pending();
      continue;
    }
    if (!entry->is_symlink() && entry->is_regular_file()) files.push_back(entry->path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// A JSON line as a note. nlohmann-json quotes its input in messages, so they are not passed on.
Note note_of_line(const Source& source, std::optional<std::string>& id) {
  std::string_view bytes = source.bytes;
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (source.line == 1 && bytes.starts_with(byte_order_mark)) bytes.remove_prefix(3);
  nlohmann::json json = nlohmann::json::parse(bytes, nullptr, false);
  if (json.is_discarded()) {
    if (const auto at = first_fault(bytes))
      throw bad("invalid_utf8", fmt::format("byte {} is not UTF-8", *at + 1));
    throw bad("bad_json", "this line is not one JSON value");
  }
  if (!json.is_object()) throw bad("bad_line", "this line is not a JSON object");
  const auto string_at = [&json](const char* key) -> std::string* {
    const auto found = json.find(key);
    return found == json.end() ? nullptr : found->get_ptr<std::string*>();
  };
  std::string* const name = string_at("id");
  if (name == nullptr) throw bad("bad_line", "\"id\" is missing or is no string");
  id = *name;
  std::string* const text = string_at("text");
  if (text == nullptr) throw bad("bad_line", "\"text\" is missing or is no string");
  Note note{.id = *id, .text = std::move(*text), .organisation = std::nullopt};
  if (const auto given = json.find("organisation"); given != json.end() && !given->is_null()) {
    if (!given->is_string()) throw bad("bad_line", "\"organisation\" is no string");
    note.organisation = given->get<std::string>();
  }
  return note;
}

}  // namespace

void add_inputs(CLI::App& app, InputOptions& inputs, const Defaults& defaults) {
  app.add_option("PATH", inputs.paths, defaults.say(words::path))->type_name("");
  add_choice(app, "--input", inputs.input, {"text", "jsonl"}, defaults.say(words::input));
  app.add_flag("-r,--recursive", inputs.recursive, defaults.say(words::recursive));
  if (defaults.settings.jobs)
    inputs.jobs = static_cast<unsigned>(std::stoul(*defaults.settings.jobs));
  app.add_option("-j,--jobs", inputs.jobs, defaults.say(words::jobs))
      ->check(CLI::Range(1U, most_jobs).description(""))
      ->type_name("N");
}

Sources::Sources(const InputOptions& inputs) : lines_(inputs.lines()) {
  if (inputs.paths.empty()) paths_.push_back({"-", std::nullopt});
  for (const std::string& path : inputs.paths) {
    std::error_code ignored;
    if (path == "-" || !inputs.recursive || !fs::is_directory(path, ignored)) {
      paths_.push_back({path, std::nullopt});
      continue;
    }
    try {
      for (std::string& file : files_below(path)) paths_.push_back({std::move(file), std::nullopt});
    } catch (const fs::filesystem_error& error) {
      paths_.push_back({path, bad("unreadable", fmt::format("{}: cannot read: {}", path,
                                                            error.code().message()))});
    }
  }
}

std::optional<Source> Sources::next() {
  if (lines_) return next_line();
  if (at_ == paths_.size()) return std::nullopt;
  Path& path = paths_[at_++];
  return Source{.path = path.path, .bytes = {}, .fault = path.fault};
}

std::optional<Source> Sources::next_line() {
  for (; at_ < paths_.size(); ++at_, reader_.reset()) {
    const Path& path = paths_[at_];
    try {
      if (path.fault) throw Error(*path.fault);
      if (!reader_) reader_ = std::make_unique<LineReader>(path.path, largest_note);
      while (auto line = reader_->next()) {
        if (line->too_long)
          return Source{.path = path.path,
                        .line = line->number,
                        .bytes = {},
                        .fault = bad("too_large", "the line is longer than 64 MiB")};
        if (line->bytes.find_first_not_of(" \t\r") == std::string::npos) continue;
        return Source{.path = path.path,
                      .line = line->number,
                      .bytes = std::move(line->bytes),
                      .fault = std::nullopt};
      }
    } catch (const Error& error) {
      ++at_;
      reader_.reset();
      return Source{.path = path.path, .bytes = {}, .fault = error};
    }
  }
  return std::nullopt;
}

Note read_note(Source source, std::optional<std::string>& id) {
  if (source.line == 0) id = source.path;
  if (source.fault) throw Error(*source.fault);
  if (source.line != 0) return note_of_line(source, id);
  std::string text =
      source.path == "-" ? read_standard_input(largest_note) : read_file(source.path, largest_note);
  return {.id = std::move(source.path), .text = std::move(text), .organisation = std::nullopt};
}

}  // namespace report
