#include "base/near_names.h"

#include <algorithm>
#include <utility>

namespace sitrep {

namespace {

constexpr std::size_t word_bytes_max = 64;  // longer words are no mistyped names

std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) cost[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) cost[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
      }
    }
  }
  return cost[a.size()][b.size()];
}

}  // namespace

std::vector<std::string> near_names(std::string_view mistyped, std::span<const std::string_view> known) {
  std::vector<std::pair<std::size_t, std::string>> near;
  if (mistyped.size() <= word_bytes_max) {
    for (std::string_view word : known) {
      std::size_t apart = distance(mistyped, word);
      std::size_t allowed = std::max<std::size_t>(1, std::max(word.size(), mistyped.size()) / 3);
      bool begins = mistyped.size() >= 3 && word.starts_with(mistyped);
      if (apart <= allowed || begins) near.emplace_back(apart, word);
    }
  }
  std::sort(near.begin(), near.end());
  std::vector<std::string> names;
  for (auto& [apart, word] : near) {
    if (names.size() < 3) names.push_back(std::move(word));
  }
  return names;
}

std::string did_you_mean(std::string_view mistyped, std::span<const std::string_view> known) {
  std::string out;
  for (const std::string& name : near_names(mistyped, known)) {
    out += out.empty() ? "did you mean " : " or ";
    out += name;
  }
  return out.empty() ? out : out + "?";
}

}  // namespace sitrep
