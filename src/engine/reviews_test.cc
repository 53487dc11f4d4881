// Decisions over a ledger: they take effect in lists and events, can be undone, survive a newer program, and
// two people can make them at once.
#include "engine/reviews.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <thread>

#include "engine/events.h"
#include "engine/linker.h"
#include "events/summary.h"
#include "ledger/event_store.h"
#include "ledger/invented.h"
#include "ledger/review_store.h"
#include "record/json.h"

namespace sitrep {
namespace {

struct Item {
  const char* outlet;
  const char* day;
  const char* text;
  std::int64_t killed;
};

const Item kalmar = {
    "Harbour Post", "2031-05-04",
    "Mortar shells killed nine people at the night market of Kalmar on Saturday, mayor Ida Holm said.", 9};
const Item copy = {
    "Coast Daily", "2031-05-04",
    "Nine people died when shells hit the night market in Kalmar, said Ida Holm, the town's mayor.", 9};
const Item gavle = {"Northwire", "2031-06-20",
                    "A car bomb killed two harbour pilots in Gavle, the coast guard spokesman Per Lund said.",
                    2};

// One claim over all of the text, of a place and a count.
Entry entry_of(const Item& item, const std::string& program = "test 1", std::int64_t killed = 0) {
  Document document = document_told(item.text, item.day, item.outlet);
  Claim claim = claim_over_all(document, "attack", 4);
  claim.figures.emplace_back().low = killed != 0 ? killed : item.killed;
  claim.figures.back().high = claim.figures.back().low;
  claim.place = Place{};
  claim.place->name = "Kalmar";
  Findings findings;
  findings.claims = {claim};
  if (program != "test 1") {  // a newer one finds another before it
    Claim other = claim;
    other.event.span = {7, 13};
    other.evidence = {0, 14};
    other.event.text = std::string(document.view({7, 13}));
    other.event.type = "statement";
    findings.claims[0].id = "c2";
    findings.claims.insert(findings.claims.begin(), other);
  }
  Reading reading;
  reading.program = program;
  Entry entry = prepare(document, findings, reading);
  entry.happenings = happening_rows(report_of(document), findings.claims);
  return entry;
}

class ReviewsTest : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() / ("sitrep-reviews-" + std::to_string(::getpid()));
    std::filesystem::create_directory(folder_);
    ledger_.emplace(open());
    kalmar_ = add(entry_of(kalmar));
    copy_ = add(entry_of(copy));
    gavle_ = add(entry_of(gavle));
  }
  void TearDown() override {
    ledger_.reset();
    std::filesystem::remove_all(folder_);
  }

  Ledger open() {
    auto opened = Ledger::open((folder_ / "a").string(), Ledger::Mode::write);
    EXPECT_TRUE(opened);
    return std::move(*opened);
  }

  std::string add(const Entry& entry) {
    EXPECT_TRUE(ledger_->add({&entry, 1}));
    EXPECT_TRUE(link_new(*ledger_, [](const LinkCounts&) { return true; }));
    return entry.report_id;
  }

  Review draft(const std::string& who, Decision decision, const std::string& report,
               const std::string& reason = "") {
    Review review;
    review.reviewer = who;
    review.decision = decision;
    if (!report.empty()) review.claim = ClaimRef{report, "c1"};
    if (!reason.empty()) review.reason = reason;
    return review;
  }
  Review change(const std::string& who, const std::string& report, const std::string& field,
                const std::string& value) {
    Review review = draft(who, Decision::change, report);
    review.field = field;
    review.value = value;
    return review;
  }
  Decided make(const Review& review) {
    auto made = decide(*ledger_, review);
    EXPECT_TRUE(made) << made.error().text();
    return made ? *made : Decided{};
  }
  void undo(const std::string& who) {
    auto last = last_of(*ledger_, who);
    ASSERT_TRUE(last) << last.error().text();
    Review review = draft(who, Decision::undo, "");
    review.undoes = last->id;
    make(review);
  }

