// What is erased is gone, from the file too; backups are whole.
#include "ledger/erase.h"

#include "ledger/testing.h"

namespace sitrep {
namespace {

constexpr const char* secret = "Zarathustra Quillfeather";

std::string report_about(Ledger& ledger, const std::string& name) {
  Document document =
      small_report("Nine dead, said " + name + " in the harbour.", "https://a.example/" + name);
  Findings findings;
  Claim claim;
  claim.id = "c1";
  claim.report = document.id();
  claim.evidence = {0, 20};
  claim.event.type = "clash";
  claim.event.text = "Nine";
  claim.event.span = {0, 4};
  claim.event.ref = "h1";
  claim.source.kind = SourceKind::named;
  claim.source.name = name;
  claim.actors.emplace_back().name = name;
  findings.claims = {claim};
  Entry entry = prepare(document, findings, invented_reading("invented 1"));
  std::int32_t day = document.publication().published->date.days();
  entry.happenings = {{"clash", day, day, "SE", "packed " + name, {{1, day}, {2, day}}}};
  EXPECT_TRUE(ledger.add({&entry, 1}));
  return entry.report_id;
}

std::string all_bytes(const TemporaryFolder& folder) {
  std::string out;
  for (const auto& file : std::filesystem::directory_iterator(folder.path()))
    out += bytes_of_file(file.path().string());
  return out;
}

bool holds(const std::string& bytes, std::string_view word) { return bytes.find(word) != std::string::npos; }

TEST(Erase, NothingIsLeftInTheFile) {
  TemporaryFolder folder;
  std::string path = folder.file("a.ledger");
  Ledger ledger = open_or_die(path, Ledger::Mode::write);
  make_small_ledger(folder.file("b.ledger"));
  std::string other = report_about(ledger, "Ida Holm");
  std::string id = report_about(ledger, secret);
  link_some(ledger);
  EXPECT_TRUE(holds(all_bytes(folder), "Quillfeather"));
  auto erased = erase_report(ledger, id, "a witness in danger");
  ASSERT_TRUE(erased) << erased.error().text();
  EXPECT_EQ(erased->claims, 1U);
  EXPECT_FALSE(erased->others_read);
  std::string bytes = all_bytes(folder);
  for (const char* word : {"Quillfeather", "quillfeather", "zarathustra"})
    EXPECT_FALSE(holds(bytes, word)) << word;
  EXPECT_EQ(faults_of(ledger), std::vector<std::string>());
  EXPECT_EQ(ids_of(ledger), std::vector<std::string>{other});
  auto report = ledger.report(id);
  ASSERT_FALSE(report);
  EXPECT_NE(report.error().message.find("a witness in danger"), std::string::npos) << report.error().message;
  EXPECT_FALSE(ledger.received(id));
  // The tombstone keeps it out.
  Entry again = small_entry(small_report(std::string("Nine dead, said ") + secret + " in the harbour.",
                                         std::string("https://a.example/") + secret));
  again.report_id = id;
  auto outcome = ledger.add({&again, 1});
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->at(0).what, AddOutcome::What::erased);
  auto twice = erase_report(ledger, id, "again");
  ASSERT_TRUE(twice);
  EXPECT_TRUE(twice->before);
  EXPECT_FALSE(erase_report(ledger, "sha256:" + std::string(64, '0'), "none"));
  // The ledger goes on as before.
  report_about(ledger, "Ola Berg");
  EXPECT_EQ(ids_of(ledger).size(), 2U);
  EXPECT_EQ(faults_of(ledger), std::vector<std::string>());
}

TEST(Erase, EachReportOfAFullLedgerCanGo) {
  TemporaryFolder folder;
  std::string path = folder.file("a.ledger");
  make_small_ledger(path);
  Ledger ledger = open_or_die(path, Ledger::Mode::write);
  std::vector<std::string> ids = ids_of(ledger);
  for (const std::string& id : ids) {
    auto erased = erase_report(ledger, id, "the law");
    ASSERT_TRUE(erased) << erased.error().text();
    EXPECT_EQ(faults_of(ledger), std::vector<std::string>());
  }
  EXPECT_TRUE(ids_of(ledger).empty());
}

TEST(Backup, IsWholeWhileOthersWrite) {
  TemporaryFolder folder;
  std::string path = folder.file("a.ledger");
  make_small_ledger(path);
  Ledger ledger = open_or_die(path, Ledger::Mode::write);
  std::string before = all_of(ledger);
  Ledger other = open_or_die(path, Ledger::Mode::write);
  std::string id = report_about(other, "Ola Berg");
  ASSERT_TRUE(back_up(ledger, folder.file("copy"), true));
  EXPECT_FALSE(back_up(ledger, folder.file("copy"), true));  // writes over nothing
  EXPECT_FALSE(back_up(ledger, folder.file("none/copy"), true));
  Ledger copy = open_or_die(folder.file("copy"), Ledger::Mode::read);
  EXPECT_EQ(faults_of(copy), std::vector<std::string>());
  EXPECT_NE(all_of(copy), before);
  EXPECT_EQ(all_of(copy), all_of(ledger));
  auto erased = erase_report(ledger, id, "the law");
  ASSERT_TRUE(erased);
  EXPECT_EQ(erased->backups, std::vector<std::string>{folder.file("copy")});
}

}  // namespace
}  // namespace sitrep
