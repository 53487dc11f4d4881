#include "events/event_view.h"

#include <gtest/gtest.h>

#include "events/summary.h"
#include "events/testing.h"

namespace sitrep {
namespace {

Claim toll(const std::string& id, std::int64_t dead, SourceKind kind, const std::string& name) {
  Claim claim = said_by(made_up_claim(id, "h1", "shelling"), kind, name);
  claim.figures = {killed(dead, dead)};
  return claim;
}

Telling told(const char* outlet, const char* day, const std::string& text, std::vector<Claim> claims) {
  Report report = made_up_report(text, outlet, day);
  report.id = std::string("sha256:") + outlet + day;
  return telling_of(report, std::move(claims));
}

std::string long_story(int from) {
  std::string story;
  for (int i = from; i < from + 40; ++i) story += "Shell number " + std::to_string(i) + " fell near Kalmar. ";
  return story;
}

TEST(EventView, keeps_accounts_apart_and_in_the_order_of_saying) {
  EventView view =
      view_of(1, {told("Coast Daily", "2031-05-05", "b", {toll("c1", 9, SourceKind::body, "Police")}),
                  told("Harbour Post", "2031-05-04", "a",
                       {toll("c1", 7, SourceKind::body, "police"), toll("c2", 7, SourceKind::outlet, "")})});
  ASSERT_EQ(view.accounts.size(), 2U);
  EXPECT_EQ(view.accounts[0].who, "police");
  EXPECT_EQ(view.accounts[0].said.size(), 2U);
  EXPECT_TRUE(view.accounts[0].revised) << "7 became 9";
  EXPECT_EQ(view.accounts[1].who, "Harbour Post");
  EXPECT_FALSE(view.accounts[1].revised);
  EXPECT_EQ(view.independent, 2U);
  EXPECT_EQ(view.tellings[0].outlet, "Harbour Post") << "by day of publication";
}

TEST(EventView, near_copies_and_an_agencys_relays_are_one_origin) {
  Telling first = told("Harbour Post", "2031-05-04", long_story(0), {toll("c1", 9, SourceKind::outlet, "")});
  Telling copy =
      told("Coast Daily", "2031-05-04", long_story(0) + "More.", {toll("c1", 9, SourceKind::outlet, "")});
  Telling own = told("Gulf Dispatch", "2031-05-05", long_story(70), {toll("c1", 8, SourceKind::outlet, "")});
  copy.learned_us = own.learned_us = 1;
  first.happening.credit = "Northwire";
  EventView view = view_of(1, {first, copy, own});
  EXPECT_EQ(view.independent, 2U);
  EXPECT_EQ(view.tellings[1].copy_of, 0U);
  EXPECT_EQ(view.tellings[1].origin, "Northwire");
  ASSERT_EQ(view.accounts.size(), 2U);
  EXPECT_EQ(view.accounts[0].who, "Northwire");
}

TEST(EventView, unnamed_voices_of_two_reports_are_two) {
  Claim doctor = made_up_claim("c1", "h1", "shelling");
  doctor.source.kind = SourceKind::unnamed;
  doctor.source.text = "a doctor";
  doctor.source.role = "doctor";
  EventView view = view_of(1, {told("Harbour Post", "2031-05-04", "a", {doctor}),
                               told("Coast Daily", "2031-05-04", "b", {doctor})});
  EXPECT_EQ(view.accounts.size(), 2U);
}

TEST(EventView, a_denial_is_an_account) {
  Claim denial = toll("c1", 9, SourceKind::body, "River Brigade");
  denial.status.polarity = Polarity::denied;
  EventView view = view_of(1, {told("Harbour Post", "2031-05-04", "a", {denial})});
  ASSERT_EQ(view.accounts.size(), 1U);
  EXPECT_TRUE(view.accounts[0].denies);
}

TEST(EventView, sums_up_without_choosing) {
  EventView view =
      view_of(3, {told("Harbour Post", "2031-05-04", "a", {toll("c1", 7, SourceKind::outlet, "")}),
                  told("Coast Daily", "2031-05-05", "b", {toll("c1", 9, SourceKind::outlet, "")})});
  EventSummary summary = summary_of(view);
  EXPECT_EQ(summary.killed->low, 7);
  EXPECT_EQ(summary.killed->high, 9);
  EXPECT_EQ(summary.type, "shelling");
  EXPECT_EQ(summary.reports, 2U);
  Event record = event_record(view);
  EXPECT_EQ(record.id, "e3");
  EXPECT_EQ(record.claims.size(), 2U);
  ASSERT_EQ(record.figures.size(), 1U);
  EXPECT_EQ(record.figures[0].high, 9);
  EXPECT_EQ(account_records(view).size(), 2U);
}

TEST(EventName, there_and_back) {
  EXPECT_EQ(event_name(17), "e17");
  EXPECT_EQ(parse_event_name("e17"), 17);
  for (const char* no : {"", "e", "17", "e0", "e-1", "e1x", "x1", "e1234567890"}) {
    EXPECT_FALSE(parse_event_name(no)) << no;
  }
}

}  // namespace
}  // namespace sitrep
