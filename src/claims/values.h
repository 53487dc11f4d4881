// A mention as the record writes it: the values of a claim, before it is known whose claim it is.
#pragma once

#include "language/analysis.h"
#include "mentions/mention.h"
#include "record/record.h"

namespace sitrep {

Time time_of(const Analysis& analysis, const TimeMention& mention);

// Without its role in the happening.
Place place_of(const Analysis& analysis, const PlaceMention& mention);

Figure figure_of(const Analysis& analysis, const FigureMention& mention);

}  // namespace sitrep
