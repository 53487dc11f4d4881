// Figures of one sentence that are one source's -> the happening they count, its figures, time, place.
#pragma once

#include <vector>

#include "claims/claims.h"

namespace sitrep {

// The words of a sentence that figures may be read with: what the source says, without the attribution.
struct TollPassage {
  WordIndex first = 0, last = 0;
  std::vector<const FigureMention*> figures;  // of one source, in order
};

// Whether a cue stands in words that the passage only speaks of: "could not confirm the claim that six
// were killed", "I heard it said that none was hurt". Who says them is not known.
bool of_hearsay(const Analysis& analysis, const TollPassage& passage, WordIndex cue);

// Those counted, where a body is told that they belong to: "34 Taliban".
void add_victim(const Analysis& analysis, const FigureMention& figure, Claim& claim);

// Fills `claim` (event, status, actors, figures, time, place, because). False where the figures tell
// of no happening of the codebook: people missing, with no word for how.
bool tell_toll(const Analysis& analysis, const Mentions& mentions, const TollPassage& passage, Claim& claim);

}  // namespace sitrep
