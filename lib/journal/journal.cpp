// SPDX-License-Identifier: EUPL-1.2
#include "journal/journal.hpp"

#include <memory>
#include <mutex>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/digest.hpp"
#include "base/error.hpp"
#include "journal/database.hpp"

namespace report {
namespace {

using namespace sqlite;

constexpr std::int64_t version = 1;
constexpr std::int64_t application = 0x7265706a;  // "repj"

constexpr const char* schema = R"(
CREATE TABLE entry (
  number INTEGER PRIMARY KEY, day TEXT NOT NULL, kind TEXT NOT NULL, case_id TEXT NOT NULL,
  office TEXT NOT NULL, detail TEXT NOT NULL, package TEXT NOT NULL, rule TEXT NOT NULL,
  rulebook TEXT NOT NULL, counts TEXT NOT NULL, addressee TEXT NOT NULL,
  source TEXT NOT NULL, hash TEXT NOT NULL
) STRICT;
CREATE INDEX entry_source ON entry (source);
CREATE INDEX entry_package ON entry (package);
CREATE TABLE head (
  id INTEGER PRIMARY KEY CHECK (id = 1), number INTEGER NOT NULL, hash TEXT NOT NULL,
  secret TEXT NOT NULL
) STRICT;
PRAGMA application_id = 0x7265706a;
PRAGMA user_version = 1;
)";

constexpr const char* columns =
    "SELECT number, day, kind, case_id, office, detail, package, rule, rulebook, counts, "
    "addressee, source, hash FROM entry ";

std::string counts_text(const Entry& entry) { return nlohmann::json(entry.counts).dump(); }

/// The bytes that are hashed: every field with its length before it, so that no two entries have
/// the same.
std::string chained(const std::string& previous, const Entry& entry, const std::string& counts) {
  std::string bytes;
  const std::string number = fmt::format("{}", entry.number);
  for (const std::string* field :
       {&previous, &number, &entry.day, &entry.kind, &entry.case_id, &entry.office, &entry.detail,
        &entry.package, &entry.rule, &entry.rulebook, &counts, &entry.addressee, &entry.source})
    bytes += fmt::format("{}:{}\n", field->size(), *field);
  return sha256_hex(bytes);
}

struct Row {
  Entry entry;
  std::string counts;  // as it stands
};

Row row_of(const Statement& statement) {
  Row row;
  row.entry.number = statement.number(0);
  int column = 1;
  for (std::string* field :
       {&row.entry.day, &row.entry.kind, &row.entry.case_id, &row.entry.office, &row.entry.detail,
        &row.entry.package, &row.entry.rule, &row.entry.rulebook, &row.counts, &row.entry.addressee,
        &row.entry.source, &row.entry.hash})
    *field = statement.text(column++);
  const auto counts = nlohmann::json::parse(row.counts, nullptr, false);
  if (counts.is_object())
    for (const auto& [type, count] : counts.items())
      if (count.is_number_unsigned()) row.entry.counts[type] = count.get<std::size_t>();
  return row;
}

void insert(Connection& connection, const Entry& entry, const std::string& counts) {
  Statement statement(connection, "INSERT INTO entry VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)");
  statement.bind(1, entry.number);
  int at = 2;
  for (const std::string* field :
       {&entry.day, &entry.kind, &entry.case_id, &entry.office, &entry.detail, &entry.package,
        &entry.rule, &entry.rulebook, &counts, &entry.addressee, &entry.source, &entry.hash})
    statement.bind(at++, *field);
  statement.step();
}

}  // namespace

class Journal::Database {
 public:
  Database(const std::filesystem::path& path, Access access)
      : connection_(path, access == Access::write) {
    if (access == Access::write || is_empty()) make_tables();
    if (pragma("PRAGMA application_id") != application)
      throw Error(
          Fault::usage,
          say({"{}: is geen journaal van report", "{}: is no journal of report"}, path.string()));
    if (pragma("PRAGMA user_version") > version)
      throw Error(Fault::usage, say({"{}: is een journaal van een latere versie van report",
                                     "{}: is a journal of a later version of report"},
                                    path.string()));
    if (pragma("SELECT count(*) FROM pragma_table_info('entry') WHERE name = 'addressee'") == 0)
      throw Error(Fault::usage,
                  say({"{}: is een journaal van voor de eerste uitgave",
                       "{}: is a journal from before the first release"},
                      path.string()),
                  {say({"bewaar het zoals het is, en begin een nieuw journaal",
                        "keep it as it is, and begin a new one"})});
    Statement head(connection_, "SELECT secret FROM head");
    if (!head.step())
      throw Error(Fault::usage, say({"{}: is een beschadigd journaal", "{}: is a damaged journal"},
                                    path.string()));
    secret_ = head.text(0);
  }

