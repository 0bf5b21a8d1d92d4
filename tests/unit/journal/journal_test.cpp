// SPDX-License-Identifier: EUPL-1.2
#include "journal/journal.hpp"

#include <thread>

#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.hpp"
#include "unit/package/demo.hpp"

using report::Entry;
using report::Journal;
using Access = report::Journal::Access;

namespace {

Entry entry(const std::string& kind, const std::string& case_id, const std::string& day) {
  Entry entry;
  entry.kind = kind;
  entry.case_id = case_id;
  entry.day = day;
  entry.office = "burgemeester";
  entry.counts = {{"person", 2}, {"phone", 1}};
  return entry;
}

void append(Journal& journal, const Entry& one) {
  journal.append([&] { return std::vector<Entry>{one}; });
}

void run_sql(const demo::fs::path& path, const std::string& sql) {
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
  CHECK(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
  sqlite3_close(database);
}

/// A journal of five entries, and what is wrong with it after this.
std::optional<report::ChainFault> fault_after(const std::string& sql) {
  const demo::Folder folder;
  const auto path = folder.path() / "journal.db";
  {
    Journal journal(path, Access::write);
    for (int i = 0; i < 5; ++i)
      append(journal, entry("handover", std::string(16, 'a'), "2026-11-26"));
  }
  run_sql(path, sql);
  return Journal(path, Access::read).verify();
}

}  // namespace

TEST_CASE("journal: what was appended is there, in order, in a file of one's own") {
  const demo::Folder folder;
  const auto path = folder.path() / "journal.db";
  Journal journal(path, Access::write);
  CHECK(journal.entries().empty());
  CHECK_FALSE(journal.verify());
  append(journal, entry("handover", "c1", "2026-11-26"));
  append(journal, entry("receipt", "c1", "2026-11-27"));
  const auto entries = Journal(path, Access::read).entries();
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].number == 1);
  CHECK(entries[1].kind == "receipt");
  CHECK(entries[0].counts.at("person") == 2);
  CHECK(entries[1].hash == journal.head());
  CHECK_FALSE(journal.verify());
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777U) == 0600);
}

TEST_CASE("journal: a missing entry shows, also the last one") {
  const auto gone = [](int number) {
    return fault_after("DELETE FROM entry WHERE number = " + std::to_string(number));
  };
  for (int number = 1; number <= 5; ++number) {
    const auto fault = gone(number);
    REQUIRE(fault);
    CHECK(fault->number == number);
    CHECK(fault->reason == "missing");
  }
  CHECK(fault_after("DELETE FROM entry"));
  CHECK(
      fault_after("DELETE FROM entry WHERE number = 3; UPDATE entry SET number = number - 1 "
                  "WHERE number > 3; UPDATE head SET number = 4"));
}

TEST_CASE("journal: an altered entry shows, whichever field it is") {
  for (const char* field : {"day", "kind", "case_id", "office", "detail", "package", "rule",
                            "rulebook", "counts", "addressee", "source", "hash"}) {
    CAPTURE(std::string(field));
    const auto fault =
        fault_after(std::string("UPDATE entry SET ") + field + " = 'x' WHERE number = 3");
    REQUIRE(fault);
    CHECK(fault->number == 3);
  }
  CHECK(fault_after("UPDATE entry SET office = '', detail = office WHERE number = 2"));
  CHECK(fault_after("UPDATE head SET hash = 'x'"));
  CHECK(
      fault_after("INSERT INTO entry SELECT 6, day, kind, case_id, office, detail, package, rule, "
                  "rulebook, counts, addressee, source, hash FROM entry WHERE number = 5"));
}

TEST_CASE("journal: an entry that cannot be made leaves nothing") {
  const demo::Folder folder;
  Journal journal(folder.path() / "journal.db", Access::write);
  CHECK_THROWS_AS(journal.append([]() -> std::vector<Entry> { throw std::runtime_error("no"); }),
                  std::runtime_error);
  CHECK(journal.entries().empty());
  append(journal, entry("handover", "c1", "2026-11-26"));
  CHECK_FALSE(journal.verify());
}

TEST_CASE("journal: nothing to append writes nothing") {
  const demo::Folder folder;
  const auto path = folder.path() / "journal.db";
  Journal journal(path, Access::write);
  append(journal, entry("handover", "c1", "2026-11-26"));
  // Bytes 24 to 28 of the file count the transactions that changed it.
  const std::string before = report::read_file(path);
  journal.append([]() -> std::vector<Entry> { return {}; });
  CHECK(report::read_file(path) == before);
  append(journal, entry("handover", "c2", "2026-11-26"));
  CHECK(report::read_file(path).substr(24, 4) != before.substr(24, 4));
  CHECK_FALSE(journal.verify());
}