  // "9@Kalmar 2@Kalmar": killed and place of the claims listed.
  std::string claims(const Query& query = {}) {
    std::string out;
    auto done = ledger_->list_claims(query, [&](const ClaimRow& row) {
      RecordReader reader(Positions::of_ascii(100'000));
      auto record = reader.read(row.json);
      EXPECT_TRUE(record) << record.error().text();
      const auto& claim = std::get<Claim>(*record);
      out += (out.empty() ? "" : " ") + std::to_string(*claim.figures.at(0).low) + "@" + *claim.place->name;
      return true;
    });
    EXPECT_TRUE(done) << done.error().text();
    return out;
  }

  // "9..9 in 2 reports; 2..2 in 1 reports": of events in the order of their first days.
  std::string events(std::optional<std::int64_t> known_as_of = {}) {
    auto store = EventStore::of(*ledger_);
    EventQuery query;
    query.known_as_of_us = known_as_of;
    std::string out;
    auto done = store->list(query, [&](std::int64_t event) -> Result<bool> {
      auto view = event_view(*store, event, query, false);
      if (!view) return fail(view);
      if (view->tellings.empty()) return true;
      EventSummary summary = summary_of(*view);
      out += (out.empty() ? "" : "; ") + std::to_string(summary.killed->low) + ".." +
             std::to_string(summary.killed->high) + " in " + std::to_string(summary.reports);
      return true;
    });
    EXPECT_TRUE(done) << done.error().text();
    return out;
  }

  std::uint64_t faults() {
    auto count =
        ledger_->verify([](const Fault& fault) { ADD_FAILURE() << fault.where << ": " << fault.what; });
    return count.value_or(1);
  }

  std::filesystem::path folder_;
  std::optional<Ledger> ledger_;
  std::string kalmar_, copy_, gavle_;
};

TEST_F(ReviewsTest, TakeEffectInListsAndEvents) {
  EXPECT_EQ(claims(), "9@Kalmar 9@Kalmar 2@Kalmar");
  EXPECT_EQ(events(), "9..9 in 2; 2..2 in 1");
  EXPECT_EQ(make(draft("Ada", Decision::accept, kalmar_)).state, ReviewState::accepted);
  EXPECT_EQ(claims(), "9@Kalmar 9@Kalmar 2@Kalmar");
  make(change("Ada", kalmar_, "/figures/0", "11"));
  EXPECT_EQ(claims(), "11@Kalmar 9@Kalmar 2@Kalmar");
  EXPECT_EQ(events(), "9..11 in 2; 2..2 in 1");
  make(draft("Bo", Decision::reject, gavle_, "another war"));
  EXPECT_EQ(claims(), "11@Kalmar 9@Kalmar");
  EXPECT_EQ(events(), "9..11 in 2");
  auto report = ledger_->report(gavle_);
  ASSERT_TRUE(report);
  EXPECT_TRUE(report->claims.empty());
  undo("Bo");
  EXPECT_EQ(events(), "9..11 in 2; 2..2 in 1");
  undo("Ada");
  undo("Ada");
  EXPECT_EQ(claims(), "9@Kalmar 9@Kalmar 2@Kalmar");
  EXPECT_EQ(faults(), 0U);
}

TEST_F(ReviewsTest, ListsAskWhatPeopleLeft) {
  make(change("Ada", gavle_, "/place", "\"Gavle\""));
  make(change("Ada", gavle_, "/time", "\"2031-01-01\""));
  Query query;
  query.place = "gavle";
  EXPECT_EQ(claims(query), "2@Gavle");
  query.place = "kalmar";
  EXPECT_EQ(claims(query), "9@Kalmar 9@Kalmar");
  query = {};
  query.sort = Query::Sort::time;
  EXPECT_EQ(claims(query), "2@Gavle 9@Kalmar 9@Kalmar");
  query.descending = true;
  EXPECT_EQ(claims(query), "9@Kalmar 9@Kalmar 2@Gavle");
  query.limit = 1;
  query.offset = 2;
  EXPECT_EQ(claims(query), "2@Gavle");
  query = {};
  query.to = Date::parse("2031-02-01");
  EXPECT_EQ(claims(query), "2@Gavle");
}

TEST_F(ReviewsTest, MergesAndSplitsStayWhateverComesLater) {
  Review merge = draft("Ada", Decision::merge, kalmar_);
  merge.other = ClaimRef{gavle_, "c1"};
  make(merge);
  EXPECT_EQ(events(), "2..9 in 3");
  Item later = kalmar;
  later.outlet = "Valley Radio";
  later.text =
      "Mortar shells killed ten people at the night market of Kalmar on Saturday, mayor Ida Holm said on "
      "Sunday.";
  later.day = "2031-05-05";
  add(entry_of(later, "test 1", 10));
  EXPECT_EQ(events(), "2..10 in 4");
  undo("Ada");
  EXPECT_EQ(events(), "9..10 in 3; 2..2 in 1");

  Review split = draft("Ada", Decision::split, kalmar_);
  split.other = ClaimRef{copy_, "c1"};
  make(split);
  later.outlet = "Hill Radio";
  later.text =
      "Mortar shells killed 12 people at the night market of Kalmar on Saturday, mayor Ida Holm said later.";
  add(entry_of(later, "test 1", 12));
  auto store = EventStore::of(*ledger_);
  auto event = [&](const std::string& report) {
    auto happenings = store->happenings_of(report);
    return store->event_of(happenings->at(0).n).value().value();
  };
  EXPECT_NE(event(kalmar_), event(copy_));
  undo("Ada");
  EXPECT_EQ(event(kalmar_), event(copy_));
  EXPECT_EQ(faults(), 0U);
}

TEST_F(ReviewsTest, ANewerReadingOverwritesNobody) {
  make(change("Ada", kalmar_, "/figures/0", "11"));
  make(draft("Bo", Decision::reject, gavle_, "another war"));
  add(entry_of(kalmar, "test 2", 30));
  add(entry_of(gavle, "test 2", 40));
  // What the newer program finds besides is new, what people decided stands.
  EXPECT_EQ(claims(), "9@Kalmar 30@Kalmar 11@Kalmar 40@Kalmar");
  auto reviews = ReviewStore::of(*ledger_);
  std::string told;
  ASSERT_TRUE(reviews->carried([&](const CarriedClaim& carried) {
    told += carried.claim + " " + std::string(name_of(carried.state)) +
            (carried.newer.find("\"low\":30") != std::string::npos ? " newer 30" : "");
    return true;
  }));
  EXPECT_EQ(told, "c2 changed newer 30");
  // Taken back, the newer reading is what is left, for both.
  undo("Ada");
  undo("Bo");
  EXPECT_EQ(claims(), "9@Kalmar 30@Kalmar 30@Kalmar 40@Kalmar 40@Kalmar");
  EXPECT_EQ(faults(), 0U);
}

TEST_F(ReviewsTest, WhatIsWrongLeavesNothingBehind) {
  Review review = change("Ada", kalmar_, "/figures/0/low", "99");
  EXPECT_FALSE(decide(*ledger_, review));
  review = draft("Ada", Decision::accept, kalmar_);
  review.claim->claim = "c7";
  auto none = decide(*ledger_, review);
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().code, ErrorCode::not_found);
  EXPECT_FALSE(last_of(*ledger_, "Ada"));
  EXPECT_EQ(faults(), 0U);
}

TEST_F(ReviewsTest, TheSameReviewTwiceIsOne) {
  Review made = make(draft("Ada", Decision::accept, kalmar_)).review;
  EXPECT_TRUE(make(made).known);
}

TEST_F(ReviewsTest, TwoReviewersAtOnce) {
  constexpr int each = 20;
  auto work = [&](const std::string& who) {
    Ledger mine = open();
    for (int i = 0; i < each; ++i) {
      auto made = decide(mine, draft(who, i % 2 == 0 ? Decision::accept : Decision::reject, kalmar_,
                                     "turn " + std::to_string(i)));
      ASSERT_TRUE(made) << made.error().text();
    }
  };
  std::thread ada(work, "Ada");
  std::thread bo(work, "Bo");
  ada.join();
  bo.join();
  auto reviews = ReviewStore::of(*ledger_);
  auto claim = reviews->claim({kalmar_, "c1"});
  ASSERT_TRUE(claim) << claim.error().text();
  EXPECT_EQ(claim->reviews.size(), 2U * each);
  EXPECT_EQ(claim->state, ReviewState::rejected);
  EXPECT_EQ(faults(), 0U);
}

}  // namespace
}  // namespace sitrep
