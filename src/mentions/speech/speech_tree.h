// A document's syntax as trees to walk: children, what hangs on a token, where that begins and ends.
#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "language/syntax.h"

namespace sitrep {

// Tokens [first, last).
struct TokenRange {
  TokenIndex first = 0, last = 0;
  [[nodiscard]] bool empty() const { return first >= last; }
  [[nodiscard]] bool has(TokenIndex t) const { return t >= first && t < last; }
  bool operator==(const TokenRange&) const = default;
};

class SpeechTree {
 public:
  // Keeps a reference to `syntax`. Linear.
  explicit SpeechTree(const Syntax& syntax);

  [[nodiscard]] const Syntax& syntax() const { return *syntax_; }
  [[nodiscard]] TokenIndex size() const { return static_cast<TokenIndex>(syntax_->tokens.size()); }
  [[nodiscard]] const Token& operator[](TokenIndex t) const { return syntax_->tokens[t]; }
  [[nodiscard]] std::string_view norm(TokenIndex t) const { return syntax_->tokens[t].norm; }
  [[nodiscard]] std::string_view lemma(TokenIndex t) const { return syntax_->tokens[t].lemma; }
  [[nodiscard]] bool is(TokenIndex t, std::string_view norm) const { return syntax_->tokens[t].norm == norm; }
  [[nodiscard]] DependencyRelation relation(TokenIndex t) const { return syntax_->tokens[t].relation; }
  [[nodiscard]] bool mark(TokenIndex t) const { return syntax_->tokens[t].tag == WordTag::PUNCT; }
  [[nodiscard]] bool is_root(TokenIndex t) const { return syntax_->is_root(t); }
  [[nodiscard]] TokenIndex head(TokenIndex t) const { return syntax_->tokens[t].head; }

  // In the text's order.
  [[nodiscard]] std::span<const TokenIndex> children(TokenIndex t) const {
    return {children_.data() + begins_[t], children_.data() + begins_[t + 1]};
  }
  // The first child with one of the relations.
  [[nodiscard]] std::optional<TokenIndex> child(TokenIndex t,
                                                std::initializer_list<DependencyRelation> relations) const;
  // The word that marks or leads in what hangs on `t`: "that", "to", "of".
  [[nodiscard]] std::string_view leader(TokenIndex t) const;
  // From the first to one past the last token of what hangs on `t`, itself included.
  [[nodiscard]] TokenRange extent(TokenIndex t) const { return extents_[t]; }
  // Whether `t` is `top` or hangs below it. O(depth).
  [[nodiscard]] bool below(TokenIndex t, TokenIndex top) const;
  // What hangs on `top`, itself included, without what hangs on any of `without`; sorted.
  [[nodiscard]] std::vector<TokenIndex> hanging(TokenIndex top, std::span<const TokenIndex> without) const;

 private:
  const Syntax* syntax_;
  std::vector<TokenIndex> begins_, children_;
  std::vector<TokenRange> extents_;
};

}  // namespace sitrep
