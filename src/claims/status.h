// Status: whether what a word tells of happened, by its clause and what governs it.
//
//   "The army did not attack Orlo."              negated
//   "The army denied that it had attacked Orlo." denied
//   "Rebels threatened to attack."               threatened
//   "... if troops attack"                       conditional
#pragma once

#include <vector>

#include "claims/tree.h"
#include "record/record.h"

namespace sitrep {

// Of an event word; `carrier` is the verb that lends it its sentence, or the word itself (slots.h).
// `because` gains a line for what is not plainly affirmed and actual. O(depth of the tree).
Status status_of(const Tree& tree, TokenIndex word, TokenIndex carrier, std::vector<Derivation>& because);

}  // namespace sitrep
