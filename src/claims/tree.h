// A document's trees with the way down: who hangs on a token.
//
//   "Rebels killed nine villagers."   children(killed) = Rebels, villagers; below(nine, killed)
#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/analysis.h"
#include "language/syntax.h"

namespace sitrep {

// Keeps a reference to `syntax`, which must outlive it.
class Tree {
 public:
  explicit Tree(const Syntax& syntax);

  [[nodiscard]] const Syntax& syntax() const { return syntax_; }
  [[nodiscard]] const Token& operator[](TokenIndex i) const { return syntax_.tokens[i]; }
  [[nodiscard]] std::size_t size() const { return syntax_.tokens.size(); }
  [[nodiscard]] bool is_root(TokenIndex i) const { return syntax_.is_root(i); }
  // In the text's order.
  [[nodiscard]] std::span<const TokenIndex> children(TokenIndex i) const {
    return std::span(children_).subspan(begin_[i], begin_[i + 1] - begin_[i]);
  }
  // The first child with one of these relations.
  [[nodiscard]] std::optional<TokenIndex> child(TokenIndex i,
                                                std::initializer_list<DependencyRelation> of) const;
  [[nodiscard]] bool has_child(TokenIndex i, std::initializer_list<DependencyRelation> of) const {
    return child(i, of).has_value();
  }
  // Whether `i` hangs on `ancestor`, or is it. O(depth of the tree).
  [[nodiscard]] bool below(TokenIndex i, TokenIndex ancestor) const;
  // The name that a token stands in; null where in none. O(log names).
  [[nodiscard]] const Name* name_at(TokenIndex i) const;
  // The name of somebody or of a place that a token heads or stands in, or that a pronoun means again; null
  // where there is none. O(log names).
  [[nodiscard]] const Name* party_at(TokenIndex i) const;
  // Its roles as a predicate; null where it is none. O(log predicates).
  [[nodiscard]] const Predicate* predicate_at(TokenIndex i) const;
  // The preposition before a phrase: "on", "in front of"; empty where there is none.
  [[nodiscard]] std::string preposition_of(TokenIndex i) const;
  // The first token that begins at or after a byte; size() where there is none. O(log tokens).
  [[nodiscard]] TokenIndex token_at(std::uint32_t byte) const;
  // The token of a stretch whose head lies outside it; nothing where the stretch holds none.
  [[nodiscard]] std::optional<TokenIndex> head_of(Span span) const;

  [[nodiscard]] bool is_verb(TokenIndex i) const { return syntax_.tokens[i].tag == WordTag::VERB; }
  [[nodiscard]] bool is_nominal(TokenIndex i) const;
  [[nodiscard]] bool is_relative(TokenIndex i) const;  // "who", "which", "that" of a relative clause
  [[nodiscard]] bool is_passive(TokenIndex verb) const;

 private:
  const Syntax& syntax_;
  std::vector<std::uint32_t> begin_;
  std::vector<TokenIndex> children_;
  std::unordered_map<TokenIndex, const Name*> meant_;  // by the head of a reference: the entity's first name
};

}  // namespace sitrep
