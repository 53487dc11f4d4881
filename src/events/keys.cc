#include "events/keys.h"

#include <algorithm>

namespace sitrep {
namespace {

constexpr std::size_t word_keys = 16;
constexpr std::size_t name_keys = 12;
constexpr std::int32_t word_days = 10;
constexpr std::int32_t name_days = 400;
// A told time of more days says less than the day of publication.
constexpr std::int32_t sharp_days = 7;

std::int32_t day_of(const Happening& happening) {
  bool sharp = happening.earliest && *happening.latest - *happening.earliest <= sharp_days;
  if (sharp) return *happening.earliest;
  return happening.published.value_or(0);
}

std::vector<WeightedWord> heaviest(std::vector<WeightedWord> words, std::size_t most) {
  std::stable_sort(words.begin(), words.end(),
                   [](const WeightedWord& a, const WeightedWord& b) { return a.weight > b.weight; });
  if (words.size() > most) words.resize(most);
  return words;
}

}  // namespace

std::vector<LinkKey> keys_of(const Happening& happening) {
  std::int32_t day = day_of(happening);
  std::vector<LinkKey> keys;
  for (const WeightedWord& word : heaviest(happening.words, word_keys)) {
    keys.push_back({std::int64_t{word.hash}, day, word_days});
  }
  for (const WeightedWord& name : heaviest(happening.names, name_keys)) {
    keys.push_back({std::int64_t{name.hash} | std::int64_t{1} << 32, day, name_days});
  }
  return keys;
}

}  // namespace sitrep
