// Lists against a plain filter over all that was added: two ways must agree.
#include <fmt/format.h>

#include <algorithm>

#include "ledger/columns.h"
#include "ledger/testing.h"

namespace sitrep {
namespace {

struct PlainClaim {
  std::size_t learned;
  std::string report, id, type;
  std::optional<std::int64_t> day, first, last;
  std::optional<std::string> outlet, place;
  std::vector<std::string> actors;
};

struct PlainReport {
  std::size_t learned;
  std::string id;
  std::optional<std::int64_t> day;
  std::optional<std::string> outlet;
  std::vector<PlainClaim> claims;
};

std::vector<PlainReport> plain(const std::vector<Invented::Item>& items) {
  std::vector<PlainReport> reports;
  std::size_t learned = 0;
  for (const Invented::Item& item : items) {
    const Publication& publication = item.document.publication();
    PlainReport report{reports.size(), item.document.id(), {}, publication.outlet, {}};
    if (publication.published) report.day = publication.published->date.days();
    for (const Claim& claim : item.findings.claims) {
      PlainClaim row{learned++,     report.id, claim.id, claim.event.type, report.day, {}, {},
                     report.outlet, {},        {}};
      if (claim.time) {
        TimePoint first = *claim.time->earliest;
        TimePoint last = claim.time->latest.value_or(first);
        row.first = first.date.days() * 1440 + first.minute_of_day.value_or(0);
        row.last =
            std::max(*row.first, std::int64_t{last.date.days()} * 1440 + last.minute_of_day.value_or(1439));
      } else if (report.day) {
        row.first = *report.day * 1440;
        row.last = *report.day * 1440 + 1439;
      }
      if (claim.place) row.place = claim.place->name;
      for (const Actor& actor : claim.actors) row.actors.push_back(*actor.name);
      report.claims.push_back(std::move(row));
    }
    reports.push_back(std::move(report));
  }
  return reports;
}

bool holds(const std::string& name, const std::string& part) {
  return folded(name).find(folded(part)) != std::string::npos;
}

bool same(const std::optional<std::string>& name, const std::string& wanted) {
  return name && folded(*name) == folded(wanted);
}

bool says(const PlainClaim& claim, const Query& query) {
  if (query.event_type && claim.type != *query.event_type) return false;
  if (query.place && !(claim.place && holds(*claim.place, *query.place))) return false;
  return !query.actor || std::any_of(claim.actors.begin(), claim.actors.end(),
                                     [&](const std::string& actor) { return holds(actor, *query.actor); });
}

bool fits(const PlainClaim& claim, const Query& query) {
  if (query.from && !(claim.last && *claim.last >= query.from->days() * 1440)) return false;
  if (query.to && !(claim.first && *claim.first <= query.to->days() * 1440 + 1439)) return false;
  return (!query.outlet || same(claim.outlet, *query.outlet)) && says(claim, query);
}

bool fits(const PlainReport& report, const Query& query) {
  if (query.from && !(report.day && *report.day >= query.from->days())) return false;
  if (query.to && !(report.day && *report.day <= query.to->days())) return false;
  if (query.outlet && !same(report.outlet, *query.outlet)) return false;
  if (!query.event_type && !query.place && !query.actor) return true;
  return std::any_of(report.claims.begin(), report.claims.end(),
                     [&](const PlainClaim& claim) { return says(claim, query); });
}

template <class Row>
std::vector<std::string> plain_page(std::vector<Row> rows, const Query& query,
                                    std::optional<std::int64_t> Row::*time, std::string (*name)(const Row&)) {
  std::vector<Row> kept;
  bool no_day = query.from && query.to && *query.from > *query.to;
  for (const Row& row : no_day ? std::vector<Row>() : rows) {
    if (fits(row, query)) kept.push_back(row);
  }
  auto key = [&](const Row& row) -> std::optional<std::int64_t> {
    if (query.sort == Query::Sort::learned) return 0;
    return query.sort == Query::Sort::published ? row.day : row.*time;
  };
  std::sort(kept.begin(), kept.end(), [&](const Row& a, const Row& b) {
    if (key(a).has_value() != key(b).has_value()) return key(a).has_value();
    if (key(a) != key(b)) return (key(a) < key(b)) != query.descending;
    return (a.learned < b.learned) != query.descending;
  });
  std::vector<std::string> page;
  for (std::size_t i = query.offset; i < kept.size() && (query.limit == 0 || page.size() < query.limit);
       ++i) {
    page.push_back(name(kept[i]));
  }
  return page;
}

std::string text_of(const Query& query) {
  return fmt::format("from {} to {} outlet {} type {} place {} actor {} sort {} {} limit {} offset {}",
                     query.from ? query.from->iso() : "-", query.to ? query.to->iso() : "-",
                     query.outlet.value_or("-"), query.event_type.value_or("-"), query.place.value_or("-"),
                     query.actor.value_or("-"), static_cast<int>(query.sort),
                     query.descending ? "descending" : "ascending", query.limit, query.offset);
}

Query random_query(std::mt19937_64& random) {
  auto once_in = [&](unsigned times) { return random() % times == 0; };
  Query query;
  auto day = [&] { return Date::of(2030, 12, 1)->plus_days(static_cast<std::int32_t>(random() % 460)); };
  if (once_in(3)) query.from = day();
  if (once_in(3))
    query.to =
        query.from && once_in(2) ? query.from->plus_days(static_cast<std::int32_t>(random() % 40)) : day();
  if (once_in(4)) query.outlet = invented_outlet(static_cast<unsigned>(random() % 6));
  if (query.outlet && once_in(2)) query.outlet = folded(*query.outlet);
  if (once_in(3)) query.event_type = invented_type(static_cast<unsigned>(random() % invented_types));
  if (once_in(5)) query.place = once_in(2) ? "KAL" : invented_place(static_cast<unsigned>(random() % 40));
  if (once_in(5)) query.actor = once_in(2) ? "front" : invented_actor(static_cast<unsigned>(random() % 60));
  query.sort = static_cast<Query::Sort>(random() % 3);
  query.descending = once_in(2);
  query.limit = random() % 4 * 10;
  if (once_in(3)) query.offset = random() % 100;
  return query;
}

std::vector<std::string> claims_page(Ledger& ledger, const Query& query) {
  std::vector<std::string> page;
  auto done = ledger.list_claims(query, [&](const ClaimRow& row) {
    page.push_back(row.report_id + ' ' + row.claim_id);
    return true;
  });
  EXPECT_TRUE(done) << done.error().text();
  return page;
}

TEST(LedgerQuery, IndexesAndPlainFilterAgree) {
  TemporaryFolder folder;
  Ledger ledger = open_or_die(folder.file("a.ledger"), Ledger::Mode::write);
  Invented invented({.seed = 11, .outlets = 6, .places = 40, .actors = 60, .days = 400});
  std::vector<Invented::Item> items;
  std::vector<Entry> old_readings;
  std::vector<Entry> entries;
  for (int i = 0; i < 250; ++i) {
    items.push_back(invented.next());
    const Invented::Item& item = items.back();
    // Some were read before, by another program that found everything twice: none of that counts.
    Findings twice = item.findings;
    for (Claim& claim : twice.claims) claim.event.type = "attack";
    if (i % 7 == 0) old_readings.push_back(prepare(item.document, twice, invented_reading("invented 0")));
    entries.push_back(prepare(item.document, item.findings, invented_reading()));
  }
  // Without the old readings first: the walk is another where nothing is superseded.
  for (bool with_old : {false, true}) {
    std::vector<PlainReport> reports = plain(items);
    std::string path = folder.file(with_old ? "old.ledger" : "new.ledger");
    ledger = open_or_die(path, Ledger::Mode::write);
    if (with_old) {
      ASSERT_TRUE(ledger.add(old_readings));
      // The order learned is that of the reports, which an old reading has told earlier.
      for (PlainReport& report : reports) report.learned += report.learned % 7 == 0 ? 0 : reports.size();
    }
    ASSERT_TRUE(ledger.add(entries));
    std::vector<PlainClaim> claims;
    for (const PlainReport& report : reports)
      claims.insert(claims.end(), report.claims.begin(), report.claims.end());

    std::mt19937_64 random(5);
    std::size_t rows = 0;
    for (int i = 0; i < 700; ++i) {
      Query query = random_query(random);
      auto page = claims_page(ledger, query);
      rows += page.size();
      ASSERT_EQ(page,
                plain_page<PlainClaim>(claims, query, &PlainClaim::first,
                                       [](const PlainClaim& claim) { return claim.report + ' ' + claim.id; }))
          << text_of(query);
      if (with_old && query.sort != Query::Sort::learned) continue;  // ties are in the order of readings
      ASSERT_EQ(ids_of(ledger, query),
                plain_page<PlainReport>(reports, query, &PlainReport::day,
                                        [](const PlainReport& report) { return report.id; }))
          << text_of(query);
    }
    EXPECT_GT(rows, 2000U);
    EXPECT_EQ(faults_of(ledger), std::vector<std::string>());
  }
}

TEST(LedgerQuery, ClaimsOfOneReport) {
  TemporaryFolder folder;
  Ledger ledger = open_or_die(folder.file("a.ledger"), Ledger::Mode::write);
  const std::string uri = "https://a.example/1";
  Entry first = small_entry(small_report("Nine dead.", uri));
  Entry copy = small_entry(small_report("Nine dead.", uri, " "));
  ASSERT_TRUE(ledger.add({&first, 1}));
  ASSERT_TRUE(ledger.add({&copy, 1}));
  ASSERT_TRUE(ledger.add(invented_entries(20)));
  for (const std::string& id : ids_of(ledger)) {
    Query query;
    query.report = id;
    std::vector<std::string> claims;
    ASSERT_TRUE(ledger.list_claims(query, [&](const ClaimRow& row) {
      claims.push_back(row.json);
      return true;
    }));
    EXPECT_EQ(claims, ledger.report(id)->claims) << id;
  }
  Query query;
  for (const char* id : {"", "sha256:12", "nonsense"}) {
    query.report = id;
    EXPECT_EQ(claims_page(ledger, query), std::vector<std::string>()) << id;
  }
  query.report = first.report_id;
  query.event_type = "talks";
  EXPECT_EQ(claims_page(ledger, query), std::vector<std::string>());
}

TEST(LedgerQuery, TheCallbackEndsTheList) {
  TemporaryFolder folder;
  Ledger ledger = open_or_die(folder.file("a.ledger"), Ledger::Mode::write);
  ASSERT_TRUE(ledger.add(invented_entries(30)));
  int seen = 0;
  ASSERT_TRUE(ledger.list_reports({}, [&](const ReportRow&) { return ++seen < 5; }));
  EXPECT_EQ(seen, 5);
  seen = 0;
  ASSERT_TRUE(ledger.list_claims({}, [&](const ClaimRow&) { return ++seen < 5; }));
  EXPECT_EQ(seen, 5);
}

TEST(LedgerQuery, ReportsCanBeReadWhileTheyAreListed) {
  TemporaryFolder folder;
  Ledger ledger = open_or_die(folder.file("a.ledger"), Ledger::Mode::write);
  ASSERT_TRUE(ledger.add(invented_entries(30)));
  Ledger other = open_or_die(folder.file("a.ledger"), Ledger::Mode::write);
  std::vector<Entry> later = invented_entries(10, {.seed = 2});
  std::size_t seen = 0;
  ASSERT_TRUE(ledger.list_reports({}, [&](const ReportRow& row) {
    // What another adds meanwhile is not in this list.
    EXPECT_TRUE(seen >= later.size() || other.add({&later[seen], 1}));
    ++seen;
    auto report = ledger.report(row.id);
    EXPECT_TRUE(report);
    return report && report->row.claims == report->claims.size();
  }));
  EXPECT_EQ(seen, 30U);
  EXPECT_EQ(ids_of(ledger).size(), 40U);
}

}  // namespace
}  // namespace sitrep
