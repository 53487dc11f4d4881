// Happenings told more than once in a report: which claims share an `event.ref`.
//
//   headline  "Nine dead as shells hit Kalmar market"               h1  shelling, killed 9
//   lead      "At least nine people were killed, the mayor said."   h1  death, killed 9
//   below     "Three guards died at the bridge."                    h2
//
// Only tolls are joined, and only where a plain rule holds: the same figures of the same people, types
// that do not exclude each other, no other time, place or victim. Small counts are joined to a headline
// only, since two may die anywhere. All else is a happening of its own.
#pragma once

#include <vector>

#include "language/analysis.h"
#include "record/record.h"

namespace sitrep {

// Gives refs h1, h2 ... to claims in the text's order, with a reason where one is shared.
// O(n): a claim is held against a bounded number of earlier ones.
void name_happenings(const Analysis& analysis, std::vector<Claim>& claims);

}  // namespace sitrep
