// Where a phrase lies, from where the place lies that it names: 80 km north of it, between it and another.
#pragma once

#include <cstddef>
#include <vector>

#include "lexicon/gazetteer.h"
#include "mentions/mention.h"

namespace sitrep {

// Moves the point of the name to that of the phrase, with the radius around it that the words leave open: a
// direction is right by 22.5 degrees to each side, "near" a town is within 10 km of its edge.
void move_point(PlaceMention& mention);

// "between Kabul and Ghazni", "on the road from Goma to Bukavu", "the Kabul-Kandahar highway", "the border of
// Chad and Sudan": where the words around `places[i]` and the next join them, the first becomes the place
// between them, the second is said of it.
void join_pair(const Analysis& analysis, const Gazetteer& gazetteer, std::vector<PlaceMention>& places,
               std::size_t i);

}  // namespace sitrep
