// SPDX-License-Identifier: EUPL-1.2
// SQLite's objects with an owner. For the sources of this stage only.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include <sqlite3.h>

namespace report::sqlite {

/// Throws Error{input}, code "unwritable" or "unreadable", with SQLite's own words.
[[noreturn]] void failed(const std::filesystem::path& path, sqlite3* database);

class Connection {
 public:
  /// Gives SQLite a wiping allocator first, which must be before any other use of it in the
  /// process. Throws Error{usage}, and Error{internal} when it comes too late.
  Connection(const std::filesystem::path& path, bool write);
  void run(const char* sql);
  [[nodiscard]] sqlite3* get() const { return database_.get(); }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  struct Close {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
  };
  std::filesystem::path path_;
  std::unique_ptr<sqlite3, Close> database_;
};

/// One statement; parameters count from 1, columns from 0.
class Statement {
 public:
  Statement(Connection& connection, const char* sql);
  Statement& bind(int at, std::string_view text);
  Statement& bind(int at, std::int64_t number);
  /// Whether there is a row to be read.
  bool step();
  [[nodiscard]] std::string text(int column) const;
  [[nodiscard]] std::int64_t number(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  Connection& connection_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

/// Holds the database against every other writer until it is committed, or given up.
class Transaction {
 public:
  explicit Transaction(Connection& connection);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();
  void commit();

 private:
  Connection& connection_;
  bool open_ = true;
};

}  // namespace report::sqlite
