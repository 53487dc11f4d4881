#include "mentions/figure/sentence_tree.h"

#include <algorithm>

namespace sitrep {

using enum DependencyRelation;

namespace {

// Clauses that hang on one another for their subject; more are not written.
constexpr int depth_max = 6;

bool relative_pronoun(const Token& token) {
  return token.fine_tag == FineTag::WDT || token.fine_tag == FineTag::WP ||
         (token.norm == "that" && token.tag == WordTag::PRON);
}

}  // namespace

SentenceTree::SentenceTree(const Analysis& analysis, const ReadSentence& sentence)
    : analysis_(analysis),
      syntax_(*analysis.syntax()),
      sentence_(sentence),
      children_(sentence.last - sentence.first) {
  for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
    TokenIndex above = token(t).head;
    if (above != t && has(above)) children_[above - first()].push_back(t);
  }
}

std::optional<TokenIndex> SentenceTree::child(TokenIndex t, DependencyRelation wanted) const {
  for (TokenIndex c : children(t)) {
    if (relation(c) == wanted) return c;
  }
  return std::nullopt;
}

bool SentenceTree::has_case(TokenIndex t, std::string_view preposition) const {
  for (TokenIndex c : children(t)) {
    if (relation(c) == case_ && token(c).norm == preposition) return true;
  }
  return false;
}

std::optional<TokenIndex> SentenceTree::child_with_case(TokenIndex t, std::string_view preposition) const {
  for (TokenIndex c : children(t)) {
    if (has_case(c, preposition)) return c;
  }
  return std::nullopt;
}

bool SentenceTree::child_is(TokenIndex t, std::string_view norm) const {
  for (TokenIndex c : children(t)) {
    if (token(c).norm == norm) return true;
  }
  return false;
}

bool SentenceTree::under(TokenIndex t, TokenIndex above) const {
  for (int i = 0; i < 40; ++i) {
    if (t == above) return true;
    if (root(t)) return false;
    t = head(t);
  }
  return false;
}

bool SentenceTree::passive(TokenIndex verb) const {
  for (TokenIndex c : children(verb)) {
    if (relation(c) == aux_pass || relation(c) == nsubj_pass) return true;
  }
  const Token& t = token(verb);
  if (t.features.passive) return true;
  if (t.fine_tag != FineTag::VBN) return false;
  for (TokenIndex c : children(verb)) {
    if (token(c).lemma == "have" && relation(c) == aux) return false;
  }
  // "nine killed": a participle by itself, but not "had killed and wounded nine"
  return relation(verb) != conj;
}

std::optional<TokenIndex> SentenceTree::object(TokenIndex verb) const {
  if (auto found = child(verb, obj)) return found;
  return std::nullopt;
}

std::optional<TokenIndex> SentenceTree::subject(TokenIndex predicate, int depth) const {
  if (depth > depth_max) return std::nullopt;
  std::optional<TokenIndex> own;
  for (TokenIndex c : children(predicate)) {
    if (relation(c) != nsubj && relation(c) != nsubj_pass) continue;
    if (!relative_pronoun(token(c))) {
      // of two, which only a slip of the tree gives, the noun
      if (!own || token(c).tag == WordTag::NOUN || token(c).tag == WordTag::PROPN) own = c;
      continue;
    }
    if (own) break;
    // "who were killed": whom the clause hangs on
    TokenIndex clause = predicate;
    for (int i = 0; i < depth_max && relation(clause) != acl_relcl && !root(clause); ++i)
      clause = head(clause);
    if (relation(clause) == acl_relcl) return head(clause);
    return std::nullopt;
  }
  if (own) return own;
  if (root(predicate)) return std::nullopt;
  TokenIndex above = head(predicate);
  switch (relation(predicate)) {
    case acl:
    case acl_relcl:
    case amod:
      return above;
    case xcomp:
    case ccomp:
    case advcl: {
      if (relation(predicate) == ccomp && child(predicate, mark)) return std::nullopt;
      if (relation(predicate) != advcl) {
        if (auto raised = object(above)) return raised;
      } else if (token(predicate).fine_tag != FineTag::VBN && token(predicate).tag != WordTag::ADJ) {
        return std::nullopt;
      }
      return subject(above, depth + 1);
    }
    case conj:
      return subject(above, depth + 1);
    default:
      return std::nullopt;
  }
}

const Name* SentenceTree::name_at(TokenIndex t) const {
  auto after = std::upper_bound(syntax_.names.begin(), syntax_.names.end(), t,
                                [](TokenIndex token, const Name& name) { return token < name.first; });
  if (after == syntax_.names.begin()) return nullptr;
  const Name& name = *std::prev(after);
  return t < name.last ? &name : nullptr;
}

WordIndex SentenceTree::word_of(TokenIndex t) const {
  WordIndex word = analysis_.word_at(token(t).span.begin);
  const auto& words = analysis_.words();
  if (word == words.size() || (word > 0 && words[word].span.begin > token(t).span.begin)) --word;
  return word;
}

TokenIndex SentenceTree::token_at(WordIndex word) const {
  std::uint32_t begin = analysis_.word(word).span.begin;
  auto at = std::partition_point(syntax_.tokens.begin() + first(), syntax_.tokens.begin() + last(),
                                 [&](const Token& t) { return t.span.end <= begin; });
  return static_cast<TokenIndex>(at - syntax_.tokens.begin());
}

TokenIndex SentenceTree::token_behind(WordIndex word) const {
  std::uint32_t end = analysis_.word(word).span.end;
  auto at = std::partition_point(syntax_.tokens.begin() + first(), syntax_.tokens.begin() + last(),
                                 [&](const Token& t) { return t.span.begin < end; });
  return static_cast<TokenIndex>(at - syntax_.tokens.begin());
}

}  // namespace sitrep
