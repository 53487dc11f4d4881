// Amounts before units: "three", "2 1/2", "two to three", "twenty-five", "several", "a couple of".
#pragma once

#include <cstddef>
#include <optional>

#include "mentions/time/expression.h"
#include "mentions/time/pieces.h"

namespace sitrep::timex {

// Each reads on from `at` and moves it behind what was read; untouched where nothing fits.

// A whole number in words or digits, up to 9,999: "seven", "twenty-five", "a hundred and ten", "12".
std::optional<int> read_number(const Pieces& p, std::size_t& at);

std::optional<Amount> read_amount(const Pieces& p, std::size_t& at);

// "third", "3rd", "twenty-first": 1 to 99.
std::optional<int> read_ordinal(const Pieces& p, std::size_t& at);

}  // namespace sitrep::timex
