#include "language/tree.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace sitrep {
namespace {

// Scores are clamped to this, so that sums stay exact enough and a bonus can outweigh them all.
constexpr double score_max = 1e6;

// Node 0 is the root above the sentence, node i + 1 its word i. `best[i]` is the head of node i.
using Nodes = std::vector<std::size_t>;

class Graph {
 public:
  explicit Graph(std::size_t nodes) : nodes_(nodes), scores_(nodes * nodes, -score_max) {}
  double& at(std::size_t node, std::size_t head) { return scores_[node * nodes_ + head]; }
  [[nodiscard]] double at(std::size_t node, std::size_t head) const { return scores_[node * nodes_ + head]; }
  [[nodiscard]] std::size_t nodes() const { return nodes_; }

 private:
  std::size_t nodes_;
  std::vector<double> scores_;
};

Nodes best_heads(const Graph& graph) {
  Nodes best(graph.nodes(), 0);
  for (std::size_t node = 1; node < graph.nodes(); ++node) {
    for (std::size_t head = 1; head < graph.nodes(); ++head) {
      if (head != node && graph.at(node, head) > graph.at(node, best[node])) best[node] = head;
    }
  }
  return best;
}

// The nodes of a circle among the heads, in order of walking it; none when there is none.
Nodes find_circle(const Nodes& heads) {
  std::vector<std::size_t> seen(heads.size(), 0);
  for (std::size_t start = 1; start < heads.size(); ++start) {
    std::size_t node = start;
    while (node != 0 && seen[node] == 0) {
      seen[node] = start;
      node = heads[node];
    }
    if (node == 0 || seen[node] != start) continue;
    Nodes circle;
    std::size_t at = node;
    do {
      circle.push_back(at);
      at = heads[at];
    } while (at != node);
    return circle;
  }
  return {};
}

// Each round draws one circle into one node; there are fewer rounds than words. A loop, not a
// recursion: damage must not decide how deep the stack gets.
struct Contraction {
  Nodes circle;                    // nodes of the larger graph
  Nodes heads;                     // the best heads of the larger graph
  Nodes larger;                    // node of the smaller graph -> node of the larger one
  std::size_t whole = 0;           // the node that stands for the circle
  std::vector<std::size_t> enter;  // by head outside: which node of the circle it would enter
  std::vector<std::size_t> leave;  // by node outside: which node of the circle would be its head
};

Graph contract(const Graph& graph, Contraction& step) {
  std::vector<bool> inside(graph.nodes(), false);
  for (std::size_t node : step.circle) inside[node] = true;
  for (std::size_t node = 0; node < graph.nodes(); ++node) {
    if (!inside[node]) step.larger.push_back(node);
  }
  step.whole = step.larger.size();
  Graph smaller(step.whole + 1);
  step.enter.assign(step.whole, 0);
  step.leave.assign(step.whole, 0);
  double circle_score = 0;
  for (std::size_t node : step.circle) circle_score += graph.at(node, step.heads[node]);
  for (std::size_t i = 0; i < step.whole; ++i) {
    for (std::size_t j = 0; j < step.whole; ++j) smaller.at(i, j) = graph.at(step.larger[i], step.larger[j]);
    std::size_t outside = step.larger[i];
    std::size_t best_leave = step.circle.front();
    std::size_t best_enter = step.circle.front();
    auto entering = [&](std::size_t node) {
      return graph.at(node, outside) - graph.at(node, step.heads[node]);
    };
    for (std::size_t node : step.circle) {
      if (graph.at(outside, node) > graph.at(outside, best_leave)) best_leave = node;
      if (entering(node) > entering(best_enter)) best_enter = node;
    }
    smaller.at(i, step.whole) = graph.at(outside, best_leave);
    smaller.at(step.whole, i) = circle_score + entering(best_enter);
    step.leave[i] = best_leave;
    step.enter[i] = best_enter;
  }
  return smaller;
}

Nodes expand(const Nodes& heads, const Contraction& step) {
  Nodes larger = step.heads;  // of the circle's own nodes
  for (std::size_t i = 1; i < step.whole; ++i) {
    larger[step.larger[i]] = heads[i] == step.whole ? step.leave[i] : step.larger[heads[i]];
  }
  std::size_t head_of_circle = heads[step.whole];
  larger[step.enter[head_of_circle]] = step.larger[head_of_circle];
  return larger;
}

Nodes best_heads_without_circles(Graph graph) {
  std::vector<Contraction> steps;
  Nodes heads = best_heads(graph);
  for (Nodes circle = find_circle(heads); !circle.empty(); circle = find_circle(heads)) {
    Contraction& step = steps.emplace_back();
    step.circle = std::move(circle);
    step.heads = std::move(heads);
    graph = contract(graph, step);
    heads = best_heads(graph);
  }
  for (; !steps.empty(); steps.pop_back()) heads = expand(heads, steps.back());
  return heads;
}

}  // namespace

std::vector<std::uint32_t> best_tree(std::span<const float> scores, std::size_t words) {
  assert(scores.size() == words * (words + 1));
  if (words == 0) return {};
  Graph graph(words + 1);
  for (std::size_t word = 0; word < words; ++word) {
    for (std::size_t head = 0; head <= words; ++head) {
      double score = scores[word * (words + 1) + head];
      graph.at(word + 1, head) = std::isnan(score) ? -score_max : std::clamp(score, -score_max, score_max);
    }
  }
  auto roots = [](const Nodes& heads) { return std::count(heads.begin() + 1, heads.end(), std::size_t{0}); };
  Nodes heads = best_heads_without_circles(graph);
  if (roots(heads) > 1) {
    // Every root costs more than all other scores can make good, so that the best tree has only one.
    double cost = 4 * score_max * static_cast<double>(words + 1);
    for (std::size_t word = 1; word <= words; ++word) graph.at(word, 0) -= cost;
    heads = best_heads_without_circles(graph);
  }
  assert(roots(heads) == 1);
  std::vector<std::uint32_t> result(words);
  for (std::size_t word = 0; word < words; ++word) {
    result[word] = heads[word + 1] == 0 ? no_head : static_cast<std::uint32_t>(heads[word + 1] - 1);
  }
  return result;
}

}  // namespace sitrep
