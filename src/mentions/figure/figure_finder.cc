#include "mentions/figure/figure_finder.h"

#include <algorithm>

#include "language/syntax.h"
#include "mentions/figure/tree_figures.h"
#include "mentions/figure/word_rules.h"

namespace sitrep {

std::vector<FigureMention> find_figures(const Analysis& analysis) {
  std::vector<FigureMention> found;
  std::uint32_t read_to = 0;
  if (const Syntax* syntax = analysis.syntax()) {
    for (const ReadSentence& sentence : syntax->sentences) {
      find_figures_in_tree(analysis, sentence, found);
      read_to = sentence.span.end;
    }
  }
  // Without a model, or past the limit of what it reads
  for (const Sentence& sentence : analysis.sentences()) {
    if (sentence.span.begin >= read_to) find_figures_by_words(analysis, sentence, found);
  }
  return found;
}

}  // namespace sitrep
