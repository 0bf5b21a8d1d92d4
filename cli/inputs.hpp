// SPDX-License-Identifier: EUPL-1.2
// Where notes come from: files, folders, standard input; whole or as JSON lines.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <CLI/App.hpp>

#include "base/error.hpp"
#include "document/document.hpp"
#include "line_reader.hpp"
#include "session.hpp"
#include "walk.hpp"

namespace report {

struct InputOptions {
  std::vector<std::string> paths;  // none = standard input
  std::string input = "text";      // or jsonl
  bool recursive = false;
  bool allow_unread = false;  // what cannot be read of a document is no fault
  std::string time_limit;     // of a document: "30" or "30s", "500ms", "2m"; empty = none
  WalkOptions walk;
  [[nodiscard]] std::optional<std::chrono::milliseconds> time() const;
  bool staged = false;  // what git has staged, in place of what lies in the folder
  unsigned jobs = 1;
  [[nodiscard]] bool lines() const { return input == "jsonl"; }
};

void add_inputs(CLI::App& app, InputOptions& inputs, const Defaults& defaults);

/// One note that is still to be read: a file, or one JSON line.
struct Source {
  std::string path;            // "-" is standard input
  std::size_t line = 0;        // from 1; 0 = the whole file
  std::string bytes;           // of the line
  std::optional<Error> fault;  // there is no note to be read here, and why
  bool staged = false;         // the content is git's
};

/// A path as people are told of it: "-" is standard input.
std::string shown_name(const std::string& path, Language language);

/// The sources one after another, in the order given, folders sorted by name and read as they are
/// reached. For one thread.
class Sources {
 public:
  /// `inputs` must outlive it. Throws Error{usage} where git does not answer, and
  /// for JSON lines of what is staged.
  explicit Sources(const InputOptions& inputs);
  std::optional<Source> next();
  /// How much there is to do: files, or of lines their bytes; nothing where it cannot be known.
  /// For a bar on a terminal only: it walks the folders once before they are walked for the files,
  /// because a list of these would grow with them.
  static std::optional<std::size_t> total(const InputOptions& inputs);
  /// Whether several notes may come, so that an answer has to say which it is for.
  [[nodiscard]] bool several() const { return lines_ || several_; }

 private:
  std::optional<Source> next_path();
  std::optional<Source> next_of_walk();
  std::optional<Source> next_line();
  const InputOptions& inputs_;
  std::vector<std::string> paths_;
  std::size_t at_ = 0;
  bool lines_, several_;
  std::unique_ptr<Walk> walk_;
  std::string walked_;                 // the folder
  std::optional<Source> line_source_;  // the file whose lines are read
  std::unique_ptr<LineReader> reader_;
};

/// Reads the note. `id` is set as soon as it is known, so that a fault can say whose it is.
/// Throws Error{input}: "unreadable", "too_large", "bad_json", "bad_line", "invalid_utf8", those of
/// read_office(), and "unread" where a document holds what cannot be read and that is not allowed.
Note read_note(Source source, const InputOptions& options, std::optional<std::string>& id);

}  // namespace report
