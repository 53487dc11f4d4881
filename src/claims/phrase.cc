#include "claims/phrase.h"

#include <algorithm>
#include <vector>

#include "base/among.h"

namespace sitrep {
namespace {

using R = DependencyRelation;

// Tokens that one phrase may gather; longer ones are no names of anything.
constexpr std::size_t phrase_tokens_max = 40;

bool is_site(std::string_view preposition) {
  static constexpr std::string_view words[] = {"in",     "at",     "near", "outside",
                                               "inside", "around", "on",   "along"};
  return among(preposition, words);
}

// What stands after a head with this preposition is of its phrase.
bool reaches(PhraseReach reach, std::string_view preposition) {
  if (reach == PhraseReach::close) return preposition == "of";
  return reach == PhraseReach::full || !is_site(preposition);
}

bool belongs(const Tree& t, TokenIndex c, TokenIndex head, PhraseReach reach) {
  switch (t[c].relation) {
    case R::det:
    case R::det_predet:
    case R::amod:
    case R::compound:
    case R::flat:
    case R::nummod:
    case R::nmod_poss:
    case R::nmod_desc:
    case R::goeswith:
    case R::fixed:
    case R::case_:
      // The phrase's own preposition stands outside; a possessive's mark is part of it.
      return t[c].relation != R::case_ || c > head;
    case R::advmod:
      return c < head;
    case R::punct:
      return t[c].norm == "-" || t[c].norm == "\"";
    case R::nmod: {
      if (c < head || !reaches(reach, t.preposition_of(c))) return false;
      const Name* name = t.name_at(c);
      return name == nullptr || name->kind != NameKind::date;
    }
    default:
      return false;
  }
}

void gather(const Tree& t, TokenIndex head, bool whole, PhraseReach reach, std::vector<TokenIndex>& out) {
  if (out.size() >= phrase_tokens_max) return;
  out.push_back(head);
  for (TokenIndex c : t.children(head)) {
    bool in = whole ? t[c].relation != R::acl_relcl && t[c].relation != R::appos && t[c].relation != R::punct
                    : belongs(t, c, head, reach);
    if (in) gather(t, c, whole || t[c].relation == R::nmod || t[c].relation == R::nmod_poss, reach, out);
  }
}

// "judge Ola Berg", "union leader Ola Berg": the person's name right behind the noun, however the tree hangs
// it. Null where there is none.
const Name* name_behind(const Tree& tree, TokenIndex head) {
  if (head + 1 >= tree.size() || tree.name_at(head) != nullptr) return nullptr;
  if (tree[head].tag != WordTag::NOUN && tree[head].tag != WordTag::PROPN) return nullptr;
  const Name* name = tree.name_at(head + 1);
  if (name == nullptr || name->kind != NameKind::person) return nullptr;
  if (name->span.begin != tree[head + 1].span.begin || tree.is_root(name->head)) return nullptr;
  const Token& token = tree[name->head];
  bool beside = token.relation == R::appos || token.relation == R::flat || token.relation == R::nmod_desc ||
                (token.relation == R::nmod && tree.preposition_of(name->head).empty());
  return beside && name->head > head ? name : nullptr;
}

}  // namespace

Span phrase_of(const Tree& tree, TokenIndex head, PhraseReach reach) {
  std::vector<TokenIndex> tokens;
  gather(tree, head, false, reach, tokens);
  std::sort(tokens.begin(), tokens.end());
  // The stretch around the head without a hole; a mark or a word outside ends it.
  auto at = std::find(tokens.begin(), tokens.end(), head);
  auto first = at;
  auto joint = [&](TokenIndex left, TokenIndex right) {
    if (right - left <= 1) return true;
    return right - left == 2 &&
           (tree[left + 1].norm == "-" || tree[left + 1].norm == "\"" || tree[left + 1].norm == "/");
  };
  while (first != tokens.begin() && joint(*std::prev(first), *first)) --first;
  auto last = at;
  while (std::next(last) != tokens.end() && joint(*last, *std::next(last))) ++last;
  // A title that the tree sets beside the name: "mayor" "Ida Holm".
  TokenIndex begin = *first;
  while (begin > 0 && tree[begin - 1].head == tree[head].head && !tree.is_root(begin - 1) &&
         tree[begin - 1].relation == tree[head].relation && tree.name_at(head) != nullptr) {
    --begin;
  }
  std::uint32_t end = tree[*last].span.end;
  if (const Name* name = name_behind(tree, head)) end = std::max(end, name->span.end);
  return {tree[begin].span.begin, end};
}

std::optional<Called> name_of_phrase(const Tree& tree, TokenIndex head) {
  if (const Name* behind = name_behind(tree, head)) return Called{behind->span, false};
  const Name* name = tree.party_at(head);
  if (name == nullptr) return std::nullopt;
  return Called{name->span, head < name->first || head >= name->last};
}

std::optional<TokenIndex> noun_meant(const Tree& tree, TokenIndex pronoun) {
  if (tree[pronoun].tag != WordTag::PRON) return std::nullopt;
  const auto& references = tree.syntax().references;
  auto own = std::find_if(references.begin(), references.end(),
                          [&](const Reference& r) { return r.head == pronoun; });
  if (own == references.end()) return std::nullopt;
  std::optional<TokenIndex> noun;
  for (const Reference& other : references) {
    if (other.entity != own->entity || other.head >= pronoun) continue;
    WordTag tag = tree[other.head].tag;
    if (tag == WordTag::NOUN || tag == WordTag::PROPN) noun = other.head;
  }
  return noun;
}

std::string in_one_line(std::string_view words) {
  std::string out;
  for (char c : words) {
    bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!blank) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

}  // namespace sitrep
