// Numbers as written: "34", "1,200", "12 000", "1.2 million", "two hundred and fifty", "2 lakh", "a dozen".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "language/analysis.h"

namespace sitrep {

struct WrittenNumber {
  std::int64_t low = 0, high = 0;  // the same, but for "5-7" written as one word
  bool about = false;              // "fifty-odd"
  WordIndex last = 0;              // one past its words
};

// The number that starts at `at` and ends before `end`; nothing for years-old, ordinals, amounts that are not
// whole ("1.2"), and more digits than count anything on earth. O(length of the number).
std::optional<WrittenNumber> written_number(const Analysis& analysis, WordIndex at, WordIndex end);

// "first", "3rd", "twenty-first".
bool is_ordinal(std::string_view lower);

}  // namespace sitrep
