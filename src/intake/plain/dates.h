// Dates as front matter and datelines write them: "2031-05-03 14:05", "Sat 3 May 2031, 2:05 pm GMT",
// "May 3, 2031", "3rd May", "4 FEB 90". Days written in figures alone with the day not told from the
// month ("03/05/2031") are not dates here.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/date.h"

namespace sitrep::plain {

struct FoundDate {
  std::optional<int> year;  // below 100 where two digits were written
  unsigned month = 1;
  unsigned day = 1;
  std::optional<int> second_of_day;
  std::optional<int> offset_minutes;
  bool iso = false;
  std::size_t end = 0;  // where it ends in the text
};

// The date that starts at `at`, with its time of day when one follows.
std::optional<FoundDate> date_at(std::string_view text, std::size_t at);

// A whole date. A missing year is the last in which the day is not past `near` by more than a week
// (reports are filed before they are published, and reach other time zones early); the century of a
// short year is the nearest to `near`. Without `near` a missing year gives nothing, and 70 to 99 are
// 1970 to 1999.
std::optional<Date> complete(const FoundDate& found, std::optional<Date> near);
std::optional<DateTime> complete_time(const FoundDate& found);

}  // namespace sitrep::plain
