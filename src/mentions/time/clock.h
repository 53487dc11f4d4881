// Times of the clock: "9 a.m.", "10:35 p.m. EST", "1500 GMT", "three o'clock", "noon", "4 in the morning".
#pragma once

#include <cstddef>

#include "mentions/time/expression.h"
#include "mentions/time/pieces.h"

namespace sitrep::timex {

// Reads on from `at` and writes hour and minute into `e`; both untouched where nothing fits.
bool read_clock(const Pieces& p, std::size_t& at, Expression& e);

}  // namespace sitrep::timex
