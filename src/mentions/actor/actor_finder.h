// Who is in a report: people, bodies, crowds, and states that act.
//
//   "Taliban fighters killed at least nine villagers, the Afghan army said."
//     Taliban fighters        org:taliban, rebel_group, AFGREBTAL
//     at least nine villagers civilians, 9 at least, ---CVL
//     the Afghan army         gov:AFG/army, state_force, AFGMIL
//
// Names come from the model and from the lexicon of actors, nouns for people from the lexicon; which office
// someone holds tells the day of publication. Who is meant again is what the model's references say, and
// acronyms that the text defines. Without syntax names of the lexicon and nouns are still found.
#pragma once

#include <optional>
#include <vector>

#include "base/date.h"
#include "lexicon/actors.h"
#include "mentions/mention.h"

namespace sitrep {

// In order of heads, no head twice; phrases may lie in one another ("members of the resistance", "the
// resistance"). `lexicon` must outlive them. O(n log n).
std::vector<ActorMention> find_actors(const Analysis& analysis, const ActorLexicon& lexicon,
                                      std::optional<Date> published);

}  // namespace sitrep
