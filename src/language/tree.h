// The best tree over a sentence's words, from a score for each possible head.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace sitrep {

inline constexpr std::uint32_t no_head = ~std::uint32_t{0};

// `scores` holds a row a word: first the score of being the root, then of hanging on each word (that on
// itself is not looked at). Gives each word's head, no_head for the root.
//
// The result is always a tree with one root, the best-scored one (Chu and Liu 1965, Edmonds 1967). NaN
// and infinities count as very low scores. Time grows with the square of the words; with their cube
// where choices run in circles again and again.
std::vector<std::uint32_t> best_tree(std::span<const float> scores, std::size_t words);

}  // namespace sitrep
