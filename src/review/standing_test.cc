// What decisions make of a claim: a table of decisions and what then stands.
#include "review/standing.h"

#include <gtest/gtest.h>

#include "record/json.h"

namespace sitrep {
namespace {

const std::string text = "Nine people were killed in Kalmar, police said.";

Claim claim() {
  Claim claim;
  claim.id = "c1";
  claim.report = "sha256:" + std::string(64, 'a');
  claim.evidence = {0, 34};
  claim.event.type = "shelling";
  claim.event.text = "killed";
  claim.event.span = {17, 23};
  claim.event.ref = "h1";
  claim.event.codes = Codes{};
  claim.event.codes->muc = "ATTACK";
  Figure figure;
  figure.low = 9;
  figure.high = 9;
  figure.text = "Nine";
  figure.span = {0, 4};
  claim.figures = {figure};
  Place place;
  place.name = "Kalmar";
  place.lat = 56.66;
  place.lon = 16.36;
  place.country = "SE";
  claim.place = place;
  return claim;
}

std::string line() { return json_line(claim(), Positions(text)); }

// "Ada reject not said", "Ada change /figures/0=7", "Ada undo 1": the number is that of the decision undone,
// from 1.
std::vector<Review> reviews_of(const std::vector<std::string>& decisions) {
  std::vector<Review> reviews;
  for (const std::string& decision : decisions) {
    Review review;
    std::size_t first = decision.find(' ');
    std::size_t second = decision.find(' ', first + 1);
    std::string rest = second == std::string::npos ? "" : decision.substr(second + 1);
    review.reviewer = decision.substr(0, first);
    review.decision = *parse_enum<Decision>(decision.substr(first + 1, second - first - 1));
    review.claim = ClaimRef{claim().report, "c1"};
    review.made_at = "2031-05-04T10:00:0" + std::to_string(reviews.size()) + "Z";
    if (review.decision == Decision::change) {
      review.field = rest.substr(0, rest.find('='));
      review.value = rest.substr(rest.find('=') + 1);
    } else if (review.decision == Decision::undo) {
      review.undoes = reviews.at(std::stoul(rest) - 1).id;
    } else if (!rest.empty()) {
      review.reason = rest;
    }
    review.id = review_id(review);
    reviews.push_back(review);
  }
  return reviews;
}

std::string standing(const std::vector<std::string>& decisions) {
  auto made = standing_of(line(), Positions(text), reviews_of(decisions));
  if (!made) return std::string(wire_name(made.error().code)) + ": " + made.error().message;
  std::string out(name_of(made->state));
  if (!made->json) return out;
  RecordReader reader{Positions(text)};
  auto record = reader.read(*made->json);
  if (!record) return record.error().text();
  const auto& claim = std::get<Claim>(*record);
  if (!claim.figures.empty()) {
    const Figure& figure = claim.figures[0];
    out += " " + std::to_string(*figure.low) + ".." + std::to_string(*figure.high);
  }
  out += " " + claim.event.type + (claim.event.codes ? " coded" : "");
  if (claim.place) out += " " + *claim.place->name + (claim.place->lat ? " with a point" : "");
  if (claim.time) out += " " + claim.time->earliest->iso();
  out += " evidence " + std::to_string(claim.evidence.begin) + "-" + std::to_string(claim.evidence.end);
  return out;
}

struct Row {
  std::vector<std::string> decisions;
  const char* stands;
};

TEST(Standing, TheLastWordStandsAndNothingIsLost) {
  const Row rows[] = {
      {{}, "open"},
      {{"Ada accept"}, "accepted"},
      {{"Ada note look again"}, "open"},
      {{"Ada reject not said"}, "rejected"},
      {{"Ada reject not said", "Bo accept"}, "accepted"},
      {{"Ada reject not said", "Ada undo 1"}, "open"},
      {{"Ada accept", "Ada reject not said", "Ada undo 2"}, "accepted"},
      {{"Ada accept", "Ada undo 1", "Ada undo 2"}, "accepted"},
      {{"Ada accept", "Ada undo 1", "Ada undo 2", "Ada undo 3"}, "open"},
      {{"Ada change /figures/0=7"}, "changed 7..7 shelling coded Kalmar with a point evidence 0-34"},
      {{"Ada change /figures/0/high=12"}, "changed 9..12 shelling coded Kalmar with a point evidence 0-34"},
      {{"Ada change /figures/0=7", "Bo change /place=\"Oland\""},
       "changed 7..7 shelling coded Oland evidence 0-34"},
      {{"Ada change /figures/0=7", "Bo change /place=\"Oland\"", "Ada undo 1"},
       "changed 9..9 shelling coded Oland evidence 0-34"},
      {{"Ada change /event/type=\"attack\""}, "changed 9..9 attack Kalmar with a point evidence 0-34"},
      {{"Ada change /evidence={\"begin\":5,\"end\":46}"},
       "changed 9..9 shelling coded Kalmar with a point evidence 5-46"},
      {{"Ada change /time=\"2031-05-03\""},
       "changed 9..9 shelling coded Kalmar with a point 2031-05-03 evidence 0-34"},
      {{"Ada change /figures/0=null"}, "changed shelling coded Kalmar with a point evidence 0-34"},
      {{"Ada change /figures/0=7", "Bo accept"},
       "changed 7..7 shelling coded Kalmar with a point evidence 0-34"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(standing(row.decisions), row.stands) << ::testing::PrintToString(row.decisions);
  }
}

TEST(Standing, AChangeThatMakesNoClaimIsRefused) {
  for (const char* change :
       {"/figures/0/low=12", "/evidence={\"begin\":5,\"end\":4600}", "/status/polarity=\"maybe\"",
        "/event=null", "/figures/0=", "/id=\"c2\"", "/because=[]", "figures=1", "/figures/x=1"}) {
    std::string made = standing({std::string("Ada change ") + change});
    EXPECT_TRUE(made.starts_with("bad_record") || made.starts_with("bad_usage")) << change << ": " << made;
  }
}

TEST(Standing, AChangeSaysSoInBecause) {
  auto reviews = reviews_of({"Ada change /figures/0=7"});
  reviews[0].reason = "misread";
  auto made = with_change(line(), Positions(text), reviews[0]);
  ASSERT_TRUE(made) << made.error().text();
  EXPECT_NE(made->find(R"({"value":"figures.0","rule":"changed by Ada: misread","spans":[]})"),
            std::string::npos)
      << *made;
}

TEST(Standing, TheOrderOfArrivalDoesNotMatter) {
  std::vector<Review> reviews = reviews_of({"Ada change /figures/0=7", "Bo change /figures/0=8",
                                            "Ada reject no", "Bo accept", "Ada undo 2", "Ada undo 5"});
  auto first = standing_of(line(), Positions(text), reviews);
  std::reverse(reviews.begin(), reviews.end());
  auto second = standing_of(line(), Positions(text), reviews);
  ASSERT_TRUE(first && second);
  EXPECT_EQ(first->json, second->json);
  EXPECT_EQ(first->state, second->state);
}

TEST(Standing, UndosInARingCountForNothing) {
  std::vector<Review> reviews = reviews_of({"Ada accept", "Ada undo 1", "Ada undo 2"});
  reviews[1].undoes = reviews[2].id;
  EXPECT_EQ(in_force(reviews).size(), 1U);
}

TEST(Standing, WhatLacksSomethingIsNoReview) {
  for (auto [decision, good] : {std::pair{Decision::accept, true},
                                {Decision::reject, false},
                                {Decision::change, false},
                                {Decision::merge, false},
                                {Decision::note, false},
                                {Decision::undo, false}}) {
    Review review;
    review.reviewer = "Ada";
    review.decision = decision;
    review.claim = ClaimRef{"r", "c1"};
    EXPECT_EQ(check_review(review).has_value(), good) << name_of(decision);
  }
}

}  // namespace
}  // namespace sitrep
