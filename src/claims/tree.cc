#include "claims/tree.h"

#include <algorithm>

namespace sitrep {

using R = DependencyRelation;

namespace {

bool names_party(NameKind kind) {
  return kind == NameKind::person || kind == NameKind::organisation || kind == NameKind::armed_group ||
         kind == NameKind::place || kind == NameKind::group;
}

}  // namespace

Tree::Tree(const Syntax& syntax) : syntax_(syntax), begin_(syntax.tokens.size() + 1, 0) {
  const auto& tokens = syntax.tokens;
  for (TokenIndex i = 0; i < tokens.size(); ++i) {
    if (tokens[i].head != i) ++begin_[tokens[i].head + 1];
  }
  for (std::size_t i = 1; i < begin_.size(); ++i) begin_[i] += begin_[i - 1];
  children_.resize(begin_.back());
  std::vector<std::uint32_t> next(begin_.begin(), begin_.end() - 1);
  for (TokenIndex i = 0; i < tokens.size(); ++i) {
    if (tokens[i].head != i) children_[next[tokens[i].head]++] = i;
  }
  std::unordered_map<std::uint32_t, const Name*> entities;
  for (const Reference& reference : syntax.references) {
    const Name* name = name_at(reference.head);
    if (name != nullptr && names_party(name->kind)) entities.emplace(reference.entity, name);
  }
  for (const Reference& reference : syntax.references) {
    auto named = entities.find(reference.entity);
    if (named != entities.end()) meant_.emplace(reference.head, named->second);
  }
}

std::optional<TokenIndex> Tree::child(TokenIndex i, std::initializer_list<R> of) const {
  for (TokenIndex c : children(i)) {
    if (std::find(of.begin(), of.end(), syntax_.tokens[c].relation) != of.end()) return c;
  }
  return std::nullopt;
}

bool Tree::below(TokenIndex i, TokenIndex ancestor) const {
  while (i != ancestor && !is_root(i)) i = syntax_.tokens[i].head;
  return i == ancestor;
}

const Name* Tree::name_at(TokenIndex i) const {
  const auto& names = syntax_.names;
  auto after = std::upper_bound(names.begin(), names.end(), i,
                                [](TokenIndex token, const Name& name) { return token < name.first; });
  if (after == names.begin()) return nullptr;
  const Name& name = *std::prev(after);
  return i < name.last ? &name : nullptr;
}

const Name* Tree::party_at(TokenIndex i) const {
  const Name* own = name_at(i);
  if (own != nullptr && names_party(own->kind)) return own;
  auto named = meant_.find(i);
  return named == meant_.end() ? nullptr : named->second;
}

const Predicate* Tree::predicate_at(TokenIndex i) const {
  const auto& all = syntax_.predicates;
  auto at = std::lower_bound(all.begin(), all.end(), i,
                             [](const Predicate& p, TokenIndex token) { return p.token < token; });
  return at != all.end() && at->token == i ? &*at : nullptr;
}

std::string Tree::preposition_of(TokenIndex i) const {
  std::string words;
  for (TokenIndex c : children(i)) {
    if (syntax_.tokens[c].relation != R::case_) continue;
    if (!words.empty()) words += ' ';
    words += syntax_.tokens[c].norm;
    for (TokenIndex more : children(c)) {
      if (syntax_.tokens[more].relation == R::fixed) words += ' ' + syntax_.tokens[more].norm;
    }
    if (words != "out" && words != "from") break;
  }
  return words;
}

TokenIndex Tree::token_at(std::uint32_t byte) const {
  const auto& tokens = syntax_.tokens;
  auto at = std::partition_point(tokens.begin(), tokens.end(),
                                 [&](const Token& token) { return token.span.begin < byte; });
  return static_cast<TokenIndex>(at - tokens.begin());
}

std::optional<TokenIndex> Tree::head_of(Span span) const {
  TokenIndex first = token_at(span.begin);
  for (TokenIndex i = first; i < size() && syntax_.tokens[i].span.begin < span.end; ++i) {
    TokenIndex head = syntax_.tokens[i].head;
    bool outside = head == i || syntax_.tokens[head].span.begin < span.begin ||
                   syntax_.tokens[head].span.begin >= span.end;
    if (outside && syntax_.tokens[i].relation != R::punct) return i;
  }
  return std::nullopt;
}

bool Tree::is_nominal(TokenIndex i) const {
  WordTag tag = syntax_.tokens[i].tag;
  return tag == WordTag::NOUN || tag == WordTag::PROPN || tag == WordTag::PRON || tag == WordTag::NUM;
}

bool Tree::is_relative(TokenIndex i) const {
  const Token& token = syntax_.tokens[i];
  return token.tag == WordTag::PRON && (token.fine_tag == FineTag::WP || token.fine_tag == FineTag::WDT ||
                                        (token.norm == "that" && i + 1 < size() && token.head > i));
}

bool Tree::is_passive(TokenIndex verb) const {
  const Token& token = syntax_.tokens[verb];
  if (has_child(verb, {R::aux_pass, R::nsubj_pass, R::csubj_pass, R::obl_agent})) return true;
  if (token.fine_tag != FineTag::VBN) return false;
  // "the town captured by rebels"; "wounded in the raid, he left": a participle without "have".
  bool bare = token.relation == R::acl || token.relation == R::advcl || token.relation == R::amod;
  return bare && !has_child(verb, {R::aux, R::nsubj, R::obj});
}

}  // namespace sitrep
