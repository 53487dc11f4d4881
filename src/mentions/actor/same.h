// Mentions of the same actor through a report: what one of them tells holds for all.
#pragma once

#include <vector>

#include "language/syntax.h"
#include "mentions/mention.h"

namespace sitrep {

// Numbers entities by the model's references, hands identity, kind and codes on within each, and adds the
// pronouns that mean an actor. Keeps the order of heads. O(n log n).
void join_same_actors(const Syntax& syntax, std::vector<ActorMention>& mentions);

}  // namespace sitrep
