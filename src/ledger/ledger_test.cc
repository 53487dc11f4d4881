#include <sqlite3.h>

#include <cctype>
#include <map>

#include "base/sha256.h"
#include "ledger/erase.h"
#include "ledger/schema.h"
#include "ledger/testing.h"
#include "record/json.h"

namespace sitrep {
namespace {

using What = AddOutcome::What;

class LedgerTest : public ::testing::Test {
 protected:
  AddOutcome add(const Entry& entry) {
    auto outcomes = ledger_.add({&entry, 1});
    if (!outcomes) {
      ADD_FAILURE() << outcomes.error().text();
      return {};
    }
    return outcomes->at(0);
  }
  std::size_t claims() {
    std::size_t count = 0;
    auto done = ledger_.list_claims({}, [&](const ClaimRow&) { return ++count > 0; });
    EXPECT_TRUE(done);
    return count;
  }

  TemporaryFolder folder_;
  std::string path_ = folder_.file("a.ledger");
  Ledger ledger_ = open_or_die(path_, Ledger::Mode::write);
};

TEST_F(LedgerTest, SameBytesAgainAddNothing) {
  Entry entry = small_entry(small_report("Shells fell on Kalmar."));
  EXPECT_EQ(add(entry).what, What::added);
  std::string before = all_of(ledger_);
  AddOutcome again = add(entry);
  EXPECT_EQ(again.what, What::already_there);
  EXPECT_EQ(again.report_id, entry.report_id);
  EXPECT_EQ(all_of(ledger_), before);
}

TEST_F(LedgerTest, SameReportTwiceInOneBatch) {
  Entry entry = small_entry(small_report("Shells fell on Kalmar.", "https://a.example/1"));
  std::vector<Entry> batch = {entry, entry};
  auto outcomes = ledger_.add(batch);
  ASSERT_TRUE(outcomes);
  EXPECT_EQ(outcomes->at(0).what, What::added);
  EXPECT_EQ(outcomes->at(1).what, What::already_there);
  EXPECT_EQ(ids_of(ledger_).size(), 1U);
}

TEST_F(LedgerTest, OtherTextUnderTheSameAddressIsANewVersion) {
  const std::string uri = "https://harbour-post.example/7";
  Entry first = small_entry(small_report("Nine dead in Kalmar.", uri));
  Entry second = small_entry(small_report("Ten dead in Kalmar.", uri));
  Entry third = small_entry(small_report("Eleven dead in Kalmar.", uri));
  EXPECT_EQ(add(first).what, What::added);
  AddOutcome outcome = add(second);
  EXPECT_EQ(outcome.what, What::new_version);
  EXPECT_EQ(outcome.revises, first.report_id);
  outcome = add(third);
  EXPECT_EQ(outcome.what, What::new_version);
  EXPECT_EQ(outcome.revises, second.report_id);
  EXPECT_EQ(ledger_.report(third.report_id)->row.revises, second.report_id);
  EXPECT_EQ(ledger_.report(first.report_id)->row.revises, std::nullopt);
  // Each version said what it said.
  EXPECT_EQ(claims(), 3U);
  // The first text comes back: its bytes are there.
  EXPECT_EQ(add(first).what, What::already_there);
  EXPECT_EQ(faults_of(ledger_), std::vector<std::string>());
}

TEST_F(LedgerTest, OtherAddressIsNoVersion) {
  EXPECT_EQ(add(small_entry(small_report("Nine dead.", "https://a.example/1"))).what, What::added);
  EXPECT_EQ(add(small_entry(small_report("Ten dead.", "https://a.example/2"))).what, What::added);
  EXPECT_EQ(add(small_entry(small_report("Eleven dead."))).what, What::added);
}

TEST_F(LedgerTest, SameTextInOtherBytesIsKeptAndCountsOnce) {
  const std::string uri = "https://harbour-post.example/7";
  Entry first = small_entry(small_report("Nine dead in Kalmar.", uri));
  Entry copy = small_entry(small_report("Nine dead in Kalmar.", uri, "<!-- another advertisement -->"));
  EXPECT_EQ(add(first).what, What::added);
  AddOutcome outcome = add(copy);
  EXPECT_EQ(outcome.what, What::added);
  EXPECT_EQ(outcome.revises, std::nullopt);
  EXPECT_EQ(ids_of(ledger_).size(), 2U);
  EXPECT_EQ(ledger_.received(copy.report_id).value(), "Nine dead in Kalmar.<!-- another advertisement -->");
  EXPECT_EQ(claims(), 1U);
  // Read again by a newer program, in any order, the text still counts once.
  EXPECT_EQ(add(small_entry(small_report("Nine dead in Kalmar.", uri), "invented 2")).what,
            What::new_reading);
  EXPECT_EQ(claims(), 1U);
  EXPECT_EQ(add(small_entry(small_report("Nine dead in Kalmar.", uri, "<!-- another advertisement -->"),
                            "invented 2"))
                .what,
            What::new_reading);
  EXPECT_EQ(claims(), 1U);
  EXPECT_EQ(faults_of(ledger_), std::vector<std::string>());
}

TEST_F(LedgerTest, NewerProgramIsANewReadingBesideTheOld) {
  Document document = small_report("Shells fell on Kalmar.");
  Entry old_reading = small_entry(document, "sitrep 1");
  EXPECT_EQ(add(old_reading).what, What::added);
  Entry none = prepare(document, {}, invented_reading("sitrep 2"));
  EXPECT_EQ(add(none).what, What::new_reading);
  EXPECT_EQ(claims(), 0U);  // the latest reading counts
  EXPECT_EQ(add(small_entry(document, "sitrep 3")).what, What::new_reading);
  EXPECT_EQ(claims(), 1U);
  EXPECT_EQ(add(old_reading).what, What::already_there);
  EXPECT_EQ(claims(), 1U);
  auto report = ledger_.report(document.id());
  ASSERT_TRUE(report);
  ASSERT_EQ(report->readings.size(), 3U);
  EXPECT_EQ(report->readings[0].program, "sitrep 1");
  EXPECT_EQ(report->readings[2].program, "sitrep 3");
  EXPECT_EQ(report->readings[2].codebook, "codebook 1");
  EXPECT_EQ(ids_of(ledger_).size(), 1U);
  EXPECT_EQ(faults_of(ledger_), std::vector<std::string>());
}

TEST_F(LedgerTest, ModelCodebookAndGazetteerMakeReadersToo) {
  Document document = small_report("Shells fell on Kalmar.");
  auto read_by = [&](auto change) {
    Reading reading = invented_reading();
    change(reading);
    return add(prepare(document, {}, reading)).what;
  };
  EXPECT_EQ(read_by([](Reading&) {}), What::added);
  EXPECT_EQ(read_by([](Reading& r) { r.model = "m1"; }), What::new_reading);
  EXPECT_EQ(read_by([](Reading& r) { r.codebook = "codebook 2"; }), What::new_reading);
  EXPECT_EQ(read_by([](Reading& r) { r.gazetteer = "g1"; }), What::new_reading);
  EXPECT_EQ(read_by([](Reading& r) { r.codebook.reset(); }), What::new_reading);
  EXPECT_EQ(read_by([](Reading& r) { r.gazetteer = "g1"; }), What::already_there);
}

TEST_F(LedgerTest, HoldsWhatWasGiven) {
  Invented invented({.seed = 3});
  std::vector<Invented::Item> items;
  std::vector<Entry> entries;
  for (int i = 0; i < 60; ++i) {
    items.push_back(invented.next());
    entries.push_back(prepare(items.back().document, items.back().findings, invented_reading()));
  }
  ASSERT_TRUE(ledger_.add(entries));
  for (const Invented::Item& item : items) {
    auto stored = ledger_.report(item.document.id());
    ASSERT_TRUE(stored) << stored.error().text();
    RecordReader reader;
    auto report = reader.read(stored->report_json);
    ASSERT_TRUE(report) << report.error().text();
    EXPECT_EQ(std::get<Report>(*report), report_of(item.document));
    ASSERT_EQ(stored->claims.size(), item.findings.claims.size());
    for (std::size_t i = 0; i < stored->claims.size(); ++i) {
      auto claim = reader.read(stored->claims[i]);
      ASSERT_TRUE(claim) << claim.error().text();
      EXPECT_EQ(std::get<Claim>(*claim), item.findings.claims[i]);
    }
    EXPECT_EQ(stored->others.size(), item.findings.notes.size());
    EXPECT_EQ(stored->row.claims, item.findings.claims.size());
    EXPECT_EQ(stored->row.outlet, item.document.publication().outlet);
    EXPECT_EQ(ledger_.received(item.document.id()).value(), item.document.received());
  }
  EXPECT_EQ(faults_of(ledger_), std::vector<std::string>());
}

TEST_F(LedgerTest, ReopenedItSaysTheSame) {
  ASSERT_TRUE(ledger_.add(invented_entries(80)));
  std::string before = all_of(ledger_);
  {
    Ledger reader = open_or_die(path_, Ledger::Mode::read);  // while the writer has it open
    EXPECT_EQ(all_of(reader), before);
  }
  ledger_ = open_or_die(path_, Ledger::Mode::write);
  EXPECT_EQ(all_of(ledger_), before);
}

TEST_F(LedgerTest, ClosedItIsOneFile) {
  ASSERT_TRUE(ledger_.add(invented_entries(5)));
  { Ledger closed = std::move(ledger_); }
  { Ledger reader = open_or_die(path_, Ledger::Mode::read); }
  std::vector<std::string> names;
  for (const auto& file : std::filesystem::directory_iterator(folder_.path())) {
    names.push_back(file.path().filename().string());
  }
  EXPECT_EQ(names, std::vector<std::string>({"a.ledger"}));
  ledger_ = open_or_die(path_, Ledger::Mode::write);
}

TEST_F(LedgerTest, RowsAreNeverChanged) {
  add(small_entry(small_report("Nine dead.")));
  add(small_entry(small_report("Nine dead."), "invented 2"));
  ASSERT_TRUE(ledger_.add(invented_entries(40)));
  link_some(ledger_);
  review_some(ledger_);
  add(small_entry(small_report("Nine dead."), "invented 3"));
  ASSERT_TRUE(back_up(ledger_, folder_.file("copy"), true));
  ASSERT_TRUE(erase_report(ledger_, ids_of(ledger_).back(), "the law"));
  sqlite3* other = nullptr;
  ASSERT_EQ(sqlite3_open(path_.c_str(), &other), SQLITE_OK);
  for (std::string_view table : ledger_schema::tables()) {
    for (std::string sql : {"DELETE FROM ", "UPDATE "}) {
      sql += table;
      if (sql[0] == 'U') sql += " SET checksum = 0";
      EXPECT_EQ(sqlite3_exec(other, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_CONSTRAINT) << sql;
    }
  }
  sqlite3_close(other);
  EXPECT_EQ(faults_of(ledger_), std::vector<std::string>());
}

TEST_F(LedgerTest, IdsByTheirBeginning) {
  std::vector<Entry> entries = invented_entries(40);
  ASSERT_TRUE(ledger_.add(entries));
  for (const Entry& entry : entries) {
    std::string hex = entry.report_id.substr(7);
    std::string upper = hex;
    for (char& c : upper) c = static_cast<char>(std::toupper(c));
    for (const std::string& beginning :
         {entry.report_id, hex, hex.substr(0, 9), "sha256:" + hex.substr(0, 12), upper.substr(0, 10)}) {
      auto resolved = ledger_.resolve_id(beginning);
      ASSERT_TRUE(resolved) << resolved.error().text();
      EXPECT_EQ(*resolved, entry.report_id);
    }
  }
  struct Case {
    const char* beginning;
    ErrorCode code;
  };
  for (const Case& c : std::vector<Case>{{"", ErrorCode::bad_usage},
                                         {"sha256:", ErrorCode::bad_usage},
                                         {"12345", ErrorCode::bad_usage},
                                         {"12345g", ErrorCode::bad_usage},
                                         {"000000000000", ErrorCode::not_found}}) {
    auto resolved = ledger_.resolve_id(c.beginning);
    ASSERT_FALSE(resolved) << c.beginning;
    EXPECT_EQ(resolved.error().code, c.code) << c.beginning;
  }
  EXPECT_EQ(ledger_.report("sha256:12").error().code, ErrorCode::not_found);
  EXPECT_EQ(ledger_.received("nonsense").error().code, ErrorCode::not_found);
}

// Two reports whose hashes share their first 6 digits; found by trying.
TEST_F(LedgerTest, BeginningOfSeveralIdsIsRefused) {
  std::map<std::string, std::string> seen;
  for (int i = 0;; ++i) {
    std::string text = "Dispatch " + std::to_string(i);
    auto [other, is_new] = seen.emplace(sha256_hex(text).substr(0, 6), text);
    if (is_new) continue;
    add(small_entry(small_report(text)));
    add(small_entry(small_report(other->second)));
    auto resolved = ledger_.resolve_id(other->first);
    ASSERT_FALSE(resolved);
    EXPECT_EQ(resolved.error().code, ErrorCode::bad_usage);
    EXPECT_TRUE(ledger_.resolve_id(sha256_hex(text).substr(0, 20)));
    break;
  }
}

TEST_F(LedgerTest, MetadataThatIsNotUtf8IsMended) {
  DocumentContent content;
  content.received = content.text = "Shells fell.";
  content.map = OffsetMap::identity(12);
  content.publication.outlet = "Harb\xFFour";
  Entry entry = prepare(Document(content), {}, invented_reading());
  EXPECT_EQ(add(entry).what, What::added);
  EXPECT_EQ(ledger_.report(entry.report_id)->row.outlet, "Harb\xEF\xBF\xBDour");
  EXPECT_EQ(faults_of(ledger_), std::vector<std::string>());
}

TEST_F(LedgerTest, BigAndEmptyReports) {
  DocumentContent empty;
  EXPECT_EQ(add(prepare(Document(empty), {}, invented_reading())).what, What::added);
  std::string text;
  while (text.size() < 3'000'000) text += "Shells fell on \"Kalmar\" \x01 again. ";
  Document big = small_report(text);
  EXPECT_EQ(add(small_entry(big)).what, What::added);
  EXPECT_EQ(ledger_.received(big.id()).value(), text);
  EXPECT_EQ(faults_of(ledger_), std::vector<std::string>());
}

TEST_F(LedgerTest, NamesInOrder) {
  for (const char* outlet : {"östgöta Post", "Harbour Post", "harbour Post", "Ärla Wire"}) {
    DocumentContent content;
    content.received = outlet;
    content.publication.outlet = outlet;
    add(prepare(Document(content), {}, invented_reading()));
  }
  EXPECT_EQ(ledger_.names(LedgerName::outlet).value(),
            std::vector<std::string>({"Harbour Post", "harbour Post", "Ärla Wire", "östgöta Post"}));
}

}  // namespace
}  // namespace sitrep
