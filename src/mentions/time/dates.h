// Patterns of dates: days, months, seasons, years, clock times, and how they stand together.
#pragma once

#include <cstddef>

#include "mentions/time/expression.h"
#include "mentions/time/pieces.h"

namespace sitrep::timex {

// Each reads on from `at`, moves it behind what was read, and writes into `e`; both untouched where
// nothing fits.

// "1998", "264 BC", "the 1990s" (from the number on), "'98", "nineteen ninety-six", "19th century".
bool read_year(const Pieces& p, std::size_t& at, Expression& e);

// "of that year", "last year", "of the following year": behind a month, day or season.
bool read_year_relation(const Pieces& p, std::size_t& at, Expression& e);

// "this", "the next", "last", "that same" ...: before a unit, weekday, month, season, part of day.
std::optional<Relation> read_relation(const Pieces& p, std::size_t& at);

// Anything that names a day, month, season, quarter, year or century, clock times and parts of days
// with it: "3 May", "Saturday evening", "the night of 3 May 1941", "9 a.m. GMT Friday", "last summer".
bool read_date(const Pieces& p, std::size_t& at, Expression& e);

}  // namespace sitrep::timex
