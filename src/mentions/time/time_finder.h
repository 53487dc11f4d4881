// Dates, weekdays and relative days, counted from the day of publication.
//
//   published 2031-05-05 (a Monday): "on Saturday" 2031-05-03; "late on 3 May" the same, part_of_day;
//   "last week" 2031-04-28..2031-05-04; "next Friday" and "will ... on Friday" 2031-05-09.
//
// A weekday is the nearest one not after publication, unless the sentence speaks of what will be.
// Without a publication date relative times are found, but have no days. Linear in the text.
#pragma once

#include <optional>
#include <vector>

#include "mentions/mention.h"

namespace sitrep {

// In the text's order; mentions do not overlap.
std::vector<TimeMention> find_times(const Analysis& analysis, std::optional<Date> published);

}  // namespace sitrep
