// What places of a report have to do with each other, as the record's relations.
//
//   "Bagram, 60 km north of Kabul"    distance_from 60,000 m
//   "Kunduz, Afghanistan"             located_in
#pragma once

#include <vector>

#include "mentions/mention.h"
#include "record/record.h"

namespace sitrep {

// In the text's order, one for each pair of places that is told, at most 200.
std::vector<Relation> place_relations(const Analysis& analysis, const std::vector<PlaceMention>& places);

}  // namespace sitrep
