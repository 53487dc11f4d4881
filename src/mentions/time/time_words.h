// The words that times are told with: what each of them may mean.
//
//   time_word("weeks")   a unit (week), more than one
//   time_word("second")  a unit and an ordinal
//   time_word("may")     a month; whether it is one here is the recogniser's to tell
//
// Data only (time_words.cc). Built once, on first use; then one hash look-up.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace sitrep::timex {

// In order of length; `weekend` and `night` lie inside a week and a day.
enum class Unit : std::uint8_t {
  second,
  minute,
  hour,
  night,
  day,
  weekend,
  week,
  month,
  quarter,
  season,
  year,
  decade,
  century,
  millennium,
};

enum class Season : std::uint8_t { spring, summer, fall, winter };

// Parts of a day as TIMEX3 spells them.
// NOLINTNEXTLINE(readability-identifier-naming)
enum class DayPart : std::uint8_t { none, MO, MI, AF, EV, NI, DT, DA };
std::string_view name_of(DayPart part);
// The clock hours [from, to) that a part means; a night may run past 24.
struct Hours {
  int from, to;
};
Hours hours_of(DayPart part);

// TIMEX3 modifiers, as it spells them.
// NOLINTBEGIN(readability-identifier-naming)
enum class Modifier : std::uint8_t {
  none,
  START,
  MID,
  END,
  APPROX,
  BEFORE,
  AFTER,
  LESS_THAN,
  MORE_THAN,
  EQUAL_OR_LESS,
  EQUAL_OR_MORE,
};
// NOLINTEND(readability-identifier-naming)
std::string_view name_of(Modifier mod);

struct TimeWord {
  std::optional<Unit> unit;
  bool plural = false;
  std::optional<unsigned> month;  // 1..12
  bool shortened = false;         // "sept", "wed": a full stop belongs to it
  std::optional<unsigned> weekday;
  std::optional<Season> season;
  DayPart part = DayPart::none;
  std::optional<int> number;   // "seven"; also "hundred", "thousand"
  std::optional<int> ordinal;  // "seventh"
  Modifier edge = Modifier::none;
  bool zone = false;  // "gmt"
};

// `lower` in lower case. Null for words that no time is told with.
const TimeWord* time_word(std::string_view lower);

// Every how many of which unit: "weekly" is 1 week.
struct Rhythm {
  int count;
  Unit unit;
};
std::optional<Rhythm> rhythm_of(std::string_view lower);

// Verb forms that tell the past or present from the future.
enum class VerbTime : std::uint8_t { none, past, future };
VerbTime verb_time(std::string_view lower);

}  // namespace sitrep::timex
