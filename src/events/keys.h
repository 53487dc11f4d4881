// Keys: what a happening is looked up by, so that a new one is compared with a few others and never
// with all.
//
//   its sixteen weightiest words, within ten days:   "panjshir" 2031-05-03
//   its names, within 400 days:                  "ida holm" 2031-05-03
#pragma once

#include <cstdint>
#include <vector>

#include "events/happening.h"

namespace sitrep {

struct LinkKey {
  std::int64_t key = 0;    // a hash that differs for words and names
  std::int32_t day = 0;    // since 1970: told, else of publication; 0 where neither is known
  std::int32_t reach = 0;  // days before and after in which others are looked for
};

// At most 28. The weightiest first.
std::vector<LinkKey> keys_of(const Happening& happening);

// Others that are compared with one happening: those that share most keys with it. The bound costs
// little: who shares one word of sixteen scores low.
inline constexpr std::size_t candidates_max = 72;
// Others that one key gives: the nearest in days.
inline constexpr std::size_t candidates_of_key_max = 96;

}  // namespace sitrep