  std::recursive_mutex& mutex() { return mutex_; }
  Connection& connection() { return connection_; }
  [[nodiscard]] const std::string& secret() const { return secret_; }

  std::optional<Entry> first(const char* where, const std::string& value) {
    const std::lock_guard lock(mutex_);
    Statement statement(connection_, (std::string(columns) + where).c_str());
    statement.bind(1, value);
    if (!statement.step()) return {};
    return row_of(statement).entry;
  }

 private:
  std::int64_t pragma(const char* sql) {
    Statement statement(connection_, sql);
    return statement.step() ? statement.number(0) : 0;
  }

  /// As a writer leaves it that was killed before its first entry.
  bool is_empty() { return pragma("SELECT count(*) FROM sqlite_schema") == 0; }

  void make_tables() {
    if (pragma("PRAGMA application_id") == application) return;
    Transaction transaction(connection_);
    if (pragma("PRAGMA application_id") == application) return;
    if (!is_empty())
      throw Error(Fault::usage,
                  say({"{}: is geen journaal van report", "{}: is no journal of report"},
                      connection_.path().string()));
    connection_.run(schema);
    constexpr std::size_t secret_bytes = 32;
    Statement head(connection_, "INSERT INTO head VALUES (1, 0, '', ?)");
    head.bind(1, random_hex(secret_bytes)).step();
    transaction.commit();
  }

  std::recursive_mutex mutex_;  // what append() calls may look things up
  Connection connection_;
  std::string secret_;
};

Journal::Journal(const std::filesystem::path& path, Access access)
    : database_(std::make_shared<Database>(path, access)) {}

std::string Journal::keyed(std::string_view what) const {
  return hmac_sha256_hex(database_->secret(), what);
}

std::vector<Entry> Journal::entries() const {
  const std::lock_guard lock(database_->mutex());
  Statement statement(database_->connection(), (std::string(columns) + "ORDER BY number").c_str());
  std::vector<Entry> all;
  while (statement.step()) all.push_back(row_of(statement).entry);
  return all;
}

std::optional<Entry> Journal::find_source(const std::string& source) const {
  return database_->first("WHERE source = ? ORDER BY number LIMIT 1", source);
}

std::optional<Entry> Journal::find_package(const std::string& package) const {
  return database_->first("WHERE package = ? AND kind = 'handover' LIMIT 1", package);
}

void Journal::append(const std::function<std::vector<Entry>()>& make) {
  const std::lock_guard lock(database_->mutex());
  Connection& connection = database_->connection();
  Transaction transaction(connection);
  std::vector<Entry> entries = make();
  if (entries.empty()) return;
  std::int64_t number = 0;
  std::string previous;
  {
    Statement head(connection, "SELECT number, hash FROM head");
    if (head.step()) {
      number = head.number(0);
      previous = head.text(1);
    }
  }
  for (Entry& entry : entries) {
    entry.number = ++number;
    const std::string counts = counts_text(entry);
    entry.hash = chained(previous, entry, counts);
    insert(connection, entry, counts);
    previous = entry.hash;
  }
  Statement head(connection, "UPDATE head SET number = ?, hash = ?");
  head.bind(1, number).bind(2, previous).step();
  transaction.commit();
}

std::optional<ChainFault> Journal::verify() const {
  const std::lock_guard lock(database_->mutex());
  Connection& connection = database_->connection();
  // One read transaction: a writer between the two queries would look like a fault.
  connection.run("BEGIN");
  const auto ended = [](sqlite3* open) {
    sqlite3_exec(open, "ROLLBACK", nullptr, nullptr, nullptr);
  };
  const std::unique_ptr<sqlite3, decltype(ended)> end(connection.get(), ended);
  Statement statement(connection, (std::string(columns) + "ORDER BY number").c_str());
  std::string previous;
  std::int64_t number = 0;
  while (statement.step()) {
    const Row row = row_of(statement);
    ++number;
    if (row.entry.number != number) return ChainFault{number, "missing"};
    if (row.entry.hash != chained(previous, row.entry, row.counts))
      return ChainFault{number, "altered"};
    previous = row.entry.hash;
  }
  Statement head(connection, "SELECT number, hash FROM head");
  if (!head.step()) return ChainFault{number, "altered"};
  if (head.number(0) != number) return ChainFault{number + 1, "missing"};
  if (head.text(1) != previous) return ChainFault{number, "altered"};
  return {};
}

std::string Journal::head() const {
  const std::lock_guard lock(database_->mutex());
  Statement head(database_->connection(), "SELECT hash FROM head");
  return head.step() ? head.text(0) : std::string();
}

}  // namespace report
