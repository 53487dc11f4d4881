// Small arithmetic over rows of scores.
#pragma once

#include <cmath>
#include <cstddef>
#include <span>

namespace sitrep {

// The first of the highest; rows are never empty.
inline std::size_t best_of(std::span<const float> scores) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < scores.size(); ++i) {
    if (scores[i] > scores[best]) best = i;
  }
  return best;
}

// The logarithm of one's share when scores are made probabilities (softmax); at most 0.
inline float log_probability(std::span<const float> scores, std::size_t one) {
  float most = scores[best_of(scores)];
  float sum = 0;
  for (float score : scores) sum += std::exp(score - most);
  return scores[one] - most - std::log(sum);
}

// The same for all of them; `logarithms` is as long as `scores`.
inline void log_probabilities(std::span<const float> scores, std::span<float> logarithms) {
  float most = scores[best_of(scores)];
  float sum = 0;
  for (float score : scores) sum += std::exp(score - most);
  for (std::size_t i = 0; i < scores.size(); ++i) logarithms[i] = scores[i] - most - std::log(sum);
}

inline float probability(std::span<const float> scores, std::size_t one) {
  return std::exp(log_probability(scores, one));
}

}  // namespace sitrep
