// Patterns of dates: days, months, seasons, years, clock times, and how they stand together.
#pragma once

#include <cstddef>

#include "mentions/time/expression.h"
#include "mentions/time/pieces.h"

namespace sitrep::timex {

// Reads on from `at`, moves it behind what was read, and writes into `e`; both untouched where nothing fits.
// Anything that names a day, month, season, quarter, year or century, clock times and parts of days
// with it: "3 May", "Saturday evening", "the night of 3 May 1941", "9 a.m. GMT Friday", "last summer".
bool read_date(const Pieces& p, std::size_t& at, Expression& e);

}  // namespace sitrep::timex
