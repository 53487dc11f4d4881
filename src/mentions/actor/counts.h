// How many of them a phrase tells: "at least 200 protesters".
#pragma once

#include <optional>

#include "mentions/actor/phrases.h"
#include "mentions/mention.h"

namespace sitrep {

struct Count {
  std::optional<std::int64_t> number;
  Bound bound = Bound::exact;
};

// Of the numeral that hangs on the head; vague without a number for "dozens of", "several".
Count count_of(const Tree& tree, TokenIndex head, TokenIndex first);

}  // namespace sitrep
