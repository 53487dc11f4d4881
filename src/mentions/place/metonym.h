// A place that stands for those who govern it: "Washington said", "accused Tehran", "Moscow's demands".
#pragma once

#include "mentions/mention.h"

namespace sitrep {

// Told by verbs of will and saying, whose subject or object the name is: of the tree where a model read one,
// else of the next words. Only countries, capitals and a few seats of power are.
bool is_metonym(const Analysis& analysis, const PlaceMention& mention);

}  // namespace sitrep
