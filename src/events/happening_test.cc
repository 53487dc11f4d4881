#include "events/happening.h"

#include <gtest/gtest.h>

#include "events/keys.h"
#include "events/testing.h"
#include "events/words.h"

namespace sitrep {
namespace {

TEST(Happenings, are_those_of_the_claims_refs) {
  Report report = made_up_report("Shells fell on Kalmar. Two men were arrested. The mayor condemned it.");
  std::vector<Claim> claims = {made_up_claim("c1", "h1", "death"), made_up_claim("c2", "h2", "arrest"),
                               made_up_claim("c3", "h1", "shelling"),
                               made_up_claim("c4", "h3", "condemnation")};
  claims[0].figures = {killed(7, 7)};
  claims[2].figures = {killed(9, 9)};
  claims[2].place = Place{};
  claims[2].place->name = "Kalmar";
  claims[2].place->lat = 56.66;
  claims[2].place->lon = 16.36;
  claims[2].place->country = "SE";
  auto happenings = happenings_of(report, claims);
  ASSERT_EQ(happenings.size(), 2U) << "words alone happen nowhere";
  const Happening& shelling = happenings[0];
  EXPECT_EQ(shelling.type, "shelling") << "a type that tells more than death";
  EXPECT_EQ(shelling.claims, (std::vector<std::string>{"c1", "c3"}));
  EXPECT_TRUE(shelling.main);
  EXPECT_EQ(shelling.killed->low, 7);
  EXPECT_EQ(shelling.killed->high, 9);
  EXPECT_EQ(shelling.country, "SE");
  EXPECT_EQ(shelling.place, "Kalmar");
  EXPECT_EQ(shelling.published, Date::parse("2031-05-04")->days());
  EXPECT_FALSE(happenings[1].main);
  EXPECT_TRUE(happenings_of(report, {}).empty());
}

TEST(Happenings, denied_figures_count_nothing) {
  Claim claim = made_up_claim("c1", "h1", "clash");
  claim.figures = {killed(27, 27)};
  claim.status.polarity = Polarity::denied;
  EXPECT_FALSE(happenings_of(made_up_report("x"), {claim}).front().killed);
}

TEST(Happenings, the_headline_tells_which_is_the_main_one) {
  Report report = made_up_report("Two held.\nShells fell. Two men were held.");
  report.parts = {{PartKind::headline, {0, 9}}, {PartKind::body, make_span(10, report.text.size())}};
  std::vector<Claim> claims = {made_up_claim("c1", "h1", "shelling"), made_up_claim("c2", "h2", "arrest")};
  claims[0].evidence = {10, 22};
  claims[1].evidence = {0, 9};
  auto happenings = happenings_of(report, claims);
  EXPECT_FALSE(happenings[0].main);
  EXPECT_TRUE(happenings[1].main);
}

TEST(Happenings, pack_and_unpack_to_the_same) {
  Report report = made_up_report(
      "Ida Holm, 34, of Kalmar said 1200 shells fell on the Northern Market. A 17-year-old died.");
  Claim claim = made_up_claim("c1", "h1", "shelling");
  claim.figures = {killed(9, 11)};
  claim.time = Time{};
  claim.time->earliest = TimePoint{*Date::parse("2031-05-03"), {}};
  claim.place = Place{};
  claim.place->lat = -56.66123;
  claim.place->lon = 16.36;
  claim.place->uncertainty_m = 400;
  Happening happening = happenings_of(report, {claim}).front();
  EXPECT_FALSE(happening.names.empty());
  EXPECT_EQ(happening.numbers.size(), 3U) << "34, 1200, 17";
  std::string bytes = pack(happening);
  auto back = unpack_happening(bytes);
  ASSERT_TRUE(back);
  EXPECT_EQ(pack(*back), bytes);
  EXPECT_EQ(back->ref, "h1");
  EXPECT_EQ(back->earliest, Date::parse("2031-05-03")->days());
  EXPECT_NEAR(*back->lat, -56.66123, 1e-9);
  EXPECT_EQ(back->words.size(), happening.words.size());
  for (std::size_t i = 0; i < back->words.size(); ++i) {
    EXPECT_FLOAT_EQ(back->words[i].weight, happening.words[i].weight);
  }
}

TEST(Happenings, hostile_bytes_do_not_unpack) {
  std::string bytes = pack(happening_of_text(made_up_report("Shells fell on Kalmar, Ida Holm said.")));
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(unpack_happening(std::string_view(bytes).substr(0, size))) << size;
  }
  EXPECT_FALSE(unpack_happening(bytes + "x"));
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string flipped = bytes;
    flipped[at] = static_cast<char>(flipped[at] ^ 0xFF);
    (void)unpack_happening(flipped);  // whatever it says, it ends
  }
}

TEST(Words, near_copies_share_their_text) {
  std::string story;
  for (int i = 0; i < 60; ++i)
    story += "Shell number " + std::to_string(i) + " fell on the market of Kalmar. ";
  Happening a = happening_of_text(made_up_report(story));
  Happening b = happening_of_text(made_up_report("KALMAR (Northwire) - " + story));
  Happening c =
      happening_of_text(made_up_report("Herring prices fell again in the south, the harbour board said."));
  EXPECT_GT(shared_text(a, b), 0.8);
  EXPECT_EQ(shared_text(a, c), 0);
  EXPECT_EQ(shared_text(a, a), 1);
}

TEST(Words, capitals_say_nothing_where_all_is_shouted) {
  EXPECT_TRUE(happening_of_text(made_up_report("SHELLS FELL ON THE MARKET OF KALMAR")).names.empty());
  EXPECT_FALSE(happening_of_text(made_up_report("Mayor Ida Holm spoke")).names.empty());
}

TEST(Keys, are_few_and_the_same_for_words_in_any_order) {
  Happening a = happening_of_text(made_up_report("Ida Holm saw shells over Kalmar"));
  auto keys = keys_of(a);
  EXPECT_LE(keys.size(), 28U);
  EXPECT_GE(keys.size(), 6U);
  for (const LinkKey& key : keys) EXPECT_EQ(key.day, Date::parse("2031-05-04")->days());
  EXPECT_TRUE(keys_of(happening_of_text(made_up_report(""))).empty());
}

}  // namespace
}  // namespace sitrep
