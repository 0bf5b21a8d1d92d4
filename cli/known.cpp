// SPDX-License-Identifier: EUPL-1.2
#include "known.hpp"

#include <filesystem>

#include <fmt/format.h>

#include "base/digest.hpp"
#include "base/files.hpp"
#include "settings.hpp"
#include "words.hpp"

namespace report {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_key = 4096;
constexpr std::size_t largest_baseline = 256U << 20U;
constexpr std::size_t key_bytes = 32;

std::string without_line_end(std::string text) {
  while (text.ends_with('\n') || text.ends_with('\r')) text.pop_back();
  return text;
}

std::string make_key(const fs::path& file, const Console& console) {
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  std::string key = random_hex(key_bytes);
  write_new_file(file, key + "\n");
  console.note(fmt::format(fmt::runtime(words::key_made.in(console.language())), file.string()));
  return key;
}

std::string key_of(const KnownOptions& options, const Console& console) {
  if (!options.key.empty()) return without_line_end(read_file(options.key, largest_key));
  const fs::path folder = own_folder();
  const fs::path file = folder.empty() ? folder : folder / "baseline.key";
  std::error_code error;
  if (!file.empty() && fs::exists(file, error))
    return without_line_end(read_file(file, largest_key));
  if (!options.write.empty() && options.read.empty() && !file.empty())
    return make_key(file, console);
  throw Error(Fault::usage,
              say({"de lijst heeft een sleutel, en die is er niet",
                   "the baseline has a key, and there is none"}),
              {say({"geef de sleutel waarmee zij is geschreven: --baseline-key BESTAND",
                    "give the one it was written with: --baseline-key FILE"})});
}

}  // namespace

Known::Known(const KnownOptions& options, const Console& console) : options_(options) {
  if (!options.any()) return;
  const std::string key = key_of(options, console);
  baseline_.emplace(key);
  if (!options.write.empty()) written_.emplace(key);
  std::error_code error;
  if (options.read.empty()) return;
  if (!fs::exists(options.read, error) && options.read != options.write)
    throw Error(Fault::usage,
                say({"{}: zo'n lijst is er niet", "{}: there is no such baseline"}, options.read),
                {say({"maak haar met --write-baseline", "make it with --write-baseline"})});
  if (fs::exists(options.read, error))
    baseline_->read(options.read, read_file(options.read, largest_baseline));
}

std::string Known::entry(std::string_view rule, std::string_view value) const {
  return baseline_ ? baseline_->entry(rule, value) : std::string();
}

bool Known::holds(const std::string& entry) {
  if (entry.empty()) return false;
  const std::lock_guard lock(mutex_);
  if (written_) {
    written_->add(entry);
    return true;
  }
  met_.insert(entry);
  return baseline_->holds(entry);
}

void Known::leave(const Console& console) const {
  if (written_)
    console.note(
        fmt::format(fmt::runtime(words::baseline_left.in(console.language())), options_.write));
}

void Known::finish(const Console& console) {
  if (written_) {
    replace_file(options_.write, written_->text());
    console.note(fmt::format(fmt::runtime(words::baseline_written.in(console.language())),
                             options_.write, written_->size()));
  } else if (baseline_) {
    std::size_t gone = baseline_->size();
    for (const std::string& entry : met_) gone -= baseline_->holds(entry) ? 1 : 0;
    if (gone > 0)
      console.note(fmt::format(fmt::runtime(words::baseline_gone.in(console.language())),
                               options_.read, gone));
  }
}

}  // namespace report
