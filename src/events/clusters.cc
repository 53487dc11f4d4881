#include "events/clusters.h"

#include <algorithm>
#include <map>
#include <queue>
#include <set>

namespace sitrep {
namespace {

constexpr std::size_t pairs_each_max = 8;

// Two groups that may be joined, as they were when this was put in the queue.
struct Join {
  double score = 0;
  std::uint32_t a = 0, b = 0;  // a < b
  std::uint32_t a_age = 0, b_age = 0;

  // The best on top of the queue.
  bool operator<(const Join& other) const {
    if (score != other.score) return score < other.score;
    if (a != other.a) return a > other.a;
    return b > other.b;
  }
};

class Clusterer {
 public:
  Clusterer(std::span<const std::uint32_t> reports, std::span<const ScoredLink> links)
      : sums_(reports.size()),
        sizes_(reports.size(), 1),
        ages_(reports.size(), 0),
        into_(reports.size()),
        reports_(reports.size()) {
    auto count = static_cast<std::uint32_t>(reports.size());
    for (std::uint32_t i = 0; i < count; ++i) {
      into_[i] = i;
      reports_[i].insert(reports[i]);
    }
    for (const ScoredLink& link : links) {
      if (link.score < link_score_min || link.a == link.b) continue;
      sums_[link.a][link.b] += link.score;
      sums_[link.b][link.a] += link.score;
    }
    for (std::uint32_t i = 0; i < count; ++i) {
      for (auto [other, sum] : sums_[i]) {
        if (i < other) consider(i, other);
      }
    }
  }

  std::vector<std::uint32_t> run() {
    while (!queue_.empty()) {
      Join best = queue_.top();
      queue_.pop();
      bool stale = ages_[best.a] != best.a_age || ages_[best.b] != best.b_age;
      if (!stale) join(best.a, best.b);
    }
    std::vector<std::uint32_t> first(into_.size());
    for (std::uint32_t i = 0; i < into_.size(); ++i) {
      std::uint32_t at = i;
      while (into_[at] != at) at = into_[at];
      first[i] = at;
    }
    return first;
  }

 private:
  // A group that is gone, or has grown since, has another age.
  static constexpr std::uint32_t gone = ~std::uint32_t{0};

  void consider(std::uint32_t a, std::uint32_t b) {
    if (a > b) std::swap(a, b);
    double score = average(a, b);
    if (score >= group_score_min && !share_report(a, b)) queue_.push({score, a, b, ages_[a], ages_[b]});
  }

  [[nodiscard]] double average(std::uint32_t a, std::uint32_t b) const {
    std::size_t smaller = std::min(sizes_[a], sizes_[b]);
    std::size_t larger = std::max(sizes_[a], sizes_[b]);
    return sums_[a].at(b) / static_cast<double>(smaller * std::min(larger, pairs_each_max));
  }

  [[nodiscard]] bool share_report(std::uint32_t a, std::uint32_t b) const {
    const auto& fewer = reports_[a].size() < reports_[b].size() ? reports_[a] : reports_[b];
    const auto& more = reports_[a].size() < reports_[b].size() ? reports_[b] : reports_[a];
    return std::any_of(fewer.begin(), fewer.end(),
                       [&](std::uint32_t report) { return more.count(report) != 0; });
  }

  void join(std::uint32_t a, std::uint32_t b) {
    into_[b] = a;
    reports_[a].merge(reports_[b]);
    sizes_[a] += sizes_[b];
    ages_[a] += 1;
    ages_[b] = gone;
    sums_[a].erase(b);
    for (auto [other, sum] : sums_[b]) {
      sums_[other].erase(b);
      if (other == a) continue;
      sums_[a][other] += sum;
      sums_[other][a] += sum;
    }
    sums_[b].clear();
    for (auto [other, sum] : sums_[a]) consider(a, other);
  }

  std::vector<std::map<std::uint32_t, double>> sums_;  // of the scores between two groups
  std::vector<std::size_t> sizes_;
  std::vector<std::uint32_t> ages_;
  std::vector<std::uint32_t> into_;
  std::vector<std::set<std::uint32_t>> reports_;  // of each group
  std::priority_queue<Join> queue_;
};

}  // namespace

std::vector<std::uint32_t> clusters_of(std::span<const std::uint32_t> reports,
                                       std::span<const ScoredLink> links) {
  return Clusterer(reports, links).run();
}

}  // namespace sitrep
