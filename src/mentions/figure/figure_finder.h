// Counts of people killed, injured, missing, detained, abducted, displaced ...
//
//   "At least 34 civilians were killed and 65 others injured."
//     killed   at_least 34  "At least 34"  of civilians
//     injured  65           "65"           of others
//
// A number counts people only where a word of harm governs it in its own clause; ages, money,
// distances and dates are left alone. A part of another number ("including two children") is marked
// as such, so that nothing is counted twice. Linear in the text.
#pragma once

#include <vector>

#include "mentions/mention.h"

namespace sitrep {

// In the text's order.
std::vector<FigureMention> find_figures(const Analysis& analysis);

}  // namespace sitrep
