#include "events/clusters.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace sitrep {
namespace {

using Groups = std::vector<std::uint32_t>;

// Each of a report of its own.
Groups own_reports(std::uint32_t count) {
  Groups reports(count);
  for (std::uint32_t i = 0; i < count; ++i) reports[i] = i;
  return reports;
}

TEST(Clusters, join_by_the_average_of_their_links) {
  struct Row {
    const char* what;
    std::uint32_t count;
    std::vector<ScoredLink> links;
    Groups want;
  };
  const Row rows[] = {
      {"nothing", 0, {}, {}},
      {"no links", 3, {}, {0, 1, 2}},
      {"one link", 3, {{0, 2, 0.9}}, {0, 1, 0}},
      {"too weak", 2, {{0, 1, 0.29}}, {0, 1}},
      {"all linked", 3, {{0, 1, 0.9}, {1, 2, 0.9}, {0, 2, 0.9}}, {0, 0, 0}},
      {"one missing link does not part them", 3, {{0, 1, 0.9}, {1, 2, 0.8}}, {0, 0, 0}},
      {"a chain holds only where its averages do", 4, {{0, 1, 0.9}, {1, 2, 0.4}, {2, 3, 0.9}}, {0, 0, 2, 2}},
      {"a link to itself says nothing", 1, {{0, 0, 0.9}}, {0}},
  };
  for (const Row& row : rows) EXPECT_EQ(clusters_of(own_reports(row.count), row.links), row.want) << row.what;
}

TEST(Clusters, do_not_depend_on_the_order_of_links) {
  std::mt19937 random(7);
  std::vector<ScoredLink> links;
  constexpr std::uint32_t count = 40;
  for (std::uint32_t a = 0; a < count; ++a) {
    for (std::uint32_t b = a + 1; b < count; ++b) {
      bool together = a / 5 == b / 5;
      double score = std::uniform_real_distribution(together ? 0.5 : 0.0, together ? 1.0 : 0.45)(random);
      links.push_back({a, b, score});
    }
  }
  Groups first = clusters_of(own_reports(count), links);
  for (int i = 0; i < 10; ++i) {
    std::shuffle(links.begin(), links.end(), random);
    EXPECT_EQ(clusters_of(own_reports(count), links), first);
  }
}

TEST(Clusters, two_happenings_of_one_report_stay_apart) {
  Groups reports = {7, 8, 7};
  EXPECT_EQ(clusters_of(reports, std::vector<ScoredLink>{{0, 1, 0.9}, {1, 2, 0.8}}), (Groups{0, 0, 2}));
  EXPECT_EQ(clusters_of(reports, std::vector<ScoredLink>{{0, 1, 0.5}, {1, 2, 0.8}}), (Groups{0, 1, 1}));
}

TEST(Clusters, a_large_group_takes_in_whoever_is_linked_with_eight_of_it) {
  std::vector<ScoredLink> links;
  constexpr std::uint32_t count = 60;
  for (std::uint32_t b = 1; b < count; ++b) {
    for (std::uint32_t a = b > 8 ? b - 8 : 0; a < b; ++a) links.push_back({a, b, 0.9});
  }
  EXPECT_EQ(clusters_of(own_reports(count), links), Groups(count, 0));
}

}  // namespace
}  // namespace sitrep
