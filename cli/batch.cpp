// SPDX-License-Identifier: EUPL-1.2
#include "batch.hpp"

#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/deadline.hpp"
#include "in_order.hpp"
#include "interrupt.hpp"
#include "progress.hpp"
#include "words.hpp"

namespace report {
namespace {

/// An answer ready to be written.
struct Rendered {
  std::string data;
  std::vector<Remark> remarks;
  ExitCode code = ExitCode::done;
  std::optional<Tally> tally{};  // none: it failed
  std::size_t weight = 0;        // as Source has it
};

/// Where a note came from; line 0 = the whole file.
struct Origin {
  std::string file;
  std::size_t line = 0;
};

/// The error of one note: what the layout has for it, and a remark that names file and line. Of a
/// line of many the answer alone says it, or a large input would drown the terminal.
Rendered render_fault(const Error& error, const std::optional<std::string>& id,
                      const Origin& origin, const Layout& layout, Language language) {
  Rendered out{.data = {}, .remarks = {}, .code = exit_code(error.fault())};
  if (error.fault() == Fault::refused) out.tally = Tally::held;
  out.data = layout.fault(id, origin.line, error);
  if (!out.data.empty() && origin.line != 0) return out;
  out.remarks = remarks_of(error, language);
  std::string& what = out.remarks.front().text;
  if (origin.line != 0)
    what = fmt::format("{}:{}: {}", origin.file, origin.line, what);
  else if (!what.starts_with(origin.file))
    what = fmt::format("{}: {}", origin.file, what);
  return out;
}

/// Puts answers one after another; counts what went wrong.
class Writer {
 public:
  Writer(const Layout& layout, const Console& console, Summary summary)
      : layout_(layout),
        console_(console),
        summary_(summary),
        progress_(takes_progress() && !console.quiet() ? Progress::Show::yes : Progress::Show::no,
                  console.language()) {
    console_.write(layout_.head);
  }
  Progress& progress() { return progress_; }

  void write(const Rendered& answer) {
    ++count_;
    if (answer.code == ExitCode::unread) ++failed_;
    ++tallies_[answer.tally ? static_cast<std::size_t>(*answer.tally) : tallies_.size() - 1];
    code_ = graver(code_, answer.code);
    if (answer.code == ExitCode::no) ++said_no_;
    if (!answer.data.empty() || !answer.remarks.empty()) progress_.clear();
    if (!answer.data.empty()) {
      console_.write(layout_.lead(!any_));
      console_.write(answer.data);
      console_.write(layout_.end);
      any_ = true;
    }
    if (!answer.remarks.empty()) {
      console_.flush();
      console_.say(answer.remarks);
    }
    progress_.done(answer.weight, answer.code == ExitCode::unread);
  }

  ExitCode finish() {
    progress_.clear();
    console_.write(layout_.tail(any_));
    console_.flush();
    if (summary_ == Summary::handovers && count_ > 1)
      console_.note(fmt::format(fmt::runtime(words::handed_over.in(console_.language())), count_,
                                tallies_[0], tallies_[1], tallies_[2], tallies_[3]));
    else if (summary_ == Summary::findings && count_ > 1)
      console_.note(fmt::format(fmt::runtime(words::checked_all.in(console_.language())), count_,
                                said_no_, count_ - said_no_ - failed_, failed_));
    else if (failed_ > 0 && count_ > 1)
      console_.note(
          fmt::format(fmt::runtime(words::some_failed.in(console_.language())), failed_, count_));
    if (interrupted()) {
      console_.note(fmt::format(fmt::runtime(words::stopped.in(console_.language())), count_));
      die_interrupted();
    }
    return code_;
  }

 private:
  const Layout& layout_;
  const Console& console_;
  Summary summary_;
  std::array<std::size_t, 4> tallies_{};  // by Tally; the last one failed
  Progress progress_;
  std::size_t count_ = 0, failed_ = 0, said_no_ = 0;
  bool any_ = false;
  ExitCode code_ = ExitCode::done;
};

Layout layout_of(Format format) {
  Layout layout;
  layout.lead = [](bool) { return std::string(); };
  layout.tail = [](bool) { return std::string(); };
  if (format == Format::jsonl) layout.end = "\n";
  if (format == Format::json) {
    layout.head = array::head;
    layout.lead = [](bool first) { return std::string(array::lead(first)); };
    layout.tail = [](bool any) { return std::string(array::tail(any)); };
  }
  layout.fault = [format](const std::optional<std::string>& id, std::size_t line,
                          const Error& error) {
    return format == Format::text ? std::string() : dump(fault_json(id, line, error));
  };
  return layout;
}

}  // namespace

Format format_of(const std::string& name) {
  if (name == "json") return Format::json;
  return name == "jsonl" ? Format::jsonl : Format::text;
}

ExitCode run_batch(const InputOptions& inputs, Format format, const Console& console,
                   const Work& work, Summary summary) {
  return run_batch(
      inputs, layout_of(format), console,
      [&](Note note, bool several) {
        Answer answer = work(std::move(note), several);
        if (format != Format::text) answer.text = dump(answer.json);
        return answer;
      },
      summary);
}

ExitCode run_batch(const InputOptions& inputs, const Layout& layout, const Console& console,
                   const Work& work, Summary summary) {
  Sources sources(inputs);
  const bool several = sources.several();
  const InterruptGuard guard;
  Writer writer(layout, console, summary);
  if (writer.progress().shown()) writer.progress().expect(Sources::total(inputs));
  const Language language = console.language();
  const auto time = inputs.time();
  const auto work_whole = [&](Source source) -> Rendered {
    std::optional<std::string> id;
    const Origin origin{shown_name(source.path, language), source.line};
    const Deadline deadline(time);
    try {
      Note note = read_note(std::move(source), inputs, id);
      const std::vector<std::string> unread = note.unread;
      Answer answer = work(std::move(note), several);
      if (!unread.empty())
        answer.remarks.insert(
            answer.remarks.begin(),
            {Tone::note, say(words::not_read, origin.file, unread_names(unread)).in(language)});
      return {.data = std::move(answer.text),
              .remarks = std::move(answer.remarks),
              .code = answer.code,
              .tally = answer.tally};
    } catch (const Error& error) {
      if (error.fault() != Fault::input && error.fault() != Fault::refused) throw;
      return render_fault(error, id, origin, layout, language);
    }
  };
  const auto work_one = [&](Source source) {
    const std::size_t weight = source.line == 0 ? 1 : source.bytes.size() + 1;
    Rendered rendered = work_whole(std::move(source));
    rendered.weight = weight;
    return rendered;
  };
  const auto next = [&]() -> std::optional<Source> {
    if (interrupted()) return std::nullopt;
    auto source = sources.next();
    // It may be half a line.
    return interrupted() ? std::nullopt : std::move(source);
  };
  InOrder<Source, Rendered>(next, work_one, [&](const Rendered& answer) {
    writer.write(answer);
  }).run(inputs.jobs);
  return writer.finish();
}

}  // namespace report
