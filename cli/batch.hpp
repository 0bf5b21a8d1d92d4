// SPDX-License-Identifier: EUPL-1.2
// One function over many notes: answers in the order of the input whatever --jobs is, a note that
// cannot be read does not stop the others, memory bounded by the number of jobs.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "console.hpp"
#include "exit_code.hpp"
#include "inputs.hpp"
#include "output/json.hpp"

namespace report {

enum class Format : std::uint8_t { text, json, jsonl };
Format format_of(const std::string& name);

/// How a summary counts a note that gave no error.
enum class Tally : std::uint8_t { done, referred, held };

/// How answers become one output. Its functions but `tail` are called from several threads at once.
struct Layout {
  std::string head;
  std::function<std::string(bool first)> lead;  // before each answer that is not empty
  std::string end;                              // behind each of them
  std::function<std::string(bool any)> tail;
  /// What stands in the place of an answer; empty where standard error alone says it.
  std::function<std::string(const std::optional<std::string>& id, std::size_t line,
                            const Error& error)>
      fault;
};

/// What a command says of one note.
struct Answer {
  Json json;                    // for the formats json and jsonl
  std::string text;             // for the format text, and for a layout of one's own
  std::vector<Remark> remarks;  // for standard error
  ExitCode code = ExitCode::done;
  Tally tally = Tally::done;
};

/// What is said at the end of several notes: how many failed, if any did, or what became of all.
enum class Summary : std::uint8_t { failures, handovers, findings };

/// `several` = the answer must say which note it is for. Called from several threads at once.
using Work = std::function<Answer(Note note, bool several)>;

/// Runs `work` over all notes and writes the answers. Error{input} and Error{refused} of one note
/// are its answer; any other error ends the run. Ctrl-C ends it behind the notes under way, and
/// with it the program.
ExitCode run_batch(const InputOptions& inputs, Format format, const Console& console,
                   const Work& work, Summary summary = Summary::failures);
ExitCode run_batch(const InputOptions& inputs, const Layout& layout, const Console& console,
                   const Work& work, Summary summary = Summary::failures);

}  // namespace report
