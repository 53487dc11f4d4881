// The words of a text that tell which happening it speaks of.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "events/happening.h"

namespace sitrep {

// Words with their weights, names and numbers, gathered over stretches of text.
class WordGatherer {
 public:
  // `times`: how much each word counts (2 for a headline).
  void add(std::string_view text, int times);

  // The words of most weight, (1 + ln count) times word_rarity, as a vector of length 1.
  [[nodiscard]] std::vector<WeightedWord> words() const;
  [[nodiscard]] std::vector<WeightedWord> capitals() const;
  [[nodiscard]] std::vector<WeightedWord> names() const;
  [[nodiscard]] std::vector<std::uint32_t> numbers() const;

 private:
  std::vector<WeightedWord> words_, capitals_, names_;  // each as often as seen
  std::vector<std::uint32_t> numbers_;
};

// See Happening::shingles.
std::vector<std::uint32_t> shingles_of(std::string_view text);

}  // namespace sitrep
