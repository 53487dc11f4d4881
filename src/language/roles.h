// From heads of arguments to arguments: the stretch of text that each stands for.
#pragma once

#include <span>
#include <vector>

#include "language/syntax.h"

namespace sitrep {

// Fills first, last and span of each argument of `predicate` from the tree: what hangs on the argument's
// head, without what hangs on the predicate ("the men [who fired]"), unbroken, and without marks at its
// ends. Of two plain arguments with the same number the better-scored one stays. Arguments end up in the
// text's order.
void complete_arguments(const std::vector<Token>& tokens, const ReadSentence& sentence, Predicate& predicate);

}  // namespace sitrep
