// SPDX-License-Identifier: EUPL-1.2
#include "base/files.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/digest.hpp"
#include "base/error.hpp"

namespace report {
namespace {

namespace fs = std::filesystem;

constexpr mode_t private_file = 0600;
constexpr mode_t private_folder = 0700;

Error unreadable(const fs::path& path, int cause) {
  return Error(Fault::input, say({"{}: kan niet worden gelezen: {}", "{}: cannot read: {}"},
                                 path.string(), system_says(cause)))
      .with_code("unreadable");
}

Error unwritable(const fs::path& path, int cause) {
  return Error(Fault::input, say({"{}: kan niet worden geschreven: {}", "{}: cannot write: {}"},
                                 path.string(), system_says(cause)))
      .with_code("unwritable");
}

/// A file descriptor that is closed when it goes out of scope.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  [[nodiscard]] int get() const { return number_; }
  [[nodiscard]] bool good() const { return number_ >= 0; }

 private:
  int number_;
};

fs::path folder_of(const fs::path& path) {
  return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

using Date = std::optional<std::chrono::sys_days>;

void write_all(int file, std::string_view bytes, const Date& date, const fs::path& path) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw unwritable(path, errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (date) {
    const timespec midnight{.tv_sec = std::chrono::sys_seconds(*date).time_since_epoch().count(),
                            .tv_nsec = 0};
    const timespec times[2] = {midnight, midnight};
    if (::futimens(file, times) != 0) throw unwritable(path, errno);
  }
  if (::fsync(file) != 0) throw unwritable(path, errno);
}

void sync_folder(const fs::path& folder) {
  const Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (directory.good()) ::fsync(directory.get());
}

Error exists_already(const fs::path& path) {
  return Error(Fault::input,
               say({"{}: bestaat al en wordt niet overschreven",
                    "{}: exists already and is not overwritten"},
                   path.string()),
               {say({"noem een andere plaats met --out, of verplaats het oude bestand",
                     "name another place with --out, or move the old one away"})})
      .with_code("exists");
}

/// The way of file systems without O_TMPFILE: a hidden name, then link, which never overwrites.
void write_by_hidden_name(const fs::path& path, std::string_view bytes, const Date& date) {
  constexpr std::size_t name_bytes = 8;
  const fs::path hidden = folder_of(path) / ("." + random_hex(name_bytes));
  const Descriptor file(
      ::open(hidden.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, private_file));
  if (!file.good()) throw unwritable(path, errno);
  const auto removed = [](const fs::path* name) { ::unlink(name->c_str()); };
  const std::unique_ptr<const fs::path, decltype(removed)> removal(&hidden, removed);
  write_all(file.get(), bytes, date, path);
  if (::link(hidden.c_str(), path.c_str()) != 0) {
    if (errno == EEXIST) throw exists_already(path);
    throw unwritable(path, errno);
  }
}

}  // namespace

std::string read_file(const fs::path& path, std::size_t limit) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.good()) throw unreadable(path, errno);
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) throw unreadable(path, errno);
  if (S_ISDIR(status.st_mode))
    throw Error(Fault::input, say({"{}: is een map", "{}: is a folder"}, path.string()),
                {say({"met --recursive worden de bestanden daarin genomen",
                      "give --recursive to take the files in it"})})
        .with_code("is_folder");
  std::string bytes;
  if (status.st_size > 0) bytes.reserve(static_cast<std::size_t>(status.st_size) + 1);
  constexpr std::size_t step = 1U << 16U;
  for (;;) {
    const std::size_t have = bytes.size();
    bytes.resize(have + step);
    const ssize_t got = ::read(file.get(), bytes.data() + have, step);
    if (got < 0 && errno != EINTR) throw unreadable(path, errno);
    bytes.resize(have + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (got == 0) return bytes;
    if (bytes.size() > limit)
      throw Error(Fault::input, say({"{}: is groter dan {} MiB", "{}: is larger than {} MiB"},
                                    path.string(), limit >> 20U))
          .with_code("too_large");
  }
}

void write_new_file(const fs::path& path, std::string_view bytes, Date date) {
  const fs::path folder = folder_of(path);
  const Descriptor file(::open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, private_file));
  if (!file.good()) {
    if (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL && errno != ENOENT)
      throw unwritable(path, errno);
    write_by_hidden_name(path, bytes, date);
  } else {
    write_all(file.get(), bytes, date, path);
    const std::string self = fmt::format("/proc/self/fd/{}", file.get());
    if (::linkat(AT_FDCWD, self.c_str(), AT_FDCWD, path.c_str(), AT_SYMLINK_FOLLOW) != 0) {
      if (errno == EEXIST) throw exists_already(path);
      // A process that is not dumpable may be refused its own /proc entry.
      write_by_hidden_name(path, bytes, date);
    }
  }
  sync_folder(folder);
}

void replace_file(const fs::path& path, std::string_view bytes) {
  constexpr std::size_t name_bytes = 8;
  const fs::path hidden = folder_of(path) / ("." + random_hex(name_bytes));
  write_new_file(hidden, bytes);
  if (::rename(hidden.c_str(), path.c_str()) != 0) {
    const int cause = errno;
    ::unlink(hidden.c_str());
    throw unwritable(path, cause);
  }
  sync_folder(folder_of(path));
}

void write_new_folder(const fs::path& named,
                      const std::vector<std::pair<std::string, std::string_view>>& files) {
  // "out/" is the folder "out"; its parent is not itself.
  const fs::path path = named.has_filename() ? named : named.parent_path();
  if (fs::symlink_status(path).type() != fs::file_type::not_found) throw exists_already(path);
  constexpr std::size_t name_bytes = 8;
  const fs::path hidden = folder_of(path) / ("." + random_hex(name_bytes));
  if (::mkdir(hidden.c_str(), private_folder) != 0) throw unwritable(path, errno);
  try {
    for (const auto& [name, bytes] : files) write_new_file(hidden / name, bytes);
    // rename() would replace an empty folder that appeared meanwhile; this one does not.
    int moved = ::renameat2(AT_FDCWD, hidden.c_str(), AT_FDCWD, path.c_str(), RENAME_NOREPLACE);
    // Some network file systems know no flags; there rename() is the best to be had.
    if (moved != 0 && errno == EINVAL) moved = ::rename(hidden.c_str(), path.c_str());
    if (moved != 0) {
      if (errno == EEXIST || errno == ENOTEMPTY || errno == ENOTDIR) throw exists_already(path);
      throw unwritable(path, errno);
    }
  } catch (...) {
    std::error_code ignored;
    fs::remove_all(hidden, ignored);
    throw;
  }
  sync_folder(folder_of(path));
}

}  // namespace report
