// What the words around a place's name say: how the phrase hangs on it, and what it has to do with what is
// told.
//
//   "at a checkpoint 12 km north of Kunduz"    away, 12,000 m, bearing 0; site
//   "from the outskirts of Goma"               edge; origin
//   "shelled northern Kharkiv"                 part, bearing 0; site
//   "talks with Moscow"                        about
//
// Rules over words alone, to the left of the name and a word or two to its right.
#pragma once

#include <optional>
#include <vector>

#include "mentions/mention.h"
#include "mentions/place/toponyms.h"

namespace sitrep {

struct Surroundings {
  PlaceTie tie = PlaceTie::at;
  double distance_m = 0;          // of `away`
  std::optional<double> bearing;  // degrees clockwise from north
  WordIndex first = 0, last = 0;  // the phrase: "12 km north of Kunduz"
  std::optional<PlaceUse> use;
  bool located = false;  // something is said to be there
};

// Of the name `toponyms[i]`. Looks back over at most some twenty words of its sentence.
Surroundings surroundings_of(const Analysis& analysis, const std::vector<Toponym>& toponyms, std::size_t i);

// The bearing of "north", "north-western", "southeast"; nothing for other words.
std::optional<double> bearing_of(std::string_view lower);

// Whether words before the first of two names joined by "and" say that something lies between the places,
// rather than passes between those who live there: "the road between A and B", not "talks between A and B".
// `first` is the word "between".
bool between_places(const Analysis& analysis, const Sentence& sentence, WordIndex between);

}  // namespace sitrep
