// Which of many linked happenings are one event: average-linkage clustering over their scores.
//
//   a-b 0.9, b-c 0.8, a-c not linked, c-d 0.4   ->   {a b} {c} {d} or {a b c} {d}, as the averages say
//
// One bad link does not chain two events together, as it would where any link joins (single linkage).
// The result depends on the happenings and their links alone, not on the order in which they came.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace sitrep {

struct ScoredLink {
  std::uint32_t a = 0, b = 0;  // happenings, numbered from 0
  double score = 0;            // 0 to 1
};

// A pair that scores less is no link.
inline constexpr double link_score_min = 0.3;
// Two groups whose pairs score less on average stay apart. Pairs that are not linked count as 0, but no
// more than eight for each member of the smaller group: not all pairs are ever compared.
inline constexpr double group_score_min = 0.25;

// For each happening the first one of its group; there are as many as `reports`, which says whose report
// tells each: two of one report are never in one group, as it tells them apart. Ties go to the smaller
// numbers. Each pair at most once in `links`. O(links * log links) and some.
std::vector<std::uint32_t> clusters_of(std::span<const std::uint32_t> reports,
                                       std::span<const ScoredLink> links);

}  // namespace sitrep
