// CalendarTime: a stretch of the calendar, as much of it as is known; its TIMEX3 value and its days.
//
//   year 2031                        "2031"           2031-01-01..2031-12-31
//   day 3 May, year not known        "XXXX-05-03"     -
//   week 18 of 2031                  "2031-W18"       2031-04-28..2031-05-04
//   3 May 2031, night                "2031-05-03TNI"  2031-05-03..2031-05-03
//   year -479                        "BC0480"         -
//
// Years are counted as astronomers do: 0 is 1 BC. Plain data; nothing here fails: what does not
// exist has no days.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "base/date.h"
#include "mentions/mention.h"
#include "mentions/time/time_words.h"

namespace sitrep::timex {

using Days = std::pair<Date, Date>;

struct CalendarTime {
  enum class Grain : std::uint8_t {
    unknown,
    century,
    decade,
    year,
    half,
    quarter,
    season,
    month,
    week,
    weekend,
    day
  };
  Grain grain = Grain::unknown;
  std::optional<int> year;
  // What is counted inside the year: 1..2 halves, 1..4 quarters, 0..3 seasons, 1..53 weeks. Absent: X.
  std::optional<int> index;
  std::optional<unsigned> month, day;
  std::optional<unsigned> weekday;  // of a day of which no more is known
  DayPart part = DayPart::none;
  bool utc = false;
  std::optional<int> hour, minute;  // hour 24 is the day's end

  static CalendarTime of(Date date);
  static CalendarTime of_year(int year);
  static CalendarTime of_month(int year, unsigned month);
  static CalendarTime of_week(Date inside);
  [[nodiscard]] std::optional<Date> date() const;  // of a whole day
  [[nodiscard]] bool clock() const { return hour.has_value() || part != DayPart::none; }
  [[nodiscard]] std::string value() const;
  [[nodiscard]] std::optional<Days> days() const;
  [[nodiscard]] TimeGrain time_grain() const;
  // As many units later, as fine as the unit ("two years later" is a year). Of what is not known that
  // finely, the unit without its number.
  [[nodiscard]] CalendarTime plus(Unit unit, int count) const;
  [[nodiscard]] CalendarTime holding(Unit unit) const { return plus(unit, 0); }
};

// Whether a year, month and day can be: 29 February only in leap years, where the year is known.
bool day_exists(std::optional<int> year, unsigned month, unsigned day);

// The Monday of a day's week.
Date monday_of(Date date);

}  // namespace sitrep::timex
