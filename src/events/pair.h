// How likely it is that two reports tell of the same happening, and why.
//
//   "same day; 3 km apart; killed 34 in both; share the names ...; near-copies"     0.97
//
// The score is a sum of weights, one a feature that a person can read, put through the logistic
// function: what a feature adds is what it says. The weights were fitted by logistic regression
// (docs/decisions/0007-linking.md says on what).
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "events/happening.h"

namespace sitrep {

// What is compared, in the order of Comparison::values.
enum class Feature : std::uint8_t {
  words,            // cosine of the word vectors
  capitals,         // ln(1 + rarity of the capitalised words in common)
  names_share,      // rarity of the names in common, of the shorter list's
  numbers,          // ln(1 + ages and long numbers in common)
  numbers_differ,   // both tell some, and none in common
  same_day_told,    // the days that both tell overlap
  days_told_apart,  // ln(1 + days between those told)
  published_near,   // a day is not told by both, and they were published within a day
  published_apart,  // ln(1 + days between publications), where a day is not told by both
  near,             // places within 15 km, or within their uncertainty
  far,              // places further apart than 60 km and their uncertainty
  other_country,
  same_type,
  other_kind,    // of one family, but each tells a kind: shelling and ambush
  other_family,  // of families that exclude each other: shelling and arrest
  same_killed,   // and not 0
  same_injured,  // and not 0
  other_killed,  // both tell a count, and the ranges do not touch
  actors,        // ln(1 + actors in common)
  copies,        // share of text in common
  count_of,
};
inline constexpr std::size_t feature_count = static_cast<std::size_t>(Feature::count_of);

struct Comparison {
  std::array<double, feature_count> values{};
  double score = 0;  // 0 to 1
  [[nodiscard]] double operator[](Feature feature) const { return values[static_cast<std::size_t>(feature)]; }
};

// Symmetric. Some 1 us.
Comparison compare(const Happening& a, const Happening& b);

// The features that speak for the link and against it, the weightiest first, in words.
std::vector<std::string> reasons(const Comparison& comparison, const Happening& a, const Happening& b);

}  // namespace sitrep
