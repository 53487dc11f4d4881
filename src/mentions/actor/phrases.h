// The phrase around a head: what stands before it, and what hangs on it by "of", "for", "from".
//
//   "at least 200 members of the resistance who fled"   head members: "at least 200 members of the
//   resistance"
#pragma once

#include <vector>

#include "language/syntax.h"

namespace sitrep {

// Who hangs on whom, both ways, for one text.
class PhraseTree {
 public:
  explicit PhraseTree(const Syntax& syntax);
  [[nodiscard]] const Syntax& syntax() const { return *syntax_; }
  // What hangs on a token, in order.
  [[nodiscard]] const TokenIndex* begin(TokenIndex head) const { return children_.data() + starts_[head]; }
  [[nodiscard]] const TokenIndex* end(TokenIndex head) const { return children_.data() + starts_[head + 1]; }
  // The first token of all that hangs on it, itself included.
  [[nodiscard]] TokenIndex leftmost(TokenIndex token) const { return leftmost_[token]; }
  // Names end where they end, whatever hangs on what in them: `end` is one past the last token of the name
  // that `head` is the head of.
  void end_name(TokenIndex head, TokenIndex end) { ends_[head] = end; }
  [[nodiscard]] TokenIndex end_of(TokenIndex head) const { return ends_[head]; }
  // The preposition of a noun, lower case; empty: none.
  [[nodiscard]] std::string_view preposition(TokenIndex noun) const;

 private:
  const Syntax* syntax_;
  std::vector<TokenIndex> children_, starts_, leftmost_, ends_;
};

struct PhraseExtent {
  TokenIndex first = 0, last = 0;  // [first, last)
};

// `core` has the head and the name that it is of; the extent holds it. O(what hangs on it).
PhraseExtent phrase_extent(const PhraseTree& tree, TokenIndex head, PhraseExtent core);

// Whether what hangs on a person's or a body's noun by this preposition belongs to it.
bool binds(std::string_view preposition);

}  // namespace sitrep
