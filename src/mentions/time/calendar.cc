#include "mentions/time/calendar.h"

#include <fmt/format.h>

#include <cstdlib>

namespace sitrep::timex {
namespace {

constexpr int years_end = 10'000;

int floor_div(int a, int b) { return a / b - (a % b < 0 ? 1 : 0); }

std::string year_text(std::optional<int> year) {
  if (!year) return "XXXX";
  if (*year <= 0) return fmt::format("BC{:04}", 1 - *year);
  return fmt::format("{:04}", *year);
}

// The first `digits` digits of a year: its century or decade.
std::string era_text(std::optional<int> year, std::size_t digits) {
  return year_text(year).substr(0, digits + (year && *year <= 0 ? 2 : 0));
}

std::string two(std::optional<unsigned> n) { return n ? fmt::format("{:02}", *n) : "XX"; }

std::string day_text(const CalendarTime& t) {
  return year_text(t.year) + '-' + two(t.month) + '-' + two(t.day);
}

std::optional<Days> months(int year, int first, int count) {
  auto begin = Date::of(year, static_cast<unsigned>(first), 1);
  int last = first + count - 1;
  int last_year = year + (last - 1) / 12;
  last = (last - 1) % 12 + 1;
  if (!begin || last_year >= years_end) return std::nullopt;
  auto month = static_cast<unsigned>(last);
  return Days{*begin, *Date::of(last_year, month, days_in_month(last_year, month))};
}

// The year and number of the ISO week a day lies in.
std::pair<int, int> iso_week(Date date) {
  Date thursday = monday_of(date).plus_days(3);
  auto january = Date::of(thursday.year(), 1, 1);
  return {thursday.year(), (thursday.days() - january->days()) / 7 + 1};
}

std::optional<Date> monday_of_week(int year, int week) {
  auto fourth = Date::of(year, 1, 4);
  if (!fourth) return std::nullopt;
  return monday_of(*fourth).plus_days(7 * (week - 1));
}

// Dates have years 1 to 9999; days counted past them are none.
std::optional<Date> moved(Date date, std::int64_t count) {
  static const std::int64_t first = Date::of(1, 1, 1)->days();
  static const std::int64_t last = Date::of(9999, 12, 31)->days();
  std::int64_t days = date.days() + count;
  if (days < first + 7 || days > last - 7) return std::nullopt;
  return Date::from_days(static_cast<std::int32_t>(days));
}

}  // namespace

Date monday_of(Date date) { return date.plus_days(-static_cast<int>((date.weekday() + 6) % 7)); }

bool day_exists(std::optional<int> year, unsigned month, unsigned day) {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= days_in_month(year && *year >= 1 && *year < years_end ? *year : 2000, month);
}

CalendarTime CalendarTime::of(Date date) {
  CalendarTime t;
  t.grain = Grain::day;
  t.year = date.year();
  t.month = date.month();
  t.day = date.day();
  return t;
}

CalendarTime CalendarTime::of_year(int year) {
  CalendarTime t;
  t.grain = Grain::year;
  t.year = year;
  return t;
}

CalendarTime CalendarTime::of_month(int year, unsigned month) {
  CalendarTime t;
  t.grain = Grain::month;
  t.year = year;
  t.month = month;
  return t;
}

CalendarTime CalendarTime::of_week(Date inside) {
  CalendarTime t;
  t.grain = Grain::week;
  auto [year, week] = iso_week(inside);
  t.year = year;
  t.index = week;
  return t;
}

std::optional<Date> CalendarTime::date() const {
  if (grain != Grain::day || !year || !month || !day || *year < 1 || *year >= years_end) return std::nullopt;
  return Date::of(*year, *month, *day);
}

std::string CalendarTime::value() const {
  auto numbered = [&](std::string_view letter) {
    return year_text(year) + '-' + std::string(letter) + (index ? std::to_string(*index) : "X");
  };
  std::string out;
  switch (grain) {
    case Grain::unknown:
      break;
    case Grain::century:
      out = era_text(year, 2);
      break;
    case Grain::decade:
      out = era_text(year, 3);
      break;
    case Grain::year:
      out = year_text(year);
      break;
    case Grain::half:
      out = numbered("H");
      break;
    case Grain::quarter:
      out = numbered("Q");
      break;
    case Grain::season: {
      static constexpr std::string_view names[] = {"SP", "SU", "FA", "WI"};
      out = year_text(year) + '-' + std::string(index ? names[*index] : "XX");
      break;
    }
    case Grain::month:
      out = year_text(year) + '-' + two(month);
      break;
    case Grain::week:
    case Grain::weekend:
      out = year_text(year) + "-W" + (index ? fmt::format("{:02}", *index) : "XX");
      if (grain == Grain::weekend) out += "-WE";
      break;
    case Grain::day:
      out = day_text(*this);
      if (weekday && !day) out = fmt::format("XXXX-WXX-{}", *weekday == 0 ? 7 : *weekday);
      break;
  }
  if (hour) {
    out += fmt::format("T{:02}:{:02}{}", *hour, minute.value_or(0), utc ? "Z" : "");
  } else if (part == DayPart::DA) {
    out += "TMO";  // TIMEX3 has no dawn
  } else if (part != DayPart::none) {
    out += 'T' + std::string(name_of(part));
  }
  return out;
}

std::optional<Days> CalendarTime::days() const {
  if (!year || *year < 1 || *year >= years_end) return std::nullopt;
  switch (grain) {
    case Grain::unknown:
      return std::nullopt;
    case Grain::century:
    case Grain::decade: {
      int size = grain == Grain::century ? 100 : 10;
      int first = *year / size * size;
      auto begin = Date::of(std::max(first, 1), 1, 1);
      auto end = Date::of(first + size - 1, 12, 31);
      if (!begin || !end) return std::nullopt;
      return Days{*begin, *end};
    }
    case Grain::year:
      return months(*year, 1, 12);
    case Grain::half:
      return index ? months(*year, 6 * *index - 5, 6) : months(*year, 1, 12);
    case Grain::quarter:
      return index ? months(*year, 3 * *index - 2, 3) : months(*year, 1, 12);
    case Grain::season:
      return index ? months(*year, 3 * *index + 3, 3) : months(*year, 1, 12);
    case Grain::month:
      return month ? months(*year, static_cast<int>(*month), 1) : months(*year, 1, 12);
    case Grain::week:
    case Grain::weekend: {
      if (!index) return months(*year, 1, 12);
      auto monday = monday_of_week(*year, *index);
      auto begin = monday ? moved(*monday, grain == Grain::weekend ? 5 : 0) : std::nullopt;
      if (!begin) return std::nullopt;
      return Days{*begin, begin->plus_days(grain == Grain::weekend ? 1 : 6)};
    }
    case Grain::day:
      break;
  }
  if (!month) return months(*year, 1, 12);
  if (!day) return months(*year, static_cast<int>(*month), 1);
  auto whole = date();
  if (!whole) return std::nullopt;
  return Days{*whole, *whole};
}

TimeGrain CalendarTime::time_grain() const {
  if (hour) return minute ? TimeGrain::minute : TimeGrain::hour;
  if (part != DayPart::none) return TimeGrain::part_of_day;
  switch (grain) {
    case Grain::decade:
      return TimeGrain::decade;
    case Grain::year:
      return TimeGrain::year;
    case Grain::season:
      return TimeGrain::season;
    case Grain::month:
      return TimeGrain::month;
    case Grain::week:
      return TimeGrain::week;
    case Grain::day:
      return day || !year ? TimeGrain::day : month ? TimeGrain::month : TimeGrain::year;
    case Grain::century:
    case Grain::half:
    case Grain::quarter:
    case Grain::weekend:
      return TimeGrain::interval;
    case Grain::unknown:
      break;
  }
  return TimeGrain::unknown;
}

CalendarTime CalendarTime::plus(Unit unit, int count) const {
  CalendarTime t;
  switch (unit) {
    case Unit::second:
    case Unit::minute:
    case Unit::hour:
    case Unit::night:
    case Unit::day: {
      bool of_clock = unit == Unit::second || unit == Unit::minute || unit == Unit::hour;
      auto from = date();
      auto to = from ? moved(*from, of_clock ? 0 : count) : std::nullopt;
      if (to) t = of(*to);
      t.grain = Grain::day;
      if (!to && count == 0) {
        t.year = year;
        t.month = month;
      }
      if (unit == Unit::night) t.part = DayPart::NI;
      return t;
    }
    case Unit::week:
    case Unit::weekend: {
      auto from = date();
      if (!from && grain == Grain::week && days()) from = days()->first;
      auto to = from ? moved(*from, 7LL * count) : std::nullopt;
      if (to) t = of_week(*to);
      if (!to) t.year = year;
      t.grain = unit == Unit::week ? Grain::week : Grain::weekend;
      return t;
    }
    case Unit::month: {
      t.grain = Grain::month;
      t.year = year;
      if (!year || !month) return t;
      int months_from_0 = *year * 12 + static_cast<int>(*month) - 1 + count;
      t.year = floor_div(months_from_0, 12);
      t.month = static_cast<unsigned>(months_from_0 - *t.year * 12 + 1);
      return t;
    }
    case Unit::quarter: {
      t.grain = Grain::quarter;
      t.year = year;
      int number = month                     ? (static_cast<int>(*month) + 2) / 3
                   : grain == Grain::quarter ? index.value_or(0)
                                             : 0;
      if (!year || number == 0) return t;
      int quarters = *year * 4 + number - 1 + count;
      t.year = floor_div(quarters, 4);
      t.index = quarters - *t.year * 4 + 1;
      return t;
    }
    case Unit::season: {
      t.grain = Grain::season;
      t.year = year;
      if (grain == Grain::season) t.index = index;
      if (month) t.index = (static_cast<int>(*month) + 9) % 12 / 3;
      return t;
    }
    case Unit::year:
    case Unit::decade:
    case Unit::century:
    case Unit::millennium: {
      int size = unit == Unit::year ? 1 : unit == Unit::decade ? 10 : unit == Unit::century ? 100 : 1000;
      t.grain = unit == Unit::year ? Grain::year : unit == Unit::decade ? Grain::decade : Grain::century;
      if (year && std::abs(*year + static_cast<std::int64_t>(size) * count) < years_end)
        t.year = *year + size * count;
      return t;
    }
  }
  return t;
}

}  // namespace sitrep::timex
