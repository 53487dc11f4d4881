// Names of the list of known places (lexicon/places.h) and of the report's dateline, as written, and
// whether words of place stand before them ("in Kabul", "near the town of Goma"). Linear in the text.
#pragma once

#include <vector>

#include "mentions/mention.h"

namespace sitrep {

// In the text's order.
std::vector<PlaceMention> find_places(const Analysis& analysis);

}  // namespace sitrep
