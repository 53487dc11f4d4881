#include "mentions/actor/phrases.h"

#include <algorithm>
#include <numeric>
#include <string_view>

namespace sitrep {
namespace {

using enum DependencyRelation;

bool stands_before(DependencyRelation relation) {
  switch (relation) {
    case det:
    case det_predet:
    case amod:
    case compound:
    case nummod:
    case nmod_poss:
    case nmod_desc:
    case nmod_unmarked:
    case advmod:
    case nmod:
    case flat:
    case cc_preconj:
    case goeswith:
      return true;
    default:
      return false;
  }
}

constexpr int depth_max = 6;

TokenIndex right_end(const PhraseTree& tree, TokenIndex head, TokenIndex from, int depth) {
  const Syntax& s = tree.syntax();
  TokenIndex last = from;
  for (const TokenIndex* c = tree.begin(head); c != tree.end(head); ++c) {
    if (*c < last) continue;
    const Token& token = s.tokens[*c];
    bool adjacent = tree.leftmost(*c) == last;
    if (!adjacent) {
      if (token.relation == punct && (token.norm == "-" || token.norm == "/")) continue;
      break;
    }
    if (token.relation == flat || token.relation == compound || token.relation == goeswith ||
        token.relation == nmod_desc || token.relation == appos || token.relation == fixed) {
      // Behind a comma or a bracket another phrase begins.
      if (s.tokens[tree.leftmost(*c)].tag == WordTag::PUNCT) break;
      last = right_end(tree, *c, tree.end_of(*c), depth + 1);
      continue;
    }
    if (token.relation == punct && (token.norm == "-" || token.norm == "/")) {
      last = *c + 1;
      continue;
    }
    if (token.relation == nmod && depth < depth_max && binds(tree.preposition(*c))) {
      last = right_end(tree, *c, tree.end_of(*c), depth + 1);
      continue;
    }
    break;
  }
  return last;
}

}  // namespace

PhraseTree::PhraseTree(const Syntax& syntax)
    : syntax_(&syntax),
      children_(syntax.tokens.size()),
      starts_(syntax.tokens.size() + 1, 0),
      leftmost_(syntax.tokens.size()),
      ends_(syntax.tokens.size()) {
  std::iota(ends_.begin(), ends_.end(), TokenIndex{1});
  const auto& tokens = syntax.tokens;
  auto count = static_cast<TokenIndex>(tokens.size());
  for (TokenIndex t = 0; t < count; ++t) starts_[tokens[t].head] += tokens[t].head != t;
  std::exclusive_scan(starts_.begin(), starts_.end(), starts_.begin(), TokenIndex{0});
  std::vector<TokenIndex> at = starts_;
  for (TokenIndex t = 0; t < count; ++t) {
    if (tokens[t].head != t) children_[at[tokens[t].head]++] = t;
  }
  // A tree's tokens hand their leftmost up; as many steps as the tree is deep, at most a sentence's length.
  std::iota(leftmost_.begin(), leftmost_.end(), TokenIndex{0});
  for (TokenIndex t = 0; t < count; ++t) {
    for (TokenIndex up = tokens[t].head; leftmost_[up] > t; up = tokens[up].head) leftmost_[up] = t;
  }
}

std::string_view PhraseTree::preposition(TokenIndex noun) const {
  for (const TokenIndex* c = begin(noun); c != end(noun); ++c) {
    if (*c < noun && syntax_->tokens[*c].relation == case_) return syntax_->tokens[*c].norm;
  }
  return {};
}

bool binds(std::string_view preposition) {
  constexpr std::string_view words[] = {"of", "for", "from", "with", "to"};
  return std::find(std::begin(words), std::end(words), preposition) != std::end(words);
}

PhraseExtent phrase_extent(const PhraseTree& tree, TokenIndex head, PhraseExtent core) {
  const Syntax& s = tree.syntax();
  PhraseExtent extent = core;
  for (const TokenIndex* c = tree.begin(head); c != tree.end(head) && *c < head; ++c) {
    if (stands_before(s.tokens[*c].relation)) extent.first = std::min(extent.first, tree.leftmost(*c));
  }
  extent.last = std::max(extent.last, right_end(tree, head, core.last, 0));
  return extent;
}

}  // namespace sitrep
