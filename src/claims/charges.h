// Whom a deed is laid to, where no word of the deed's own clause tells who did it.
//
//   "The Red Cell claimed responsibility for the attack."   the Red Cell, who says to have done it
//   "The mayor blamed the rebels for the killing."          the rebels, whom it is laid to
#pragma once

#include <optional>
#include <string_view>

#include "claims/deeds.h"
#include "claims/tree.h"

namespace sitrep {

struct Charge {
  TokenIndex who = 0;    // heads the phrase
  TokenIndex word = 0;   // the word that lays it to them: "blamed", "responsibility"
  std::string_view how;  // as `because` tells it
};

// Nothing where the words deny it, or name nobody ("no one has claimed responsibility"). O(depth of the
// tree).
std::optional<Charge> charge_of(const Tree& tree, const Deed& deed);

}  // namespace sitrep
