#include "mentions/place/earth.h"

#include <gtest/gtest.h>

#include <cmath>

namespace sitrep {
namespace {

TEST(Earth, finds_what_lies_some_way_off) {
  struct Row {
    EarthPoint from;
    double bearing, metres;
    EarthPoint to;
  };
  // A degree of latitude has 111.2 km.
  const Row rows[] = {
      {{0, 0}, 0, 111'195, {1, 0}},
      {{0, 0}, 90, 111'195, {0, 1}},
      {{0, 0}, 225, 0, {0, 0}},
      {{60, 10}, 90, 111'195, {60, 12}},
      {{0, 179.5}, 90, 111'195, {0, -179.5}},
      {{89.5, 0}, 0, 111'195, {89.5, 180}},
      {{34.5281, 69.1723}, 0, 80'000, {35.2476, 69.1723}},
  };
  for (const Row& row : rows) {
    EarthPoint to = point_from(row.from, row.bearing, row.metres);
    EXPECT_NEAR(to.lat, row.to.lat, 0.02) << row.from.lat << ' ' << row.bearing;
    EXPECT_NEAR(to.lon, row.to.lon, 0.02) << row.from.lat << ' ' << row.bearing;
  }
}

TEST(Earth, finds_the_middle) {
  EarthPoint middle = midway({10, 179}, {10, -179});
  EXPECT_NEAR(middle.lat, 10, 0.01);
  EXPECT_NEAR(std::abs(middle.lon), 180, 0.001);
  EarthPoint antipodes = midway({0, 0}, {0, 180});
  EXPECT_EQ(antipodes.lat, 0);
  EXPECT_EQ(antipodes.lon, 0);
}

TEST(Earth, numbers_the_cells_of_prio_grid) {
  EXPECT_EQ(prio_grid_cell({-90, -180}), 1U);
  EXPECT_EQ(prio_grid_cell({-89.9, -179.4}), 2U);
  EXPECT_EQ(prio_grid_cell({-89.5, -180}), 721U);
  EXPECT_EQ(prio_grid_cell({90, 180}), 259'200U);
  // Kabul: row 249 from the south, column 498 from the west.
  EXPECT_EQ(prio_grid_cell({34.5281, 69.1723}), 249U * 720 + 498 + 1);
}

}  // namespace
}  // namespace sitrep
