// What people type, as full-text search takes it; and that the index holds what is stored.
#include "ledger/words.h"

#include "ledger/testing.h"

namespace sitrep {
namespace {

TEST(SearchExpression, TakesWhateverIsTyped) {
  const std::pair<const char*, const char*> rows[] = {
      {"shells", R"(("shells"))"},
      {"shells market", R"(("shells") AND ("market"))"},
      {R"("night market" shells)", R"(("night market") AND ("shells"))"},
      {"kalm*", R"(("kalm*" *))"},
      {"shells OR mortars market", R"(("shells" OR "mortars") AND ("market"))"},
      {"shells -oland", R"((("shells")) NOT ("oland"))"},
      {R"(shells -"night market" -oland)", R"((("shells")) NOT ("night market" OR "oland"))"},
      {"-oland", ""},
      {"", ""},
      {"*** ( ) ^ :", ""},
      {"OR", R"(("OR"))"},
      {R"(a "b)", R"(("a") AND ("b"))"},
      {"text:secret", R"(("text:secret"))"},
      {"NEAR(a b)", "(\"NEAR(a\") AND (\"b)\")"},
  };
  for (auto [typed, wanted] : rows) EXPECT_EQ(search_expression(typed), wanted) << typed;
}

std::size_t reports_with(Ledger& ledger, const std::string& words) {
  Query query;
  query.text = words;
  return ids_of(ledger, query).size();
}

std::size_t claims_with(Ledger& ledger, const std::string& words) {
  Query query;
  query.text = words;
  std::size_t count = 0;
  auto done = ledger.list_claims(query, [&](const ClaimRow&) { return ++count > 0; });
  EXPECT_TRUE(done) << done.error().text();
  return count;
}

TEST(Search, FindsByWordsPhrasesAndBeginnings) {
  TemporaryFolder folder;
  Ledger ledger = open_or_die(folder.file("a"), Ledger::Mode::write);
  std::vector<Entry> entries = {small_entry(small_report("Shells fell on the night market of Rälla.")),
                                small_entry(small_report("The market of Kalmar stayed open at night.")),
                                small_entry(small_report("Nine dead."))};
  ASSERT_TRUE(ledger.add(entries));
  EXPECT_EQ(reports_with(ledger, "night market"), 2U);
  EXPECT_EQ(reports_with(ledger, "\"night market\""), 1U);
  EXPECT_EQ(reports_with(ledger, "ralla"), 1U);
  EXPECT_EQ(reports_with(ledger, "RÄLL*"), 1U);
  EXPECT_EQ(reports_with(ledger, "market -shells"), 1U);
  EXPECT_EQ(reports_with(ledger, "shells OR dead"), 2U);
  EXPECT_EQ(reports_with(ledger, "nowhere"), 0U);
  EXPECT_EQ(claims_with(ledger, "market"), 2U);
  EXPECT_EQ(claims_with(ledger, "market clash -open"), 1U);
  EXPECT_EQ(faults_of(ledger), std::vector<std::string>());
}

TEST(Search, VerifyFindsAnIndexThatSaysOtherwise) {
  TemporaryFolder folder;
  std::string path = folder.file("a");
  {
    Ledger ledger = open_or_die(path, Ledger::Mode::write);
    ASSERT_TRUE(ledger.add(invented_entries(3)));
  }
  for (const char* sql : {"INSERT INTO report_words(rowid, headline, text) VALUES(1, '', 'put in')",
                          "INSERT INTO claim_words(rowid, words) VALUES(99, 'put in')"}) {
    sqlite3* other = nullptr;
    ASSERT_EQ(sqlite3_open(path.c_str(), &other), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(other, sql, nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(other);
    Ledger ledger = open_or_die(path, Ledger::Mode::read);
    EXPECT_FALSE(faults_of(ledger).empty()) << sql;
  }
}

}  // namespace
}  // namespace sitrep
