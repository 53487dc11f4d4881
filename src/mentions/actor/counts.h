// How many of them a phrase tells: "at least 200 protesters".
#pragma once

#include <optional>

#include "mentions/actor/phrases.h"
#include "mentions/mention.h"

namespace sitrep {

struct PeopleCount {
  std::optional<std::int64_t> number;
  Bound bound = Bound::exact;
};

// "several", "dozens": a count that no number tells.
bool is_vague_count(std::string_view lower);

// Of the numeral that hangs on the head; vague without a number for "dozens of", "several".
PeopleCount count_of(const PhraseTree& tree, TokenIndex head, TokenIndex first);

}  // namespace sitrep
