// Linking over a ledger: what is one event, in whatever order it comes.
#include "engine/linker.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <random>
#include <set>

#include "engine/events.h"
#include "ledger/event_store.h"
#include "ledger/invented.h"

namespace sitrep {
namespace {

struct Item {
  const char* name;
  const char* day;
  const char* text;
};

constexpr Item news[] = {
    {"kalmar 1", "2031-05-04",
     "Mortar shells killed nine people at the night market of Kalmar on Saturday, mayor Ida Holm said."},
    {"kalmar 2", "2031-05-04",
     "Nine people died when shells hit the night market in Kalmar, said Ida Holm, the town's mayor."},
    {"kalmar 3", "2031-05-05",
     "The night market of Kalmar stayed shut after mortar shells killed nine people there; Ida Holm spoke of "
     "war."},
    {"uppsala 1", "2031-05-04",
     "Police in Uppsala arrested four students of Celsius College during a protest against tuition, Rolf Ek "
     "said."},
    {"uppsala 2", "2031-05-05",
     "Four students of Celsius College held in Uppsala after a tuition protest were freed, police chief Rolf "
     "Ek said."},
    {"gavle", "2031-06-20",
     "A car bomb wounded two harbour pilots in Gavle, the coast guard spokesman Per Lund said."},
};

// One claim over all of the text.
Entry entry_of(const Item& item) {
  Document document = document_told(item.text, item.day, item.name);
  Findings findings;
  findings.claims = {claim_over_all(document, "attack", 4)};
  Reading reading;
  reading.program = "test";
  Entry entry = prepare(document, findings, reading);
  entry.happenings = happening_rows(report_of(document), findings.claims);
  return entry;
}

class LinkerTest : public ::testing::Test {
 protected:
  void SetUp() override {
    path_ = std::filesystem::temp_directory_path() / ("sitrep-linker-" + std::to_string(::getpid()));
    std::filesystem::create_directory(path_);
  }
  void TearDown() override { std::filesystem::remove_all(path_); }

  Ledger ledger(const std::string& name) {
    auto opened = Ledger::open((path_ / name).string(), Ledger::Mode::write);
    EXPECT_TRUE(opened);
    return std::move(*opened);
  }

  static void link(Ledger& ledger) {
    auto linked = link_new(ledger, [](const LinkCounts&) { return true; });
    ASSERT_TRUE(linked) << linked.error().text();
  }

  // The outlets of each event.
  static std::set<std::set<std::string>> groups(Ledger& ledger) {
    auto store = EventStore::of(ledger);
    std::set<std::set<std::string>> found;
    auto done = store->list({}, [&](std::int64_t event) -> Result<bool> {
      auto view = event_view(*store, event, {}, true);
      if (!view) return fail(view);
      std::set<std::string> outlets;
      for (const Telling& telling : view->tellings) outlets.insert(*telling.outlet);
      found.insert(outlets);
      return true;
    });
    EXPECT_TRUE(done);
    return found;
  }

