// Every expression of time: its extent, its TIMEX3 type and value, and the days it means.
//
//   published 2031-05-05 (a Monday): "on Saturday" 2031-05-03; "late on 3 May" the same, part_of_day;
//   "last week" 2031-W18, 2031-04-28..2031-05-04; "will ... on Friday" 2031-05-09;
//   "the next morning" behind "on 3 March" 2031-03-04TMO; "three weeks" P3W; "every Friday" XXXX-WXX-5.
//
// Cut into pieces (pieces.h), recognised by patterns (recogniser.h), then counted from the day of
// publication or the dateline's, from the verb's time and from what was told before (anchor.h). Without a
// day of publication, and in a story of the past, only the text counts. Linear in the text.
#pragma once

#include <optional>
#include <vector>

#include "mentions/mention.h"

namespace sitrep {

// In the text's order; spans do not overlap. Vague times, lengths and what comes again are among them:
// TimeMention::tells_when tells those that say when something is.
std::vector<TimeMention> find_times(const Analysis& analysis, std::optional<Date> published);

}  // namespace sitrep
