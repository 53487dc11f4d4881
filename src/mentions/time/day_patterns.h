// Patterns of days and months: "3 May", "May 3, 2031", "3/5/2031", "on the 20th", "May".
#pragma once

#include <cstddef>

#include "mentions/time/expression.h"
#include "mentions/time/pieces.h"

namespace sitrep::timex {

// Each reads on from `at`, moves it behind what was read, and writes into `e`; both untouched where
// nothing fits.

// "2031-05-03", "3/5/2031", "3.5.2031".
bool read_numeric(const Pieces& p, std::size_t& at, Expression& e);

// "9/11": the one day known by its digits.
bool read_day_of_attacks(const Pieces& p, std::size_t& at, Expression& e);

// "on the 20th" (from "the" on): of the month told before.
bool read_day_of_month(const Pieces& p, std::size_t& at, Expression& e);

// "3 May", "the 3rd of May 2031", "May 3, 2031", "3 and 4 May", "May 2031", "May"; only days that exist.
bool read_month_date(const Pieces& p, std::size_t& at, Expression& e);

}  // namespace sitrep::timex