TEST_CASE("journal: threads and processes append at once and the chain holds") {
  const demo::Folder folder;
  const auto path = folder.path() / "journal.db";
  const auto append_some = [&path] {
    Journal journal(path, Access::write);
    for (int i = 0; i < 10; ++i) append(journal, entry("handover", "c", "2026-11-26"));
  };
  std::vector<pid_t> children;
  for (int i = 0; i < 3; ++i) {
    const pid_t child = ::fork();
    if (child == 0) {
      try {
        append_some();
      } catch (...) {
        ::_exit(1);
      }
      ::_exit(0);
    }
    children.push_back(child);
  }
  {
    Journal shared(path, Access::write);
    std::vector<std::jthread> threads;
    for (int i = 0; i < 3; ++i)
      threads.emplace_back([&shared] {
        for (int j = 0; j < 10; ++j) append(shared, entry("handover", "c", "2026-11-26"));
      });
  }
  for (const pid_t child : children) {
    int status = 0;
    ::waitpid(child, &status, 0);
    CHECK(status == 0);
  }
  const Journal journal(path, Access::read);
  CHECK(journal.entries().size() == 60);
  CHECK_FALSE(journal.verify());
}

TEST_CASE("journal: what was here before is known by this journal's own key") {
  const demo::Folder folder;
  Journal one(folder.path() / "one.db", Access::write);
  const Journal other(folder.path() / "other.db", Access::write);
  CHECK(one.keyed("a") == one.keyed("a"));
  CHECK(one.keyed("a") != one.keyed("b"));
  CHECK(one.keyed("a") != other.keyed("a"));
  CHECK(one.keyed("a") == Journal(folder.path() / "one.db", Access::read).keyed("a"));
  Entry first = entry("handover", "c1", "2026-11-26");
  first.source = one.keyed("a");
  first.package = "p1";
  append(one, first);
  CHECK(one.find_source(one.keyed("a"))->case_id == "c1");
  CHECK_FALSE(one.find_source(one.keyed("b")));
  CHECK(one.find_package("p1")->case_id == "c1");
  CHECK_FALSE(one.find_package("p2"));
}

TEST_CASE("journal: what is no journal is left alone") {
  const demo::Folder folder;
  const auto text = folder.path() / "text";
  report::write_new_file(text, "geen journaal, maar wel lang genoeg om er een te kunnen zijn\n");
  CHECK_THROWS_AS(Journal(text, Access::write), report::Error);
  CHECK(report::read_file(text).starts_with("geen journaal"));
  run_sql(folder.path() / "other.db", "CREATE TABLE other (x)");
  CHECK_THROWS_AS(Journal(folder.path() / "other.db", Access::write), report::Error);
  CHECK_THROWS_AS(Journal(folder.path() / "none.db", Access::read), report::Error);
  CHECK_FALSE(demo::fs::exists(folder.path() / "none.db"));
  Journal(folder.path() / "later.db", Access::write);
  run_sql(folder.path() / "later.db", "PRAGMA user_version = 2");
  CHECK_THROWS_AS(Journal(folder.path() / "later.db", Access::read), report::Error);
  Journal(folder.path() / "earlier.db", Access::write);
  run_sql(folder.path() / "earlier.db", "ALTER TABLE entry DROP COLUMN addressee");
  CHECK_THROWS_AS(Journal(folder.path() / "earlier.db", Access::read), report::Error);
}

TEST_CASE("journal: seven days, three months and the time of keeping fall due") {
  using namespace std::chrono_literals;
  const std::vector<Entry> entries{
      entry("handover", "c1", "2026-11-26"), entry("handover", "c2", "2026-11-30"),
      entry("receipt", "c2", "2026-11-30"),  entry("handover", "c3", "2026-01-01"),
      entry("receipt", "c3", "2026-01-02"),  entry("referral", "c4", "2026-01-01")};
  auto done = entries;
  done.push_back(entry("receipt", "c3", "2026-02-01"));
  done.back().detail = "assessed";
  const auto owed = report::due(entries, {});
  REQUIRE(owed.size() == 6);
  CHECK(owed[0].day == 2026y / 4 / 2);
  CHECK(owed[0].what == "assessment");
  CHECK(owed[1].day == 2026y / 12 / 3);
  CHECK(owed[1].what == "acknowledgement");
  CHECK(owed[1].case_id == "c1");
  CHECK(owed[2].day == 2027y / 1 / 1);
  CHECK(owed[2].what == "retention");
  CHECK(owed[3].day == 2027y / 2 / 28);
  CHECK(owed[3].case_id == "c2");
  CHECK(report::due(done, {}).size() == 5);
  report::Terms terms;
  terms.retention = std::chrono::months(1);
  CHECK(report::due(entries, terms).front().day == 2026y / 2 / 1);
}
