#include "events/pair.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "events/clusters.h"
#include "events/testing.h"

namespace sitrep {
namespace {

Happening with(const char* text, const char* type, const char* day, double lat, double lon,
               std::int64_t dead) {
  Claim claim = made_up_claim("c1", "h1", type);
  claim.time = Time{};
  claim.time->earliest = TimePoint{*Date::parse(day), {}};
  claim.place = Place{};
  claim.place->lat = lat;
  claim.place->lon = lon;
  claim.place->uncertainty_m = 2000;
  claim.place->country = "SE";
  claim.figures = {killed(dead, dead)};
  return happenings_of(made_up_report(text), {claim}).front();
}

constexpr const char* lead =
    "Mortar shells killed nine people at the night market of Kalmar, mayor Ida Holm said.";
constexpr const char* again =
    "Nine people died when mortar shells hit the night market in Kalmar, Ida Holm told us.";

constexpr const char* later = "Shells wounded four at the harbour of Kalmar on Friday, the coast guard said.";
constexpr const char* elsewhere = "Shells hit a school in Uppsala, killing two, the army said.";

TEST(Pair, scores_what_speaks_for_and_against) {
  Happening first = with(lead, "shelling", "2031-05-03", 56.66, 16.36, 9);
  struct Row {
    const char* what;
    Happening other;
    bool linked;
  };
  const Row rows[] = {
      {"the same told in other words", with(again, "shelling", "2031-05-03", 56.66, 16.36, 9), true},
      {"the same with an act that says less", with(again, "death", "2031-05-03", 56.66, 16.36, 9), true},
      {"another day and figure", with(later, "shelling", "2031-05-09", 56.66, 16.36, 4), false},
      {"another town", with(elsewhere, "shelling", "2031-05-03", 59.33, 18.06, 2), false},
      {"nothing in common", with("Herring prices fell again.", "protest", "2031-05-03", 56.66, 16.36, 9),
       false},
  };
  for (const Row& row : rows) {
    Comparison comparison = compare(first, row.other);
    EXPECT_EQ(comparison.score >= 0.5, row.linked) << row.what << ": " << comparison.score;
    EXPECT_EQ(compare(row.other, first).score, comparison.score) << row.what;
    EXPECT_FALSE(reasons(comparison, first, row.other).empty()) << row.what;
  }
}

TEST(Pair, tells_its_reasons) {
  Happening first = with(lead, "shelling", "2031-05-03", 56.66, 16.36, 9);
  Happening other = with(again, "ambush", "2031-05-03", 59.33, 18.06, 9);
  auto told = reasons(compare(first, other), first, other);
  auto has = [&](const char* line) { return std::find(told.begin(), told.end(), line) != told.end(); };
  EXPECT_TRUE(has("for: same day"));
  EXPECT_TRUE(has("for: killed 9 in both"));
  EXPECT_TRUE(has("against: 313 km apart")) << testing::PrintToString(told);
  EXPECT_TRUE(has("for: published within a day") || has("for: same day"));
}

}  // namespace
}  // namespace sitrep
