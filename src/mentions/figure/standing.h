// Whether what a word tells is told as having happened, as far as its own clause says.
//
//   "nine were killed"            neither
//   "were not killed"             negated
//   "may kill", "threatened to kill nine", "if nine die", "a plot to kill him", "attempted murder"   unreal
#pragma once

#include "mentions/figure/sentence_tree.h"

namespace sitrep {

struct Standing {
  bool negated = false;
  bool unreal = false;
};

Standing standing_of(const SentenceTree& tree, TokenIndex cue);

}  // namespace sitrep
