// What persons, bodies and places of a report have to do with each other, as the record's relations.
//
//   "the River Front, led by Ola Berg, son of Jon Berg"   Ola Berg leads River Front; child_of Jon Berg
//   "Lake Front fighter Tom Ek"                           Tom Ek member_of Lake Front
//   "the National River Front (NRF)"                      NRF alias_of National River Front
//
// Read from trees; without syntax only relations of places are found. What is doubted ("alleged"), negated,
// asked or supposed gives none, and so does an end whose name and kind cannot be told.
#pragma once

#include <vector>

#include "claims/claims.h"

namespace sitrep {

// In the text's order, each once a report. O(n log n), and O(references) for each end told by a pronoun.
std::vector<Relation> find_relations(const Analysis& analysis, const Mentions& mentions);

}  // namespace sitrep
