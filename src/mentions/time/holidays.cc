#include "mentions/time/holidays.h"

#include <algorithm>

namespace sitrep::timex {
namespace {

// Western Easter, after the Gregorian computus.
std::optional<Date> easter(int year) {
  int golden = year % 19;
  int century = year / 100;
  int moon = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
  int full = moon - moon / 28 * (1 - 29 / (moon + 1) * ((21 - golden) / 11));
  int weekday = (year + year / 4 + full + 2 - century + century / 4) % 7;
  int days = full - weekday;
  auto month = static_cast<unsigned>(3 + (days + 40) / 44);
  auto day = static_cast<unsigned>(days + 28 - 31 * (static_cast<int>(month) / 4));
  return Date::of(year, month, day);
}

// Orthodox Easter: the Julian computus, moved to the Gregorian calendar.
std::optional<Date> orthodox_easter(int year) {
  int full = (19 * (year % 19) + 15) % 30;
  int weekday = (2 * (year % 4) + 4 * (year % 7) - full + 34) % 7;
  auto month = static_cast<unsigned>((full + weekday + 114) / 31);
  auto day = static_cast<unsigned>((full + weekday + 114) % 31 + 1);
  auto julian = Date::of(year, month, day);
  if (!julian) return std::nullopt;
  return julian->plus_days(year / 100 - year / 400 - 2);
}

// A day of the tabular Islamic calendar, in days since 1970-01-01.
std::int64_t islamic_days(std::int64_t year, int month, int day) {
  constexpr std::int64_t epoch = -492'148 - 1;  // 16 July 622 (Julian), less a day
  return epoch + day + (59 * (month - 1) + 1) / 2 + 354 * (year - 1) + (3 + 11 * year) / 30;
}

std::optional<Days> islamic(const Holiday& holiday, int year) {
  int month = static_cast<int>(holiday.month);
  bool whole_month = holiday.kind == Holiday::Kind::islamic_month;
  std::int64_t hijri = (static_cast<std::int64_t>(year) - 622) * 33 / 32 - 1;
  for (int i = 0; i < 4; ++i, ++hijri) {
    if (hijri < 1) continue;
    auto first = Date::from_days(static_cast<std::int32_t>(
        islamic_days(hijri, month, whole_month ? 1 : static_cast<int>(holiday.day))));
    if (first.year() != year) continue;
    return Days{first, first.plus_days(whole_month ? (month % 2 == 1 ? 29 : 28) : 0)};
  }
  return std::nullopt;
}

std::optional<Date> weekday_of_month(const Holiday& holiday, int year) {
  auto first = Date::of(year, holiday.month, 1);
  if (!first) return std::nullopt;
  int to = static_cast<int>((holiday.day + 7 - first->weekday()) % 7);
  int day = 1 + to + 7 * (holiday.nth - 1);
  while (day > static_cast<int>(days_in_month(year, holiday.month))) day -= 7;
  return Date::of(year, holiday.month, static_cast<unsigned>(day));
}

std::vector<Holiday> make_holidays() {
  using enum Holiday::Kind;
  std::vector<Holiday> all = {
      {"new year ' s eve", fixed, 12, 31},
      {"new year ' s day", fixed, 1, 1},
      {"new year ' s", fixed, 1, 1},
      {"orthodox christmas", fixed, 1, 7},
      {"epiphany", fixed, 1, 6},
      {"martin luther king day", weekday_of_month, 1, 1, 3},
      {"groundhog day", fixed, 2, 2},
      {"valentine ' s day", fixed, 2, 14},
      {"presidents day", weekday_of_month, 2, 1, 3},
      {"st . patrick ' s day", fixed, 3, 17},
      {"nowruz", fixed, 3, 21},
      {"norouz", fixed, 3, 21},
      {"newroz", fixed, 3, 21},
      {"april fools ' day", fixed, 4, 1},
      {"ash wednesday", easter, 0, 0, -46},
      {"palm sunday", easter, 0, 0, -7},
      {"maundy thursday", easter, 0, 0, -3},
      {"holy thursday", easter, 0, 0, -3},
      {"good friday", easter, 0, 0, -2},
      {"holy saturday", easter, 0, 0, -1},
      {"easter sunday", easter, 0, 0, 0},
      {"easter monday", easter, 0, 0, 1},
      {"easter day", easter, 0, 0, 0},
      {"orthodox easter", orthodox_easter, 0, 0, 0},
      {"orthodox good friday", orthodox_easter, 0, 0, -2},
      {"easter", easter, 0, 0, 0},
      {"ascension day", easter, 0, 0, 39},
      {"pentecost", easter, 0, 0, 49},
      {"whit monday", easter, 0, 0, 50},
      {"corpus christi", easter, 0, 0, 60},
      {"anzac day", fixed, 4, 25},
      {"labour day", fixed, 5, 1},
      {"may day", fixed, 5, 1},
      {"international workers ' day", fixed, 5, 1},
      {"victory day", fixed, 5, 9},
      {"mother ' s day", weekday_of_month, 5, 0, 2},
      {"memorial day", weekday_of_month, 5, 1, 5},
      {"juneteenth", fixed, 6, 19},
      {"bastille day", fixed, 7, 14},
      {"fourth of july", fixed, 7, 4},
      {"assumption day", fixed, 8, 15},
      {"labor day", weekday_of_month, 9, 1, 1},
      {"columbus day", weekday_of_month, 10, 1, 2},
      {"halloween", fixed, 10, 31},
      {"all saints ' day", fixed, 11, 1},
      {"all souls ' day", fixed, 11, 2},
      {"guy fawkes night", fixed, 11, 5},
      {"armistice day", fixed, 11, 11},
      {"veterans day", fixed, 11, 11},
      {"remembrance day", fixed, 11, 11},
      {"thanksgiving day", weekday_of_month, 11, 4, 4},
      {"thanksgiving", weekday_of_month, 11, 4, 4},
      {"christmas eve", fixed, 12, 24},
      {"christmas day", fixed, 12, 25},
      {"christmas", fixed, 12, 25},
      {"boxing day", fixed, 12, 26},
      {"international women ' s day", fixed, 3, 8},
      {"human rights day", fixed, 12, 10},
      {"islamic new year", islamic, 1, 1},
      {"ashura", islamic, 1, 10},
      {"arbaeen", islamic, 2, 20},
      {"mawlid", islamic, 3, 12},
      {"laylat al - qadr", islamic, 9, 27},
      {"ramadan", islamic_month, 9, 0},
      {"muharram", islamic_month, 1, 0},
      {"rajab", islamic_month, 7, 0},
      {"eid al - fitr", islamic, 10, 1},
      {"eid ul - fitr", islamic, 10, 1},
      {"eid el - fitr", islamic, 10, 1},
      {"eid al - adha", islamic, 12, 10},
      {"eid ul - adha", islamic, 12, 10},
      {"eid el - adha", islamic, 12, 10},
  };
  std::stable_sort(all.begin(), all.end(),
                   [](const Holiday& a, const Holiday& b) { return a.name.size() > b.name.size(); });
  return all;
}

}  // namespace

const std::vector<Holiday>& holidays() {
  static const std::vector<Holiday> all = make_holidays();
  return all;
}

std::optional<Days> days_of(const Holiday& holiday, int year) {
  if (year < 2 || year > 9990) return std::nullopt;
  std::optional<Date> date;
  switch (holiday.kind) {
    case Holiday::Kind::fixed:
      date = Date::of(year, holiday.month, holiday.day);
      break;
    case Holiday::Kind::weekday_of_month:
      date = weekday_of_month(holiday, year);
      break;
    case Holiday::Kind::easter:
    case Holiday::Kind::orthodox_easter:
      if (year < 1583) return std::nullopt;
      date = holiday.kind == Holiday::Kind::easter ? easter(year) : orthodox_easter(year);
      if (date) date = date->plus_days(holiday.nth);
      break;
    case Holiday::Kind::islamic:
    case Holiday::Kind::islamic_month:
      return year < 1583 ? std::nullopt : islamic(holiday, year);
  }
  if (!date) return std::nullopt;
  return Days{*date, *date};
}

}  // namespace sitrep::timex
