// Patterns of years, and of what relates to them: "1998", "264 BC", "of that year".
#pragma once

#include <cstddef>
#include <optional>

#include "mentions/time/expression.h"
#include "mentions/time/pieces.h"

namespace sitrep::timex {

// Each reads on from `at`, moves it behind what was read, and writes into `e`; both untouched where
// nothing fits.

// "1998", "264 BC", "the 1990s" (from the number on), "'98", "nineteen ninety-six".
bool read_year(const Pieces& p, std::size_t& at, Expression& e);

// "of that year", "last year", "of the following year": behind a month, day or season.
bool read_year_relation(const Pieces& p, std::size_t& at, Expression& e);

// ", 2031", "of 2031", "2031", "of that year": any of the two behind a month or a day.
void read_its_year(const Pieces& p, std::size_t& at, Expression& e);

// "this", "the next", "last", "that same" ...: before a unit, weekday, month, season, part of day.
std::optional<Relation> read_relation(const Pieces& p, std::size_t& at);

// Four digits that may be a year, 1000 to 2199.
bool is_year_number(const Pieces& p, std::size_t i);

}  // namespace sitrep::timex
