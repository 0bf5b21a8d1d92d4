// SPDX-License-Identifier: EUPL-1.2
#include "line_reader.hpp"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.hpp"
#include "interrupt.hpp"

namespace report {
namespace {

constexpr std::size_t block_size = 1U << 20U;

Error unreadable(const std::string& name, int cause) {
  return Error(Fault::input, say({"{}: kan niet worden gelezen: {}", "{}: cannot read: {}"}, name,
                                 system_says(cause)))
      .with_code("unreadable");
}

/// Bytes read into `block`, whose size says how many are wanted; 0 at the end.
std::size_t read_block(int file, const std::string& name, std::string& block) {
  for (;;) {
    // Who waits for a pipe must notice Ctrl-C, which another thread may have taken.
    constexpr int moment = 100;
    pollfd wait{.fd = file, .events = POLLIN, .revents = 0};
    for (int ready = 0; ready == 0 || (ready < 0 && errno == EINTR);) {
      if (interrupted()) return 0;
      ready = ::poll(&wait, 1, moment);
    }
    const ssize_t got = ::read(file, block.data(), block.size());
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno != EINTR) throw unreadable(name, errno);
  }
}

}  // namespace

LineReader::LineReader(const std::string& path, std::size_t limit)
    : name_(path),
      file_(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)),
      limit_(limit) {
  if (file_ < 0) throw unreadable(name_, errno);
  struct stat status {};
  if (::fstat(file_, &status) == 0 && S_ISDIR(status.st_mode)) {
    if (file_ != STDIN_FILENO) ::close(file_);
    throw Error(Fault::input, say({"{}: is een map", "{}: is a folder"}, name_),
                {say({"met --recursive worden de bestanden daarin genomen",
                      "give --recursive to take the files in it"})})
        .with_code("is_folder");
  }
}

LineReader::~LineReader() {
  if (file_ != STDIN_FILENO) ::close(file_);
}

bool LineReader::fill() {
  if (ended_) return false;
  block_.resize(block_size);
  block_.resize(read_block(file_, name_, block_));
  at_ = 0;
  ended_ = block_.empty();
  return !ended_;
}

std::optional<LineReader::Line> LineReader::next() {
  Line line;
  bool any = false;
  while (at_ < block_.size() || fill()) {
    any = true;
    const std::size_t end = block_.find('\n', at_);
    const std::size_t size = (end == std::string::npos ? block_.size() : end) - at_;
    if (line.too_long || line.bytes.size() + size > limit_) {
      line.too_long = true;
      line.bytes = std::string();
    } else {
      line.bytes.append(block_, at_, size);
    }
    at_ += size;
    if (end == std::string::npos) continue;
    ++at_;
    break;
  }
  if (!any) return std::nullopt;
  line.number = ++number_;
  return line;
}

std::string read_standard_input(std::size_t limit) {
  std::string all, block;
  for (;;) {
    block.resize(block_size);
    block.resize(read_block(STDIN_FILENO, "-", block));
    if (block.empty()) return all;
    all += block;
    if (all.size() > limit)
      throw Error(Fault::input, say({"standaardinvoer: is groter dan {} MiB",
                                     "standard input: is larger than {} MiB"},
                                    limit >> 20U))
          .with_code("too_large");
  }
}

}  // namespace report
