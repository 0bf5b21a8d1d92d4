// SPDX-License-Identifier: EUPL-1.2
#include "journal/database.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <mutex>

#include <fcntl.h>
#include <fmt/format.h>
#include <malloc.h>
#include <unistd.h>

#include "base/error.hpp"

namespace report::sqlite {
namespace {

// SQLite's pages have the journal's secret in them; like every block of the heap they are wiped
// before they are given back.
// NOLINTBEGIN(cppcoreguidelines-no-malloc, cppcoreguidelines-owning-memory): SQLite's allocator
void* take(int size) { return std::malloc(static_cast<std::size_t>(size)); }

void give(void* block) {
  if (block == nullptr) return;
  explicit_bzero(block, malloc_usable_size(block));
  std::free(block);
}

void* retake(void* block, int size) {
  void* larger = take(size);
  if (larger == nullptr) return nullptr;
  std::copy_n(static_cast<const char*>(block),
              std::min(static_cast<std::size_t>(size), malloc_usable_size(block)),
              static_cast<char*>(larger));
  give(block);
  return larger;
}
// NOLINTEND(cppcoreguidelines-no-malloc, cppcoreguidelines-owning-memory)

int size_of(void* block) { return static_cast<int>(malloc_usable_size(block)); }

int round_up(int size) {
  constexpr int step = 8;
  return (size + step - 1) / step * step;
}

int begin(void* /*data*/) { return SQLITE_OK; }
void end(void* /*data*/) {}

/// Before the first use of SQLite. Throws Error{internal} when something else was first.
void use_wiping_memory() {
  static std::once_flag once;
  std::call_once(once, [] {
    static const sqlite3_mem_methods methods{take,     give,  retake, size_of,
                                             round_up, begin, end,    nullptr};
    if (sqlite3_config(SQLITE_CONFIG_MALLOC, &methods) != SQLITE_OK)
      throw Error(Fault::internal,
                  Message::as_is("the wiping allocator came after the first use of SQLite"));
  });
}

/// SQLite makes files for everybody to read unless they are there.
void make_private(const std::filesystem::path& path) {
  const int file = ::open(path.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
  if (file < 0)
    throw Error(Fault::usage, say({"{}: het journaal kan niet worden geopend: {}",
                                   "{}: cannot open the journal: {}"},
                                  path.string(), system_says(errno)));
  ::close(file);
}

/// What SQLite says, in Dutch for what its users can meet.
Message sqlite_says(int code, const char* english) {
  struct Cause {
    int code;
    std::string_view nl;
  };
  constexpr std::array causes{
      Cause{SQLITE_NOTADB, "het bestand is geen databank"},
      Cause{SQLITE_CORRUPT, "het bestand is beschadigd"},
      Cause{SQLITE_CANTOPEN, "het bestand kan niet worden geopend"},
      Cause{SQLITE_BUSY, "een ander programma gebruikt het"},
      Cause{SQLITE_LOCKED, "een ander programma gebruikt het"},
      Cause{SQLITE_READONLY, "het is alleen om te lezen"},
      Cause{SQLITE_FULL, "geen ruimte meer op het apparaat"},
      Cause{SQLITE_IOERR, "lees- of schrijffout van het apparaat"},
      Cause{SQLITE_PERM, "geen toestemming"},
      Cause{SQLITE_AUTH, "geen toestemming"},
  };
  const auto* const known =
      std::find_if(causes.begin(), causes.end(),
                   [primary = code & 0xff](const Cause& one) { return one.code == primary; });
  return {known == causes.end() ? english : std::string(known->nl), english};
}

}  // namespace

void failed(const std::filesystem::path& path, sqlite3* database) {
  const Message message =
      say({"{}: het journaal kan niet worden gebruikt: {}", "{}: the journal cannot be used: {}"},
          path.string(), sqlite_says(sqlite3_errcode(database), sqlite3_errmsg(database)));
  const int code = sqlite3_errcode(database) & 0xff;
  if (code == SQLITE_NOTADB || code == SQLITE_CORRUPT)
    throw Error(Fault::usage, message,
                {say({"noem een journaal van report, of een nieuw bestand",
                      "name a journal of report, or a new file"})});
  throw Error(Fault::input, message).with_code("unwritable");
}

Connection::Connection(const std::filesystem::path& path, bool write) : path_(path) {
  use_wiping_memory();
  if (write) make_private(path);
  // Who only reads must still be able to roll back what a killed writer left half done.
  const bool writable = write || ::access(path.c_str(), W_OK) == 0;
  sqlite3* database = nullptr;
  const int flags = writable ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
  const int code = sqlite3_open_v2(path.c_str(), &database, flags, nullptr);
  database_.reset(database);
  if (code != SQLITE_OK)
    throw Error(Fault::usage, say({"{}: het journaal kan niet worden geopend: {}",
                                   "{}: cannot open the journal: {}"},
                                  path.string(), sqlite_says(code, sqlite3_errstr(code))));
  constexpr int patience = 30'000;  // milliseconds
  sqlite3_busy_timeout(database, patience);
  // Deleted pages are wiped, and a power cut takes nothing that was committed.
  run("PRAGMA secure_delete = ON");
  run("PRAGMA synchronous = EXTRA");
}

void Connection::run(const char* sql) {
  if (sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
    failed(path_, database_.get());
}

Statement::Statement(Connection& connection, const char* sql) : connection_(connection) {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(connection.get(), sql, -1, &statement, nullptr) != SQLITE_OK)
    failed(connection.path(), connection.get());
  statement_.reset(statement);
}

Statement& Statement::bind(int at, std::string_view text) {
  if (sqlite3_bind_text(statement_.get(), at, text.data(), static_cast<int>(text.size()),
                        SQLITE_TRANSIENT) != SQLITE_OK)
    failed(connection_.path(), connection_.get());
  return *this;
}

Statement& Statement::bind(int at, std::int64_t number) {
  if (sqlite3_bind_int64(statement_.get(), at, number) != SQLITE_OK)
    failed(connection_.path(), connection_.get());
  return *this;
}

bool Statement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) failed(connection_.path(), connection_.get());
  return false;
}

std::string Statement::text(int column) const {
  const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  const int size = sqlite3_column_bytes(statement_.get(), column);
  return data == nullptr ? std::string() : std::string(data, static_cast<std::size_t>(size));
}

std::int64_t Statement::number(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

Transaction::Transaction(Connection& connection) : connection_(connection) {
  connection_.run("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  if (open_) sqlite3_exec(connection_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
  connection_.run("COMMIT");
  open_ = false;
}

}  // namespace report::sqlite
