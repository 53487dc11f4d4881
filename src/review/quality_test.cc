#include "review/quality.h"

#include <gtest/gtest.h>

#include "review/standing.h"

namespace sitrep {
namespace {

void add(std::vector<Review>& reviews, const std::string& who, int claim, Decision decision,
         const char* field = nullptr) {
  Review review;
  review.reviewer = who;
  review.decision = decision;
  review.claim = ClaimRef{"r", "c" + std::to_string(claim)};
  if (field != nullptr) review.field = field;
  review.made_at = "2031-05-04T10:00:" + std::to_string(10'000 + reviews.size());
  review.id = review_id(review);
  reviews.push_back(review);
}

// Cohen's own example has two judges: 20 of 50 yes by both, 15 no by both, 5 and 10 apart; kappa 0.4.
TEST(Quality, KappaIsCohens) {
  std::vector<Review> reviews;
  int claim = 0;
  for (auto [count, a, b] : {std::tuple{20, Decision::accept, Decision::accept},
                             {5, Decision::accept, Decision::reject},
                             {10, Decision::reject, Decision::accept},
                             {15, Decision::reject, Decision::reject}}) {
    for (int i = 0; i < count; ++i, ++claim) {
      add(reviews, "Ada", claim, a);
      add(reviews, "Bo", claim, b);
    }
  }
  add(reviews, "Ada", 1000, Decision::accept);  // decided by one alone
  Quality quality = quality_of(reviews);
  ASSERT_EQ(quality.agreements.size(), 1U);
  EXPECT_EQ(quality.agreements[0].both, 50U);
  EXPECT_EQ(quality.agreements[0].agreed, 35U);
  ASSERT_TRUE(quality.agreements[0].kappa);
  EXPECT_NEAR(*quality.agreements[0].kappa, 0.4, 1e-9);
  EXPECT_TRUE(quality.on_links.empty());
}

TEST(Quality, TheProgramIsRightWhereNothingWasChanged) {
  std::vector<Review> reviews;
  add(reviews, "Ada", 1, Decision::accept);
  add(reviews, "Ada", 2, Decision::change, "/figures/0");
  add(reviews, "Ada", 2, Decision::change, "/place/name");
  add(reviews, "Ada", 2, Decision::accept);
  add(reviews, "Ada", 3, Decision::reject);
  add(reviews, "Ada", 4, Decision::reject);
  add(reviews, "Ada", 4, Decision::undo);
  reviews.back().undoes = reviews[reviews.size() - 2].id;
  Quality quality = quality_of(reviews);
  ASSERT_EQ(quality.accuracies.size(), 1U);
  const Accuracy& ada = quality.accuracies[0];
  EXPECT_EQ(ada.accepted, 1U);
  EXPECT_EQ(ada.changed, 1U);
  EXPECT_EQ(ada.rejected, 1U);
  EXPECT_EQ(ada.fields, (std::map<std::string, std::uint64_t>{{"figures", 1}, {"place", 1}}));
}

TEST(Quality, NoKappaWhereChanceAloneAgrees) {
  std::vector<Review> reviews;
  add(reviews, "Ada", 1, Decision::accept);
  add(reviews, "Bo", 1, Decision::accept);
  EXPECT_FALSE(quality_of(reviews).agreements.at(0).kappa);
}

TEST(Urgency, DoubtfulAndSevereFirst) {
  auto claim = [](double confidence, std::int64_t killed) {
    Claim told;
    told.confidence = confidence;
    if (killed > 0) {
      told.figures.emplace_back().low = killed;
      told.figures.back().high = killed;
    }
    return urgency(told);
  };
  EXPECT_GT(claim(0.5, 9), claim(0.9, 9));
  EXPECT_GT(claim(0.9, 90), claim(0.9, 9));
  EXPECT_GT(claim(0.95, 500), claim(0.7, 0));
  EXPECT_GT(claim(0.2, 0), claim(0.9, 0));
}

}  // namespace
}  // namespace sitrep
