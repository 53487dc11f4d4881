#include "mentions/speech/speech_tree.h"

#include <algorithm>

namespace sitrep {

SpeechTree::SpeechTree(const Syntax& syntax) : syntax_(&syntax) {
  auto count = static_cast<TokenIndex>(syntax.tokens.size());
  begins_.assign(count + 1, 0);
  for (TokenIndex t = 0; t < count; ++t) {
    if (!syntax.is_root(t)) ++begins_[head(t) + 1];
  }
  for (TokenIndex t = 0; t < count; ++t) begins_[t + 1] += begins_[t];
  children_.resize(begins_[count]);
  std::vector<TokenIndex> next(begins_.begin(), begins_.end() - 1);
  extents_.resize(count);
  for (TokenIndex t = 0; t < count; ++t) {
    if (!syntax.is_root(t)) children_[next[head(t)]++] = t;
    extents_[t] = {t, t + 1};
  }
  // From the leaves up: a token is done when all that hangs on it is.
  std::vector<TokenIndex> waiting(count), ready;
  for (TokenIndex t = 0; t < count; ++t) {
    waiting[t] = static_cast<TokenIndex>(children(t).size());
    if (waiting[t] == 0) ready.push_back(t);
  }
  while (!ready.empty()) {
    TokenIndex t = ready.back();
    ready.pop_back();
    if (syntax.is_root(t)) continue;
    TokenRange& above = extents_[head(t)];
    above.first = std::min(above.first, extents_[t].first);
    above.last = std::max(above.last, extents_[t].last);
    if (--waiting[head(t)] == 0) ready.push_back(head(t));
  }
}

std::optional<TokenIndex> SpeechTree::child(TokenIndex t,
                                            std::initializer_list<DependencyRelation> relations) const {
  for (TokenIndex c : children(t)) {
    if (std::find(relations.begin(), relations.end(), relation(c)) != relations.end()) return c;
  }
  return std::nullopt;
}

std::string_view SpeechTree::leader(TokenIndex t) const {
  for (TokenIndex c : children(t)) {
    if (relation(c) == DependencyRelation::mark || relation(c) == DependencyRelation::case_) return norm(c);
  }
  return {};
}

bool SpeechTree::below(TokenIndex t, TokenIndex top) const {
  while (t != top) {
    if (is_root(t)) return false;
    t = head(t);
  }
  return true;
}

std::vector<TokenIndex> SpeechTree::hanging(TokenIndex top, std::span<const TokenIndex> without) const {
  std::vector<TokenIndex> found;
  std::vector<TokenIndex> open{top};
  while (!open.empty()) {
    TokenIndex t = open.back();
    open.pop_back();
    if (std::find(without.begin(), without.end(), t) != without.end()) continue;
    found.push_back(t);
    for (TokenIndex c : children(t)) open.push_back(c);
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace sitrep
