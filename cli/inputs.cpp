// SPDX-License-Identifier: EUPL-1.2
#include "inputs.hpp"

#include <charconv>
#include <filesystem>
#include <system_error>
#include <thread>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "base/files.hpp"
#include "git.hpp"
#include "help.hpp"
#include "text/utf8.hpp"
#include "words.hpp"

namespace report {
namespace {

namespace fs = std::filesystem;

constexpr unsigned most_jobs = 999;

Error bad(std::string code, const Message& message, std::vector<Message> hints = {}) {
  return Error(Fault::input, message, std::move(hints)).with_code(std::move(code));
}

/// A JSON line as a note. nlohmann-json quotes its input in messages, so they are not passed on.
Note note_of_line(const Source& source, std::optional<std::string>& id) {
  std::string_view bytes = source.bytes;
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (source.line == 1 && bytes.starts_with(byte_order_mark)) bytes.remove_prefix(3);
  nlohmann::json json = nlohmann::json::parse(bytes, nullptr, false);
  if (json.is_discarded()) {
    if (const auto at = first_fault(bytes))
      throw bad("invalid_utf8", say({"byte {} is geen UTF-8", "byte {} is not UTF-8"}, *at + 1));
    throw bad("bad_json", say({"deze regel is niet een enkele JSON-waarde",
                               "this line is not one JSON value"}));
  }
  if (!json.is_object())
    throw bad("bad_line",
              say({"deze regel is geen JSON-object", "this line is not a JSON object"}));
  const auto string_at = [&json](const char* key) -> std::string* {
    const auto found = json.find(key);
    return found == json.end() ? nullptr : found->get_ptr<std::string*>();
  };
  std::string* const name = string_at("id");
  if (name == nullptr)
    throw bad("bad_line",
              say({"\"id\" ontbreekt of is geen tekst", "\"id\" is missing or is no string"}));
  id = *name;
  std::string* const text = string_at("text");
  if (text == nullptr)
    throw bad("bad_line",
              say({"\"text\" ontbreekt of is geen tekst", "\"text\" is missing or is no string"}));
  Note note{.id = *id, .text = std::move(*text), .organisation = std::nullopt};
  if (const auto given = json.find("organisation"); given != json.end() && !given->is_null()) {
    if (!given->is_string())
      throw bad("bad_line",
                say({"\"organisation\" is geen tekst", "\"organisation\" is no string"}));
    note.organisation = given->get<std::string>();
  }
  return note;
}

/// What git has staged but for --exclude, which holds for it as it does for folders that are
/// walked.
std::vector<std::string> staged_of(const InputOptions& inputs) {
  if (inputs.lines())
    throw Error(Fault::usage,
                say({"--staged neemt hele bestanden, geen JSON-regels",
                     "--staged takes whole files, not JSON lines"}),
                {say({"laat --input jsonl weg: wat klaarstaat wordt dan als tekst bekeken",
                      "leave out --input jsonl: what is staged is then looked at as text"})});
  std::vector<std::string> folders;
  for (const std::string& path : inputs.paths)
    folders.push_back((fs::path(path) / "").lexically_normal().string());
  const IgnorePatterns excluded = inputs.walk.excluded(folders);
  std::vector<std::string> files = staged_files(inputs.paths);
  std::erase_if(files, [&](const std::string& file) { return excluded.passes_over(file); });
  return files;
}

}  // namespace

void add_inputs(CLI::App& app, InputOptions& inputs, const Defaults& defaults) {
  app.add_option("PATH", inputs.paths, defaults.say(words::path))->type_name("");
  add_choice(app, "--input", inputs.input, {"text", "jsonl"}, defaults.say(words::input));
  app.add_flag("-r,--recursive", inputs.recursive, defaults.say(words::recursive));
  app.add_option("--exclude", inputs.walk.exclude, defaults.say(words::exclude))
      ->type_name("PATTERN")
      ->allow_extra_args(false);
  app.add_flag("--allow-unread", inputs.allow_unread, defaults.say(words::allow_unread));
  app.add_option("--time-limit", inputs.time_limit, defaults.say(words::time_limit))
      ->type_name("TIME");
  if (defaults.settings.jobs)
    inputs.jobs = static_cast<unsigned>(std::stoul(*defaults.settings.jobs));
  app.add_option("-j,--jobs", inputs.jobs, defaults.say(words::jobs))
      ->check(CLI::Range(1U, most_jobs).description(""))
      ->type_name("N");
}

std::string shown_name(const std::string& path, Language language) {
  return path == "-" ? std::string(words::standard_input.in(language)) : path;
}

Sources::Sources(const InputOptions& inputs)
    : inputs_(inputs), paths_(inputs.paths), lines_(inputs.lines()), several_(paths_.size() > 1) {
  if (inputs.staged) {
    paths_ = staged_of(inputs);
    several_ = true;
  } else if (paths_.empty()) {
    paths_.emplace_back("-");
  }
  if (!inputs.recursive) return;
  std::error_code ignored;
  for (const std::string& path : paths_) several_ = several_ || fs::is_directory(path, ignored);
}

std::optional<std::size_t> Sources::total(const InputOptions& inputs) {
  InputOptions files = inputs;
  files.input = "text";
  if (files.paths.empty() && !files.staged) return std::nullopt;
  Sources sources(files);
  std::size_t total = 0;
  while (const auto source = sources.next()) {
    std::error_code error;
    if (source->path == "-") return std::nullopt;
    total += inputs.lines() ? static_cast<std::size_t>(fs::file_size(source->path, error)) : 1;
    if (error) return std::nullopt;
  }
  return total;
}

std::optional<Source> Sources::next() { return lines_ ? next_line() : next_path(); }

/// The files of a folder; a folder in it that cannot be read is a source with its fault.
std::optional<Source> Sources::next_of_walk() {
  const auto unreadable = [](const std::string& path, const Message& why) {
    return Source{
        .path = path,
        .bytes = {},
        .fault = bad("unreadable",
                     say({"{}: kan niet worden gelezen: {}", "{}: cannot read: {}"}, path, why))};
  };
  try {
    if (auto file = walk_->next())
      return Source{.path = std::move(*file), .bytes = {}, .fault = std::nullopt};
  } catch (const fs::filesystem_error& error) {
    return unreadable(error.path1().empty() ? walked_ : error.path1().string(),
                      system_says(error.code().value()));
  } catch (const Error& error) {
    return Source{.path = walked_, .bytes = {}, .fault = error};
  }
  walk_.reset();
  return std::nullopt;
}

std::optional<Source> Sources::next_path() {
  for (;;) {
    if (walk_) {
      if (auto source = next_of_walk()) return source;
    }
    if (at_ == paths_.size()) return std::nullopt;
    std::string path = paths_[at_++];
    std::error_code ignored;
    if (inputs_.staged || path == "-" || !inputs_.recursive || !fs::is_directory(path, ignored))
      return Source{.path = std::move(path), .bytes = {}, .fault = {}, .staged = inputs_.staged};
    walked_ = path;
    walk_ = std::make_unique<Walk>(std::move(path), inputs_.walk);
  }
}

std::optional<Source> Sources::next_line() {
  for (;; reader_.reset(), line_source_.reset()) {
    if (!line_source_) line_source_ = next_path();
    if (!line_source_) return std::nullopt;
    const std::string path = line_source_->path;
    try {
      if (line_source_->fault) throw Error(*line_source_->fault);
      if (!reader_) reader_ = std::make_unique<LineReader>(path, largest_note);
      while (auto line = reader_->next()) {
        if (line->too_long)
          return Source{.path = path,
                        .line = line->number,
                        .bytes = {},
                        .fault = bad("too_large", say({"de regel is langer dan 64 MiB",
                                                       "the line is longer than 64 MiB"}))};
        if (line->bytes.find_first_not_of(" \t\r") == std::string::npos) continue;
        return Source{.path = path,
                      .line = line->number,
                      .bytes = std::move(line->bytes),
                      .fault = std::nullopt};
      }
    } catch (const Error& error) {
      reader_.reset();
      line_source_.reset();
      return Source{.path = path, .bytes = {}, .fault = error};
    }
  }
}

Note read_note(Source source, const InputOptions& options, std::optional<std::string>& id) {
  if (source.line == 0) id = source.path;
  if (source.fault) throw Error(*source.fault);
  if (source.line != 0) return note_of_line(source, id);
  std::string bytes = source.staged        ? staged_content(source.path, largest_note)
                      : source.path == "-" ? read_standard_input(largest_note)
                                           : read_file(source.path, largest_note);
  Note note{.id = std::move(source.path), .text = {}, .organisation = std::nullopt};
  const DocumentKind kind = kind_of(note.id, bytes);
  if (kind == DocumentKind::plain) {
    note.text = std::move(bytes);
    return note;
  }
  PlainText plain = read_office(kind, bytes, options.time());
  if (!plain.unread.empty() && !options.allow_unread)
    throw bad("unread",
              say({"niet alles kan worden gelezen: {}", "not all of it can be read: {}"},
                  unread_names(plain.unread)),
              {say({"bekijk die zelf, en geef --allow-unread om zonder verder te gaan",
                    "look at those yourself, and give --allow-unread to go on without them"})});
  note.text = std::move(plain.text);
  note.parts = std::move(plain.parts);
  note.unread = std::move(plain.unread);
  return note;
}

std::optional<std::chrono::milliseconds> InputOptions::time() const {
  if (time_limit.empty()) return std::nullopt;
  std::size_t number = 0;
  const char* const end = time_limit.data() + time_limit.size();
  const auto [unit, fault] = std::from_chars(time_limit.data(), end, number);
  const std::string_view name(unit, static_cast<std::size_t>(end - unit));
  constexpr std::size_t second = 1000, minute = 60 * second, hour = 60 * minute, most = 24 * hour;
  const std::size_t factor = name == "ms"                  ? 1
                             : name.empty() || name == "s" ? second
                             : name == "m"                 ? minute
                                                           : 0;
  if (fault != std::errc() || factor == 0 || number == 0 || number > most / factor)
    throw Error(Fault::usage,
                say({"--time-limit is een tijd van 1ms tot 24 uur",
                     "--time-limit is a time from 1ms to 24 hours"}),
                {say({"schrijf die als 500ms, 30s of 2m", "write it as 500ms, 30s or 2m"})});
  return std::chrono::milliseconds(number * factor);
}

}  // namespace report
