// Damaged, foreign and hostile files: refused or named, never a crash, never made worse.
#include <fmt/format.h>
#include <sqlite3.h>

#include <random>

#include "ledger/schema.h"
#include "ledger/testing.h"

namespace sitrep {
namespace {

// `./test --slow` asks for the long form.
bool thoroughly() {
  const char* slow = std::getenv("SITREP_SLOW");
  return slow != nullptr && std::string_view(slow) == "1";
}

std::string name_of(const Result<Ledger>& ledger) {
  return ledger ? "opened" : std::string(wire_name(ledger.error().code));
}

// Changes rows behind the ledger's back, and their checksums too.
void forge(const std::string& path, const std::string& sql, bool with_sums) {
  Database database;
  ASSERT_TRUE(database.open(path, SQLITE_OPEN_READWRITE));
  std::string table = sql.substr(sql.find(' ') + 1);
  table.resize(table.find(' '));
  std::string trigger;
  {
    auto find = database.prepare("SELECT sql FROM sqlite_schema WHERE name = ?");
    ASSERT_TRUE(find && find->bind(table + "_no_update").step());
    trigger = find->text(0);
  }
  auto run = [&](const std::string& each) {
    auto done = database.execute(each.c_str());
    ASSERT_TRUE(done) << done.error().text();
  };
  run(fmt::format("DROP TRIGGER {}_no_update", table));
  run(sql);
  std::string sums;
  auto rows = database.prepare("SELECT * FROM " + table);
  while (with_sums && rows->step().value()) {
    RowSum sum(table);
    for (int column = 0; column + 1 < rows->columns(); ++column) {
      switch (rows->type(column)) {
        case SQLITE_INTEGER:
          sum.integer(rows->integer(column));
          break;
        case SQLITE_TEXT:
          sum.text(rows->text(column));
          break;
        case SQLITE_BLOB:
          sum.blob(rows->blob(column));
          break;
        default:
          sum.null();
      }
    }
    sums +=
        fmt::format("UPDATE {} SET checksum = {} WHERE rowid = {};", table, sum.value(), rows->integer(0));
  }
  rows->reset();
  run(sums);
  run(trigger);
}

class DamageTest : public ::testing::Test {
 protected:
  TemporaryFolder folder_;
  std::string path_ = folder_.file("a.ledger");
};

TEST_F(DamageTest, FlippedBitsAreFoundOrChangeNothing) {
  make_small_ledger(path_);
  std::string good = bytes_of_file(path_);
  std::string said;
  {
    Ledger ledger = open_or_die(path_, Ledger::Mode::read);
    said = all_of(ledger);
  }
  std::mt19937_64 random(17);
  int flips = thoroughly() ? 3'000 : 300;
  int refused = 0;
  int named = 0;
  int harmless = 0;
  for (int i = 0; i < flips; ++i) {
    // Every byte of the header, then anywhere.
    std::size_t at = i < 100 ? static_cast<std::size_t>(i) : random() % good.size();
    std::string flipped = good;
    flipped[at] = static_cast<char>(flipped[at] ^ 1 << random() % 8);
    std::string path = folder_.file("flipped.ledger");
    write_file(path, flipped);
    {
      auto ledger = Ledger::open(path, Ledger::Mode::read);
      if (!ledger) {
        ++refused;
        EXPECT_NE(ledger.error().code, ErrorCode::cannot_write) << at;
      } else {
        std::vector<std::string> faults = faults_of(*ledger);
        std::string says = all_of(*ledger);
        if (faults.empty()) {
          ++harmless;
          EXPECT_TRUE(says == said) << "flipped at " << at;
        } else {
          ++named;
        }
      }
    }
    EXPECT_EQ(bytes_of_file(path), flipped) << "reading changed the file, flipped at " << at;
    std::filesystem::remove(path);
  }
  // What is harmless lies in the unused space of pages.
  EXPECT_GT(named + refused, flips / 4);
  EXPECT_GT(harmless, 0);
}

// What can be read of a damaged ledger can still be read after something was added to it.
TEST_F(DamageTest, AddingToADamagedLedgerLosesNothing) {
  make_small_ledger(path_);
  std::string good = bytes_of_file(path_);
  std::vector<Entry> more = invented_entries(6, {.seed = 99});
  std::vector<std::string> ids;
  {
    Ledger ledger = open_or_die(path_, Ledger::Mode::read);
    ids = ids_of(ledger);
  }
  std::mt19937_64 random(23);
  int flips = thoroughly() ? 800 : 130;
  for (int i = 0; i < flips; ++i) {
    std::string flipped = good;
    std::size_t at = i < 100 ? static_cast<std::size_t>(i) : random() % good.size();
    flipped[at] = static_cast<char>(flipped[at] ^ 1 << random() % 8);
    std::string path = folder_.file("flipped.ledger");
    write_file(path, flipped);
    std::vector<std::string> before;
    if (auto ledger = Ledger::open(path, Ledger::Mode::read)) {
      for (const std::string& id : ids) before.push_back(text_of(*ledger, id));
    }
    bool added = false;
    if (auto ledger = Ledger::open(path, Ledger::Mode::write)) {
      auto outcomes = ledger->add(more);
      added = outcomes.has_value();
      EXPECT_TRUE(added || outcomes.error().code == ErrorCode::damaged_ledger ||
                  outcomes.error().code == ErrorCode::cannot_read)
          << outcomes.error().text();
    }
    auto ledger = Ledger::open(path, Ledger::Mode::read);
    ASSERT_TRUE(ledger || before.empty()) << at;
    for (std::size_t k = 0; k < before.size(); ++k) {
      if (before[k].starts_with("error")) continue;
      EXPECT_TRUE(text_of(*ledger, ids[k]) == before[k]) << "flipped at " << at << ", lost " << ids[k];
    }
    std::filesystem::remove(path);
  }
}

TEST_F(DamageTest, CutShortItIsNamed) {
  make_small_ledger(path_);
  std::string good = bytes_of_file(path_);
  for (std::size_t part = 1; part < 20; ++part) {
    std::string path = folder_.file("cut.ledger");
    write_file(path, good.substr(0, good.size() * part / 20));
    auto ledger = Ledger::open(path, Ledger::Mode::read);
    if (ledger) {
      EXPECT_NE(faults_of(*ledger), std::vector<std::string>()) << part;
    }
    std::filesystem::remove(path);
  }
}

TEST_F(DamageTest, FaultsNameTheReport) {
  make_small_ledger(path_);
  std::string bytes = bytes_of_file(path_);
  std::size_t at = bytes.find("Nine dead.");
  ASSERT_NE(at, std::string::npos);
  bytes[at] = 'F';
  write_file(path_, bytes);
  Ledger ledger = open_or_die(path_, Ledger::Mode::read);
  std::string all;
  for (const std::string& fault : faults_of(ledger)) all += fault + '\n';
  EXPECT_NE(all.find("table bytes, row 9: its checksum does not hold"), std::string::npos) << all;
  EXPECT_NE(all.find(": the hash of the bytes received does not match"), std::string::npos) << all;
  EXPECT_NE(all.find("sha256:"), std::string::npos) << all;
  std::string id = small_report("Nine dead.", "https://a.example/1").id();
  EXPECT_EQ(ledger.received(id).error().code, ErrorCode::damaged_ledger);
}

TEST_F(DamageTest, NoLedgersAreRefused) {
  auto database_with = [&](const char* sql) {
    return [sql](const std::string& path) {
      sqlite3* other = nullptr;
      ASSERT_EQ(sqlite3_open(path.c_str(), &other), SQLITE_OK);
      ASSERT_EQ(sqlite3_exec(other, sql, nullptr, nullptr, nullptr), SQLITE_OK);
      sqlite3_close(other);
    };
  };
  auto file_with = [](std::string bytes) {
    return [bytes](const std::string& path) { write_file(path, bytes); };
  };
  // A ledger that somebody put something into.
  auto ledger_with = [&](const char* sql) {
    return [&, sql](const std::string& path) {
      make_small_ledger(path);
      database_with(sql)(path);
    };
  };
  struct Case {
    const char* name;
    std::function<void(const std::string&)> make;
    const char* want;
  };
  for (const Case& c : std::vector<Case>{
           {"empty", file_with(""), "not_a_ledger"},
           {"text", file_with("Shells fell on Kalmar.\n"), "not_a_ledger"},
           {"much text", file_with(std::string(100'000, 'x')), "not_a_ledger"},
           {"zeros", file_with(std::string(8192, '\0')), "not_a_ledger"},
           {"folder", [](const std::string& path) { std::filesystem::create_directory(path); },
            "not_a_ledger"},
           {"missing", [](const std::string&) {}, "not_found"},
           {"database of others", database_with("CREATE TABLE claims(n INTEGER PRIMARY KEY)"),
            "not_a_ledger"},
           {"newer", ledger_with("PRAGMA user_version = 4"), "newer_ledger"},
           {"much newer", ledger_with("PRAGMA user_version = 2147483647; CREATE TABLE more(x)"),
            "newer_ledger"},
           {"older than any", ledger_with("PRAGMA user_version = 0"), "damaged_ledger"},
           {"other application", ledger_with("PRAGMA application_id = 7"), "not_a_ledger"},
           {"trigger", ledger_with("CREATE TRIGGER t AFTER INSERT ON claims BEGIN DELETE FROM others; END"),
            "damaged_ledger"},
           {"no trigger", ledger_with("DROP TRIGGER claims_no_update"), "damaged_ledger"},
           {"view", ledger_with("CREATE VIEW v AS SELECT 1"), "damaged_ledger"},
           {"table", ledger_with("CREATE TABLE more(x)"), "damaged_ledger"},
           {"no index", ledger_with("DROP INDEX claims_by_time"), "damaged_ledger"},
       }) {
    std::string path = folder_.file(c.name);
    c.make(path);
    EXPECT_EQ(name_of(Ledger::open(path, Ledger::Mode::read)), c.want) << c.name;
    std::string_view name = c.name;
    if (name == "missing" || name == "empty" || name == "folder") continue;  // becomes one, or never can
    std::string before = bytes_of_file(path);
    EXPECT_EQ(name_of(Ledger::open(path, Ledger::Mode::write)), c.want) << c.name;
    EXPECT_TRUE(bytes_of_file(path) == before) << c.name;
  }
}

// Values that a file claims to hold but that no ledger would.
TEST_F(DamageTest, HostileValuesAreNamed) {
  const char* forgeries[] = {
      "UPDATE bytes SET data = zeroblob(60000000), size = 60000000 WHERE report = 1",
      "UPDATE bytes SET size = 9223372036854775807 WHERE report = 1",
      "UPDATE bytes SET size = -1 WHERE report = 1",
      "UPDATE texts SET size = 100000000 WHERE document = 1",
      "UPDATE texts SET map = x'FFFFFFFFFFFFFFFF', map_size = 8 WHERE document = 1",
      "UPDATE readings SET claims = 9223372036854775807 WHERE n = 1",
      "UPDATE readings SET first_claim = -9223372036854775807 WHERE n = 1",
      "UPDATE claim_texts SET json = '[[[[[[' WHERE claim = 1",
      "UPDATE claim_texts SET json = replace(hex(zeroblob(200000)), '0', '[') WHERE claim = 1",
      "UPDATE reports SET id = x'00' WHERE n = 1",
      "UPDATE readings SET learned_us = 9223372036854775807 WHERE n = 1",
      "UPDATE claims SET first_minute = -9223372036854775807 WHERE n = 1",
      "UPDATE names SET folded = 'x' WHERE n = 1",
  };
  make_small_ledger(path_);
  std::string good = bytes_of_file(path_);
  for (const char* forgery : forgeries) {
    for (bool with_sums : {false, true}) {
      std::string path = folder_.file("forged.ledger");
      write_file(path, good);
      forge(path, forgery, with_sums);
      {
        SCOPED_TRACE(forgery);
        Ledger ledger = open_or_die(path, Ledger::Mode::read);
        EXPECT_NE(faults_of(ledger), std::vector<std::string>());
        all_of(ledger);
      }
      std::filesystem::remove(path);
    }
  }
}

}  // namespace
}  // namespace sitrep
