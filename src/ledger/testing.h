// What the tests of the ledger share: folders that vanish, small reports, and all a ledger holds as text.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "ledger/event_store.h"
#include "ledger/invented.h"
#include "ledger/ledger.h"
#include "ledger/review_store.h"
#include "record/json.h"

namespace sitrep {

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "sitrep-ledger-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) std::abort();
    path_ = name;
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  [[nodiscard]] std::string file(const std::string& name) const { return (path_ / name).string(); }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

inline std::string bytes_of_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline void write_file(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

// A report of one sentence; `wrapping` is in its bytes but not in its text.
inline Document small_report(const std::string& text, const std::string& uri = "",
                             const std::string& wrapping = "") {
  DocumentContent content;
  content.received = text + wrapping;
  content.text = text;
  content.map = OffsetMap::identity(static_cast<std::uint32_t>(text.size()));
  content.parts = {{PartKind::body, {0, static_cast<std::uint32_t>(text.size())}}};
  if (!uri.empty()) content.publication.uri = uri;
  content.publication.outlet = "Harbour Post";
  content.publication.published = DateTime::parse("2031-05-04T10:22:05+02:00");
  content.provenance = {"small", "text/plain", "UTF-8", {}, {}, {}};
  return Document(std::move(content));
}

// With one claim about all of it.
inline Entry small_entry(const Document& document, const std::string& program = "invented 1") {
  Findings findings;
  Claim claim;
  claim.id = "c1";
  claim.report = document.id();
  claim.evidence = {0, static_cast<std::uint32_t>(document.text().size())};
  claim.event.type = "clash";
  claim.event.text = document.view({0, 1});
  claim.event.span = {0, 1};
  claim.event.ref = "h1";
  findings.claims.push_back(claim);
  Entry entry = prepare(document, findings, invented_reading(program));
  std::int32_t day = document.publication().published->date.days();
  entry.happenings = {{"clash", day, day, "SE", "packed elsewhere", {{1, day}, {2, day}}}};
  return entry;
}

// Links the first two happenings, and makes each that has none an event of its own.
inline void link_some(Ledger& ledger) {
  auto store = EventStore::of(ledger);
  ASSERT_TRUE(store) << store.error().text();
  ASSERT_TRUE(store->begin());
  auto fresh = store->unlinked(1000);
  ASSERT_TRUE(fresh) << fresh.error().text();
  for (const StoredHappening& happening : *fresh) {
    ASSERT_TRUE(store->put_membership(happening.n, happening.n == 2 ? 1 : happening.n));
  }
  ASSERT_TRUE(store->put_link({1, 2, 0.9}));
  ASSERT_TRUE(store->commit());
}

inline std::vector<Entry> invented_entries(std::size_t count, const InventedNews& news = {}) {
  Invented invented(news);
  std::vector<Entry> entries;
  for (std::size_t i = 0; i < count; ++i) {
    Invented::Item item = invented.next();
    entries.push_back(prepare(item.document, item.findings, invented_reading()));
  }
  return entries;
}

inline Ledger open_or_die(const std::string& path, Ledger::Mode mode) {
  auto ledger = Ledger::open(path, mode);
  if (!ledger) ADD_FAILURE() << ledger.error().text();
  return std::move(ledger).value();
}

// Rejects a claim and holds a membership.
inline void review_some(Ledger& ledger, std::int64_t claim = 2) {
  auto events = EventStore::of(ledger);
  auto reviews = ReviewStore::of(ledger);
  ASSERT_TRUE(events && reviews);
  Review review;
  review.id = "v1";
  review.reviewer = "Ida Holm";
  review.made_at = "2031-05-05T08:00:00Z";
  review.decision = Decision::reject;
  review.reason = "not said";
  ASSERT_TRUE(events->begin());
  ASSERT_TRUE(reviews->start());
  ASSERT_TRUE(reviews->put(review, claim).value_or(false));
  ASSERT_TRUE(reviews->put_state(claim, "v1", ReviewState::rejected, {}));
  ASSERT_TRUE(events->put_membership(2, 2));
  ASSERT_TRUE(reviews->hold(2, "v1"));
  ASSERT_TRUE(events->commit());
}

// A ledger with all that one can hold: versions, copies, re-readings, claims, notes.
inline void make_small_ledger(const std::string& path) {
  Ledger ledger = open_or_die(path, Ledger::Mode::write);
  ASSERT_TRUE(ledger.add(invented_entries(8)));
  std::vector<Entry> others = {small_entry(small_report("Nine dead.", "https://a.example/1")),
                               small_entry(small_report("Ten dead.", "https://a.example/1")),
                               small_entry(small_report("Ten dead.", "https://a.example/1", " ")),
                               small_entry(small_report("Nine dead.", "https://a.example/1"), "invented 2")};
  std::string text;
  while (text.size() < 12'000)
    text += "Shells fell on Kalmar for the " + std::to_string(text.size()) + "th time. ";
  others.push_back(small_entry(small_report(text)));  // longer than a page
  ASSERT_TRUE(ledger.add(others));
  link_some(ledger);
  review_some(ledger, 1);
  std::vector<Entry> again = invented_entries(1);
  again[0].reading = invented_reading("invented 2");
  ASSERT_TRUE(ledger.add(again));
}

inline std::vector<std::string> faults_of(Ledger& ledger) {
  std::vector<std::string> faults;
  auto count = ledger.verify([&](const Fault& fault) { faults.push_back(fault.where + ": " + fault.what); });
  if (!count) faults.push_back(count.error().text());
  EXPECT_TRUE(!count || *count == faults.size());
  return faults;
}

// One report with all that is stored of it, or why it cannot be had.
inline std::string text_of(Ledger& ledger, const std::string& id) {
  auto report = ledger.report(id);
  if (!report) return "error " + std::string(wire_name(report.error().code));
  auto received = ledger.received(id);
  if (!received) return "error " + std::string(wire_name(received.error().code));
  std::string out = report->row.id + '\n' + report->report_json + '\n';
  out += std::to_string(report->row.learned_us) + ' ' + report->row.revises.value_or("-") + '\n';
  for (const std::string& line : report->claims) out += line + '\n';
  for (const std::string& line : report->others) out += line + '\n';
  for (const Reading& reading : report->readings) {
    out += reading.id + ' ' + reading.program + ' ' + reading.read_at.value_or("-") + '\n';
  }
  return out + *received + '\n';
}

inline std::vector<std::string> ids_of(Ledger& ledger, const Query& query = {}) {
  std::vector<std::string> ids;
  auto done = ledger.list_reports(query, [&](const ReportRow& row) {
    ids.push_back(row.id);
    return true;
  });
  if (!done) ids.push_back("error " + std::string(wire_name(done.error().code)));
  return ids;
}

// All a ledger says, whatever way it is asked.
inline std::string all_of(Ledger& ledger) {
  std::string out;
  for (Query::Sort sort : {Query::Sort::published, Query::Sort::learned, Query::Sort::time}) {
    Query query;
    query.sort = sort;
    for (const std::string& id : ids_of(ledger, query)) out += id + '\n';
    auto done = ledger.list_claims(query, [&](const ClaimRow& row) {
      out += row.report_id + ' ' + row.claim_id + ' ' + row.json + ' ' + row.outlet.value_or("-") + '\n';
      return true;
    });
    if (!done) out += "error " + std::string(wire_name(done.error().code)) + '\n';
  }
  for (const std::string& id : ids_of(ledger)) out += text_of(ledger, id);
  auto outlets = ledger.names(LedgerName::outlet);
  if (outlets) {
    for (const std::string& outlet : *outlets) out += outlet + '\n';
  }
  return out;
}

}  // namespace sitrep
