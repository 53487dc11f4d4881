// Times that hang on a happening: "two days after the raid" is dated where the report tells the raid's day.
//
//   The raid on Kalmar began on 3 May. Two days after the raid, the port was shut.   -> 2031-05-05
//
// The happening is known by its noun, or by the verb that means it ("the withdrawal", "withdrew"), in a
// sentence that tells one day. Where two sentences tell different days, none is taken.
#pragma once

#include <vector>

#include "mentions/mention.h"

namespace sitrep {

// Dates those that it can. Linear in the words, for at most 50 such times.
void date_times_of_events(const Analysis& analysis, std::vector<TimeMention>& times);

}  // namespace sitrep
