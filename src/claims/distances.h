// How far a place lies from another where a clause of its own tells it.
//
//   "Kalmar, a quiet town, is 80 km north of Orlo."     Kalmar distance_from Orlo 80,000 m
//   "the valley, the southern end of which is ..."      of the valley, by its end
//
// Distances told right after a name ("Kalmar, 80 km north of Orlo") are place_relations's.
#pragma once

#include <vector>

#include "claims/tree.h"
#include "mentions/mention.h"
#include "record/record.h"

namespace sitrep {

// In the text's order. O(places log places).
std::vector<Relation> find_distances(const Analysis& analysis, const Tree& tree,
                                     const std::vector<PlaceMention>& places);

}  // namespace sitrep
