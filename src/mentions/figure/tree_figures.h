// Figures of a sentence by its tree: words that say what is counted (figure/cues.h), whom they are said of,
// and the quantities of those.
#pragma once

#include <vector>

#include "mentions/figure/sentence_tree.h"
#include "mentions/mention.h"

namespace sitrep {

// Appends the figures of one sentence, in the text's order. The analysis has a syntax. O(tokens), but for
// chains of clauses, which are bounded.
void find_figures_in_tree(const Analysis& analysis, const ReadSentence& sentence,
                          std::vector<FigureMention>& out);

}  // namespace sitrep
