// Which known word a mistyped one may have meant.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

// At most three of `known`, nearest first, by Damerau-Levenshtein distance (optimal string
// alignment); those further away than a third of the word's length are left out. O(known * n^2).
std::vector<std::string> near_names(std::string_view mistyped, std::span<const std::string_view> known);

// "did you mean --ledger?" or "" where nothing is near.
std::string did_you_mean(std::string_view mistyped, std::span<const std::string_view> known);

}  // namespace sitrep
