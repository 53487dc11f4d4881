#include "mentions/figure/standing.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace sitrep {

using enum DependencyRelation;

namespace {

template <std::size_t size>
bool among(const std::string_view (&list)[size], std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

constexpr std::string_view modals[] = {"may",  "might", "could", "would", "should",
                                       "will", "can",   "shall", "must"};
constexpr std::string_view conditions[] = {"if", "unless", "whether", "lest"};
// What follows these in the infinitive is not done yet.
constexpr std::string_view aims[] = {
    "threaten", "plan",  "try",  "attempt", "want",  "intend",   "vow",     "order",  "hope",    "refuse",
    "fail",     "plot",  "seek", "prepare", "aim",   "conspire", "promise", "decide", "urge",    "ask",
    "tell",     "swear", "wish", "offer",   "agree", "demand",   "need",    "avoid",  "prevent", "pledge"};
constexpr std::string_view attempts[] = {"attempted", "planned", "threatened",
                                         "possible",  "alleged", "would-be"};
constexpr std::string_view attempt_nouns[] = {"attempt", "plot", "plan", "threat", "conspiracy", "order"};

bool infinitive(const SentenceTree& tree, TokenIndex t) {
  for (TokenIndex c : tree.children(t)) {
    if (tree.relation(c) == mark && tree.is(c, "to")) return true;
  }
  return false;
}

}  // namespace

Standing standing_of(const SentenceTree& tree, TokenIndex cue) {
  Standing standing;
  TokenIndex t = cue;
  for (int i = 0; i < 4; ++i) {
    bool perfect = false;
    for (TokenIndex c : tree.children(t)) {
      const Token& child = tree.token(c);
      if (child.norm == "not" || child.norm == "never") standing.negated = standing.negated || c < t;
      if (child.norm == "have" && tree.relation(c) == aux) perfect = true;
    }
    for (TokenIndex c : tree.children(t)) {
      const Token& child = tree.token(c);
      if (tree.relation(c) == aux && among(modals, child.norm) && child.norm != "must")
        standing.unreal = true;
      if (tree.relation(c) == mark && among(conditions, child.norm)) standing.unreal = true;
      if (tree.relation(c) == amod && among(attempts, child.norm) && child.norm != "alleged")
        standing.unreal = true;
    }
    if (tree.root(t)) break;
    TokenIndex above = tree.head(t);
    DependencyRelation relation = tree.relation(t);
    bool to = infinitive(tree, t);
    // "a plot to kill him", "came to kill him"; "to have killed" is done
    if (to && !perfect && (relation == acl || relation == advcl)) standing.unreal = true;
    if (to && !perfect && (relation == xcomp || relation == ccomp) && among(aims, tree.token(above).lemma))
      standing.unreal = true;
    bool noun_of_attempt = among(attempt_nouns, tree.token(above).lemma) &&
                           (relation == nmod || relation == compound || relation == acl);
    if (noun_of_attempt) standing.unreal = true;
    if (relation != xcomp && relation != conj && relation != acl) break;
    if (relation == acl && !to) break;
    t = above;
  }
  return standing;
}

}  // namespace sitrep
