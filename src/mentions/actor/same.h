// Mentions of the same actor through a report: what one of them tells holds for all.
#pragma once

#include <unordered_map>
#include <vector>

#include "language/syntax.h"
#include "mentions/mention.h"

namespace sitrep {

// Of a noun's token the possessive before it: "its" of "its fighters".
using Owners = std::unordered_map<TokenIndex, TokenIndex>;

// Numbers entities by the model's references, hands identity, kind and codes on within each, and adds the
// pronouns that mean an actor; what belongs to "it" is of its kind and side. Keeps the order of heads. O(n
// log n).
void join_same_actors(const Syntax& syntax, const Owners& owners, std::vector<ActorMention>& mentions);

}  // namespace sitrep
