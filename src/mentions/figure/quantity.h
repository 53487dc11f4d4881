// Quantities: a number or a word of quantity with what qualifies it, before anything is known of what it
// counts.
//
//   "at least nine civilians"   at_least 9   words "at least nine", number "nine"
//   "dozens of villagers"       vague        "dozens"
//   "no one"                    none 0
#pragma once

#include <cstdint>
#include <optional>

#include "mentions/mention.h"

namespace sitrep {

struct Quantity {
  WordIndex first = 0;        // with qualifier: "at" of "at least nine"
  WordIndex number = 0;       // "nine", "dozens"
  WordIndex number_last = 0;  // one past it, before any "of"
  WordIndex last = 0;         // with "or so", "or more" behind it
  Bound bound = Bound::exact;
  std::optional<std::int64_t> low, high;  // absent for vague words, and the open end of a bound
  bool added = false;                     // "another nine", "a further nine"
  bool total = false;                     // "a total of nine"
  bool of_two = false;                    // "both": all of two
};

// The quantity that starts at `at` and ends before `end`. Ages, dates, money, distances, clock times and
// other numbers that count no people or things are quantities too: tells_other() tells them.
std::optional<Quantity> quantity_at(const Analysis& analysis, WordIndex at, WordIndex end);

// Whether what stands around the number says that it is an age, a date, a time, a share, an ordinal, a name.
bool tells_other(const Analysis& analysis, const Quantity& quantity, WordIndex begin, WordIndex end);

}  // namespace sitrep
