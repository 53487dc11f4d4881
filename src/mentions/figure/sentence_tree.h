// One sentence of the model's reading with the look-ups that finding figures needs: children of a token, its
// subject wherever the clause keeps it, and the words that tokens are.
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "language/analysis.h"
#include "language/syntax.h"

namespace sitrep {

class SentenceTree {
 public:
  // Keeps references to the analysis, which has a syntax, and to a sentence of it. O(tokens).
  SentenceTree(const Analysis& analysis, const ReadSentence& sentence);

  [[nodiscard]] TokenIndex first() const { return sentence_.first; }
  [[nodiscard]] TokenIndex last() const { return sentence_.last; }
  [[nodiscard]] bool shouted() const { return sentence_.shouted; }
  [[nodiscard]] bool has(TokenIndex t) const { return t >= first() && t < last(); }
  [[nodiscard]] const Token& token(TokenIndex t) const { return syntax_.tokens[t]; }
  [[nodiscard]] bool is(TokenIndex t, std::string_view norm) const { return has(t) && token(t).norm == norm; }
  [[nodiscard]] bool lemma(TokenIndex t, std::string_view lemma) const {
    return has(t) && token(t).lemma == lemma;
  }
  [[nodiscard]] DependencyRelation relation(TokenIndex t) const { return token(t).relation; }
  [[nodiscard]] TokenIndex head(TokenIndex t) const { return token(t).head; }
  [[nodiscard]] bool root(TokenIndex t) const { return token(t).head == t; }

  // In the text's order.
  [[nodiscard]] const std::vector<TokenIndex>& children(TokenIndex t) const { return children_[t - first()]; }
  [[nodiscard]] std::optional<TokenIndex> child(TokenIndex t, DependencyRelation relation) const;
  // A child with this relation and a preposition: "of the dead" of "three".
  [[nodiscard]] std::optional<TokenIndex> child_with_case(TokenIndex t, std::string_view preposition) const;
  [[nodiscard]] bool has_case(TokenIndex t, std::string_view preposition) const;
  [[nodiscard]] bool child_is(TokenIndex t, std::string_view norm) const;
  // Whether `above` is `t` or governs it.
  [[nodiscard]] bool under(TokenIndex t, TokenIndex above) const;

  [[nodiscard]] bool passive(TokenIndex verb) const;
  // Who a predicate is said of: its own subject, or that of the clause it hangs on ("were shot and killed",
  // "are believed to have died", "left nine dead", "the man who died").
  [[nodiscard]] std::optional<TokenIndex> subject(TokenIndex predicate, int depth = 0) const;
  // The object of a verb; of a gerund or infinitive too.
  [[nodiscard]] std::optional<TokenIndex> object(TokenIndex verb) const;

  // The person, body ... that a token is part of the name of.
  [[nodiscard]] const Name* name_at(TokenIndex t) const;

  // The word that a token lies in, and the first token that lies in a word or behind it.
  [[nodiscard]] WordIndex word_of(TokenIndex t) const;
  [[nodiscard]] TokenIndex token_at(WordIndex word) const;
  // One past the last token that begins in a word.
  [[nodiscard]] TokenIndex token_behind(WordIndex word) const;

  [[nodiscard]] const Syntax& syntax() const { return syntax_; }

 private:
  const Analysis& analysis_;
  const Syntax& syntax_;
  const ReadSentence& sentence_;
  std::vector<std::vector<TokenIndex>> children_;
};

}  // namespace sitrep
