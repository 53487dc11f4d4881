// Named days, by calculation: fixed ones, n-th weekdays, Easter (Western and Orthodox) and what hangs
// on it, and days of the Islamic calendar (tabular: the moon's sighting may move them by a day or two).
//
//   holiday "easter" in 2031       2031-04-13
//   holiday "eid al-fitr" in 2031  2031-01-25 (approximate)
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "mentions/time/calendar.h"

namespace sitrep::timex {

struct Holiday {
  enum class Kind : std::uint8_t { fixed, weekday_of_month, easter, orthodox_easter, islamic, islamic_month };
  std::string_view name;  // its pieces in lower case, a space between: "new year ' s eve"
  Kind kind = Kind::fixed;
  // fixed: month and day. weekday_of_month: month, `day` the weekday, `nth` (5: the last). easter: `nth`
  // days after it. islamic: month and day of that calendar.
  unsigned month = 0;
  unsigned day = 0;
  int nth = 0;
};

// Every known one; longer names first.
const std::vector<Holiday>& holidays();

// When it is in a year of the Gregorian calendar (1583 on for the feasts that move); a day, or a span
// of days for a month of fasting. The first in the year, where an Islamic year begins and ends in it.
std::optional<Days> days_of(const Holiday& holiday, int year);

}  // namespace sitrep::timex
