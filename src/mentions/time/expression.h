// Expression: what the words of a time say by themselves, before it is known when they are said.
//
//   "last Monday"           calendar, weekday 1, relation last
//   "the summer of 1914"    calendar, season, year 1914
//   "June last year"        calendar, month 6, year_relation last
//   "two weeks earlier"     shift, 2 weeks, relation earlier
//   "the past three days"   duration, 3 days, relation last
//   "every Friday"          set, weekday 5
//
// The recogniser (recogniser.h) makes them; anchoring (anchor.h) turns them into days and values.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "mentions/time/calendar.h"
#include "mentions/time/holidays.h"
#include "mentions/time/time_words.h"

namespace sitrep::timex {

// What a time is counted from. `ago` and `ahead` count from now, `earlier` and `later` from the time told
// before; `that` is the time told before; `of_event` hangs on something that is no time.
enum class Relation : std::uint8_t {
  none,
  now,        // this
  last,       // last, past
  next,       // next, coming
  that,       // that, the same
  previous,   // the previous
  following,  // the following, the next in a story
  ago,
  ahead,
  earlier,
  later,
  of_event,
};

// `told`: the time told before.
enum class Reference : std::uint8_t { present, past, future, told };

struct Amount {
  std::optional<double> count;  // absent: "several"
  std::optional<double> most;   // "two to three"
  bool article = false;         // "a", "an", "another", "half a"
};

struct Expression {
  enum class Kind : std::uint8_t { calendar, shift, duration, set, reference };
  std::size_t first = 0, last = 0;  // pieces, [first, last)
  Kind kind = Kind::calendar;
  Relation relation = Relation::none;
  Modifier mod = Modifier::none;
  std::string_view rule;

  // calendar, set
  std::optional<int> year;
  CalendarTime::Grain era = CalendarTime::Grain::year;  // of `year`: century and decade too
  bool two_digits = false;                              // "'90s": the century is not told
  std::optional<Relation> year_relation;
  std::optional<unsigned> month, day, weekday;
  std::optional<Season> season;
  std::optional<int> quarter, half;
  const Holiday* holiday = nullptr;
  DayPart part = DayPart::none;
  std::optional<int> hour, minute;
  std::optional<int> zone_minutes;    // east of UTC; only UTC itself is told
  std::optional<unsigned> until_day;  // "3 to 5 May": day is 3
  bool week_of = false;               // "the week of 3 May"
  bool bare_number = false;           // a year that could be another number

  // shift, duration, set
  Unit unit = Unit::day;
  Amount amount;

  bool beside = false;  // "the day before the vote", not "two days before it"

  Reference reference = Reference::present;
  // "former", "future": in a story they set one time against another; in a report they are titles and plans.
  bool of_story = false;
};

}  // namespace sitrep::timex
