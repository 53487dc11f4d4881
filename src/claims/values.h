// A mention as the record writes it: the values of a claim, before it is known whose claim it is.
#pragma once

#include "language/analysis.h"
#include "mentions/mention.h"
#include "record/record.h"

namespace sitrep {

Time time_of(const Analysis& analysis, const TimeMention& mention);

// With its codes. Text and span are the phrase's ("80 km north of Kabul"), the name is the place's that it
// names; the role is what the words before it say, where they say something. A place of which it was not told
// which one it is has candidates instead of a point.
Place place_of(const Analysis& analysis, const PlaceMention& mention);

ActorFacts facts_of(const ActorMention& mention);

// Gives an actor of a claim identity, kind, country, side and codes of its mention, and the lexicon's name
// where it has none.
void identify(const ActorMention& mention, Actor& actor);

Figure figure_of(const Analysis& analysis, const FigureMention& mention);

}  // namespace sitrep
