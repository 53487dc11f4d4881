// What kind of happening a toll belongs to, by a short list of words: "shelling", "air strike".
#pragma once

#include <optional>
#include <string_view>

#include "claims/clause.h"

namespace sitrep {

struct NearTrigger {
  std::string_view type;
  std::string_view subtype;  // empty where the word tells none
  WordIndex first = 0, last = 0;
};

// The trigger nearest to `word` in a clause; nothing where the clause tells of an accident or has none.
// O(clause).
std::optional<NearTrigger> trigger_near(const Analysis& analysis, const Clause& clause, WordIndex word);

}  // namespace sitrep
