// Figures of a sentence by its words alone: what is left to go by where no model has read the text.
#pragma once

#include <vector>

#include "mentions/mention.h"

namespace sitrep {

// Appends the figures of one sentence, in the text's order. Linear in the sentence.
void find_figures_by_words(const Analysis& analysis, const Sentence& sentence,
                           std::vector<FigureMention>& out);

}  // namespace sitrep
