#include "ledger/event_store.h"

#include <gtest/gtest.h>

#include "ledger/testing.h"

namespace sitrep {
namespace {

class EventStoreTest : public ::testing::Test {
 protected:
  void SetUp() override {
    path_ = folder_.file("a.ledger");
    ledger_.emplace(open_or_die(path_, Ledger::Mode::write));
    auto store = EventStore::of(*ledger_);
    ASSERT_TRUE(store) << store.error().text();
    store_.emplace(std::move(*store));
  }

  // A report with one happening on a day of 2031, found by `key`.
  void add(const std::string& text, int day, std::int64_t key, const char* country = "SE",
           const std::string& program = "invented 1") {
    Entry entry = small_entry(small_report(text), program);
    std::int32_t days = Date::of(2031, 5, static_cast<unsigned>(day))->days();
    entry.happenings = {{"clash", days, days, country, "of " + text, {{key, days}}}};
    ASSERT_TRUE(ledger_->add({&entry, 1}));
  }

  // Each happening its own event, but those given.
  void link(const std::vector<std::pair<std::int64_t, std::int64_t>>& memberships) {
    ASSERT_TRUE(store_->begin());
    for (auto [happening, event] : memberships) ASSERT_TRUE(store_->put_membership(happening, event));
    ASSERT_TRUE(store_->commit());
  }

  std::vector<std::int64_t> listed(const EventQuery& query) {
    std::vector<std::int64_t> events;
    auto done = store_->list(query, [&](std::int64_t event) -> Result<bool> {
      events.push_back(event);
      return true;
    });
    EXPECT_TRUE(done);
    return events;
  }

  TemporaryFolder folder_;
  std::string path_;
  std::optional<Ledger> ledger_;
  std::optional<EventStore> store_;
};

using Numbers = std::vector<std::int64_t>;

TEST_F(EventStoreTest, FindsByKeyAndDay) {
  add("a", 1, 7);
  add("b", 4, 7);
  add("c", 9, 7);
  add("d", 4, 8);
  std::int32_t day = Date::of(2031, 5, 5)->days();
  EXPECT_EQ(*store_->near(7, day, 10, 10, 99), (Numbers{2, 3, 1})) << "the nearest first";
  EXPECT_EQ(*store_->near(7, day, 10, 1, 99), (Numbers{2}));
  EXPECT_EQ(*store_->near(7, day, 3, 10, 99), (Numbers{2}));
  EXPECT_EQ(*store_->near(7, day, 10, 10, 3), (Numbers{2, 1})) << "earlier ones only";
  EXPECT_EQ(*store_->near(9, day, 10, 10, 99), Numbers());
  EXPECT_EQ(store_->happening(4)->data, "of d");
  EXPECT_FALSE(store_->happening(5));
}

TEST_F(EventStoreTest, KnowsWhatIsNotLinkedYet) {
  add("a", 1, 7);
  add("b", 2, 7);
  ASSERT_EQ(store_->unlinked(10)->size(), 2U);
  link({{1, 1}});
  auto left = store_->unlinked(10);
  ASSERT_EQ(left->size(), 1U);
  EXPECT_EQ(left->at(0).n, 2);
  EXPECT_EQ(left->at(0).data, "of b");
}

TEST_F(EventStoreTest, ListsEventsOnceAndByDay) {
  add("a", 3, 7);
  add("b", 1, 7);
  add("c", 2, 7, "NO");
  link({{1, 1}, {2, 2}, {3, 1}});
  EXPECT_EQ(listed({}), (Numbers{2, 1}));
  EventQuery query;
  query.descending = true;
  EXPECT_EQ(listed(query), (Numbers{1, 2}));
  query.country = "NO";
  EXPECT_EQ(listed(query), (Numbers{1}));
  query.country = "FI";
  EXPECT_EQ(listed(query), Numbers());
  EventQuery days;
  days.from = days.to = Date::of(2031, 5, 1);
  EXPECT_EQ(listed(days), (Numbers{2}));
  EventQuery type;
  type.event_type = "protest";
  EXPECT_EQ(listed(type), Numbers());
  ASSERT_EQ(store_->members(1, {})->size(), 2U);
  EXPECT_EQ(store_->members(1, {})->at(1).data, "of c");
  EXPECT_EQ(store_->members(1, {})->at(1).outlet, "Harbour Post");
  EXPECT_EQ(store_->claims_of(store_->members(1, {})->at(0))->size(), 1U);
}

TEST_F(EventStoreTest, AHappeningMayMoveToAnotherEventAndThePastIsKept) {
  setenv("SOURCE_DATE_EPOCH", "1924992000", 1);
  add("a", 1, 7);
  add("b", 1, 7);
  link({{1, 1}, {2, 2}});
  setenv("SOURCE_DATE_EPOCH", "1924999999", 1);
  link({{2, 1}});
  unsetenv("SOURCE_DATE_EPOCH");
  EXPECT_EQ(*store_->event_of(2), 1);
  EXPECT_EQ(*store_->event_of(2, std::int64_t{1924992000} * 1'000'000), 2);
  EXPECT_EQ(*store_->event_of(2, 0), std::nullopt);
  EventQuery then;
  then.known_as_of_us = std::int64_t{1924992000} * 1'000'000;
  EXPECT_EQ(listed(then), (Numbers{1, 2}));
  EXPECT_EQ(listed({}), (Numbers{1}));
  EXPECT_EQ(store_->members(1, then)->size(), 1U);
  EXPECT_EQ(store_->members(1, {})->size(), 2U);
}

TEST_F(EventStoreTest, SupersededReadingsCountNoMore) {
  add("a", 1, 7);
  add("a", 1, 7, "SE", "invented 2");
  link({{1, 1}, {2, 1}});
  ASSERT_EQ(store_->members(1, {})->size(), 1U);
  EXPECT_EQ(store_->members(1, {})->at(0).n, 2);
  EXPECT_EQ(store_->happenings_of(small_report("a").id())->at(0).n, 2);
}

TEST_F(EventStoreTest, WhatIsRolledBackIsNotThere) {
  add("a", 1, 7);
  ASSERT_TRUE(store_->begin());
  ASSERT_TRUE(store_->put_membership(1, 1));
  store_->rollback();
  EXPECT_EQ(*store_->event_of(1), std::nullopt);
  EXPECT_EQ(faults_of(*ledger_), std::vector<std::string>());
}

TEST_F(EventStoreTest, HappeningsMayBeMadeLater) {
  Entry entry = small_entry(small_report("a"));
  entry.happenings.reset();
  ASSERT_TRUE(ledger_->add({&entry, 1}));
  ASSERT_EQ(store_->readings_without_happenings(10)->size(), 1U);
  EXPECT_EQ(store_->readings_without_happenings(10)->at(0).report_id, small_report("a").id());
  ASSERT_TRUE(store_->add_happenings(1, {{"clash", 1, 1, {}, "x", {}}}));
  EXPECT_TRUE(store_->readings_without_happenings(10)->empty());
  EXPECT_EQ(store_->unlinked(10)->size(), 1U);
  EXPECT_EQ(faults_of(*ledger_), std::vector<std::string>());
}

}  // namespace
}  // namespace sitrep
