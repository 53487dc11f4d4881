// The stretch of a sentence that belongs to one verb, as far as words alone can tell.
//
//   "On Monday, nine people were killed in Kalmar | when shells hit | the market."
#pragma once

#include "language/analysis.h"

namespace sitrep {

struct Clause {
  WordIndex first = 0, last = 0;  // [first, last)
  [[nodiscard]] bool has(WordIndex i) const { return i >= first && i < last; }
};

// Around `word`, between words that open clauses, inside [begin, end). With `with_cause` a clause of
// "when", "after", "as" belongs to it ("were killed when shells fell"), unless a span of time stands
// before it ("a day after the attack"). O(sentence).
Clause clause_around(const Analysis& analysis, WordIndex word, WordIndex begin, WordIndex end,
                     bool with_cause);

}  // namespace sitrep
