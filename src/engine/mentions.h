// All that the finders find in one report, each mention as the record writes it.
//
//   "Ida Holm said on Tuesday that nine people had been killed in Kalmar."
//     source  "nine people had been killed in Kalmar"  by Ida Holm
//     time    "on Tuesday"  2031-05-06      figure  "nine"  9      place  "Kalmar"
//
// Here stands how each finder's mentions become the record's; another finder is another add_... in
// mentions.cc.
#pragma once

#include <vector>

#include "claims/claims.h"
#include "discourse/discourse.h"
#include "language/analysis.h"
#include "lexicon/actors.h"
#include "record/record.h"

namespace sitrep {

// What the finders gave for one report, and discourse made of it.
struct Found {
  Mentions mentions;
  Discourse discourse;
};

// Runs all finders and puts together what they find. Linear in the text.
Found find_all(const Analysis& analysis, const ActorLexicon& actors);

// In the text's order; of those that begin together, the longer first. A source's words hold other mentions,
// an actor's phrase other actors; times, places and figures do not overlap with their like.
std::vector<Mention> mentions_of(const Analysis& analysis, const Found& found);

}  // namespace sitrep
