// Patterns of lengths of time: what is counted in units, and what is told by them.
#pragma once

#include <cstddef>

#include "mentions/time/expression.h"
#include "mentions/time/pieces.h"

namespace sitrep::timex {

// Each reads on from `at`, moves it behind what was read, and writes into `e`; both untouched where
// nothing fits.

// "three days", "two weeks ago", "the past three months", "a year earlier", "30-year", "several years".
bool read_span(const Pieces& p, std::size_t& at, Expression& e);

// "last week", "this year", "the next day", "that same month", "the day before", "year-earlier".
bool read_related_unit(const Pieces& p, std::size_t& at, Expression& e);

// "every Friday", "each month", "daily", "per day", "twice a week" (from "a" on), "Tuesday nights".
bool read_set(const Pieces& p, std::size_t& at, Expression& e);

// "now", "recently", "the future": times that no calendar has.
bool read_reference(const Pieces& p, std::size_t& at, Expression& e);

}  // namespace sitrep::timex