  std::filesystem::path path_;
};

const std::set<std::set<std::string>> wanted = {
    {"kalmar 1", "kalmar 2", "kalmar 3"}, {"uppsala 1", "uppsala 2"}, {"gavle"}};

TEST_F(LinkerTest, finds_the_same_events_in_any_order_and_portions) {
  std::vector<Entry> entries;
  for (const Item& item : news) entries.push_back(entry_of(item));
  std::mt19937 random(5);
  for (int run = 0; run < 6; ++run) {
    Ledger book = ledger("run" + std::to_string(run));
    for (std::size_t i = 0; i < entries.size(); ++i) {
      ASSERT_TRUE(book.add({&entries[i], 1}));
      if (run % 2 == 0) link(book);  // each by itself, or all at the end
    }
    link(book);
    EXPECT_EQ(groups(book), wanted) << run;
    std::uint64_t faults = 0;
    auto verified = book.verify([&](const Fault&) { ++faults; });
    EXPECT_EQ(*verified, 0U);
    EXPECT_EQ(faults, 0U);
    std::shuffle(entries.begin(), entries.end(), random);
  }
}

TEST_F(LinkerTest, a_second_call_finds_nothing_to_do) {
  Ledger book = ledger("twice");
  for (const Item& item : news) {
    Entry entry = entry_of(item);
    ASSERT_TRUE(book.add({&entry, 1}));
  }
  link(book);
  auto again = link_new(book, [](const LinkCounts&) { return true; });
  ASSERT_TRUE(again);
  EXPECT_EQ(again->happenings, 0U);
}

TEST_F(LinkerTest, happenings_that_were_not_kept_are_made_from_the_ledger) {
  Ledger book = ledger("later");
  for (const Item& item : news) {
    Entry entry = entry_of(item);
    entry.happenings.reset();
    ASSERT_TRUE(book.add({&entry, 1}));
  }
  link(book);
  EXPECT_EQ(groups(book), wanted);
}

TEST_F(LinkerTest, as_of_a_day_an_event_has_what_was_published_by_then) {
  Ledger book = ledger("as-of");
  for (const Item& item : news) {
    Entry entry = entry_of(item);
    ASSERT_TRUE(book.add({&entry, 1}));
  }
  link(book);
  auto store = EventStore::of(book);
  EventQuery then;
  then.as_of = Date::parse("2031-05-04");
  std::size_t events = 0;
  auto done = store->list(then, [&](std::int64_t event) -> Result<bool> {
    auto view = event_view(*store, event, then, false);
    if (!view) return fail(view);
    for (const Telling& telling : view->tellings) EXPECT_EQ(telling.published->date, *then.as_of);
    ++events;
    return true;
  });
  EXPECT_TRUE(done);
  EXPECT_EQ(events, 2U);
}

TEST_F(LinkerTest, reports_of_one_event_by_the_hundred_are_one_event_and_move_nothing) {
  Ledger book = ledger("alike");
  std::vector<Entry> entries;
  for (int i = 0; i < 900; ++i) {
    std::string text =
        news[0].text + std::string(" A pilot told dispatch ") + std::to_string(i) + " of fires.";
    entries.push_back(entry_of({"x", "2031-05-04", text.c_str()}));
  }
  ASSERT_TRUE(book.add(std::span(entries).first(300)));
  link(book);
  ASSERT_TRUE(book.add(std::span(entries).subspan(300)));
  auto later = link_new(book, [](const LinkCounts&) { return true; });
  ASSERT_TRUE(later);
  EXPECT_EQ(later->happenings, 600U);
  EXPECT_EQ(later->moved, 0U);
  auto store = EventStore::of(book);
  auto members = store->happenings_in(1);
  ASSERT_TRUE(members);
  EXPECT_EQ(members->size(), 900U);
}

TEST_F(LinkerTest, a_report_of_very_many_events_links_each_with_its_own) {
  Ledger book = ledger("list");
  // Two outlets' lists of the same hundred happenings.
  std::vector<Entry> entries;
  for (const char* outlet : {"one", "two"}) {
    DocumentContent content;
    std::vector<Span> told;
    for (int i = 0; i < 100; ++i) {
      std::string name(3, 'a');
      for (int at = 0, rest = i * 131; at < 3; ++at, rest /= 26)
        name[static_cast<std::size_t>(at)] += static_cast<char>(rest % 26);
      std::size_t begin = content.text.size();
      content.text += "Gunmen stormed the village of Vik" + name + " and burned Holm" + name + " mill, " +
                      outlet + " said.";
      told.push_back(make_span(begin, content.text.size()));
      content.text += "\n";
    }
    content.received = content.text;
    content.map = OffsetMap::identity(static_cast<std::uint32_t>(content.text.size()));
    content.parts.push_back({PartKind::body, make_span(0, content.text.size())});
    content.publication.published = DateTime::parse("2031-05-04");
    content.publication.outlet = outlet;
    Document document(std::move(content));
    Findings findings;
    for (std::size_t i = 0; i < told.size(); ++i) {
      Claim claim;
      claim.id = "c" + std::to_string(i + 1);
      claim.report = document.id();
      claim.evidence = told[i];
      claim.event.type = "raid";
      claim.event.span = make_span(told[i].begin, told[i].begin + 6);
      claim.event.text = "Gunmen";
      claim.event.ref = "h" + std::to_string(i + 1);
      findings.claims.push_back(claim);
    }
    Reading reading;
    reading.program = "test";
    Entry entry = prepare(document, findings, reading);
    entry.happenings = happening_rows(report_of(document), findings.claims);
    entries.push_back(std::move(entry));
  }
  ASSERT_TRUE(book.add(entries));
  link(book);
  auto store = EventStore::of(book);
  int of_two = 0;
  for (std::int64_t n = 1; n <= 100; ++n) {
    auto members = store->happenings_in(n);
    ASSERT_TRUE(members);
    EXPECT_LE(members->size(), 2U) << n;  // one report tells them apart
    for (std::int64_t member : *members) of_two += member == n + 100 ? 1 : 0;
  }
  // The first of a list is told in the words of the whole report, and is another's only by chance.
  EXPECT_GE(of_two, 98);
}

TEST_F(LinkerTest, stops_when_told_and_goes_on_later) {
  Ledger book = ledger("stopped");
  std::vector<Entry> entries;
  for (int i = 0; i < 700; ++i) {
    std::string text = "Shells fell on the village of Number" + std::to_string(i) + "ville, residents said.";
    Item item{"x", "2031-05-04", text.c_str()};
    entries.push_back(entry_of(item));
  }
  ASSERT_TRUE(book.add(entries));
  auto first = link_new(book, [](const LinkCounts&) { return false; });
  ASSERT_TRUE(first);
  EXPECT_LT(first->happenings, 700U);
  auto rest = link_new(book, [](const LinkCounts&) { return true; });
  ASSERT_TRUE(rest);
  EXPECT_EQ(first->happenings + rest->happenings, 700U);
}

}  // namespace
}  // namespace sitrep
