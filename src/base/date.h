// Calendar dates and points of time as reports give them: local, never shifted to UTC.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sitrep {

// A day of the proleptic Gregorian calendar, years 1 to 9999. Always valid.
class Date {
 public:
  // Nothing for days that do not exist (31 February, year 0).
  static std::optional<Date> of(int year, unsigned month, unsigned day);
  // ISO 8601 "2031-05-04" exactly.
  static std::optional<Date> parse(std::string_view iso);
  static Date from_days(std::int32_t days_since_1970);

  [[nodiscard]] int year() const;
  [[nodiscard]] unsigned month() const;    // 1..12
  [[nodiscard]] unsigned day() const;      // 1..31
  [[nodiscard]] unsigned weekday() const;  // 0 Sunday .. 6 Saturday
  [[nodiscard]] std::int32_t days() const { return days_; }
  [[nodiscard]] Date plus_days(std::int32_t count) const { return from_days(days_ + count); }
  [[nodiscard]] std::string iso() const;

  auto operator<=>(const Date&) const = default;  // NOLINT(modernize-use-nullptr): no pointer here

 private:
  explicit Date(std::int32_t days) : days_(days) {}
  std::int32_t days_ = 0;  // since 1970-01-01
};

// Number of days of a month.
unsigned days_in_month(int year, unsigned month);

// A local date, with the time of day and the zone as far as they are told.
struct DateTime {
  Date date;
  std::optional<int> second_of_day;   // 0..86399
  std::optional<int> offset_minutes;  // east of UTC; told only together with second_of_day

  // ISO 8601 and its habits on the web: "2031-05-04", "2031-05-04T10:22Z",
  // "2031-05-04 10:22:05.123+02:00", "20310504T102205Z"; and RFC 5322 dates
  // ("Sun, 04 May 2031 10:22:05 +0200"). Nothing where the whole text is not one of these.
  static std::optional<DateTime> parse(std::string_view text);
  // "2031-05-04" or "2031-05-04T10:22:05+02:00" ("Z" for UTC; no zone where none is known).
  [[nodiscard]] std::string iso() const;

  bool operator==(const DateTime&) const = default;
};

}  // namespace sitrep
