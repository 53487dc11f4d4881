// Claims: who says that what happened, from a report's mentions and discourse.
//
//   “Nine people died in the shelling of Kalmar,” said Ida Holm.   shelling, killed 9, Ida Holm
//   “We will stay,” said Ida Holm.                                 statement, Ida Holm
//   Two soldiers were wounded on Monday.                           injury, injured 2, the outlet
//
// Every attributed passage gives at least one claim; figures that nobody is named for are the
// outlet's. Time and place are taken from the figure's own clause or left out.
#pragma once

#include <vector>

#include "codebook/codebook.h"
#include "discourse/discourse.h"
#include "record/record.h"

namespace sitrep {

// All mentions of one report, in the text's order.
struct Mentions {
  std::vector<TimeMention> times;
  std::vector<PlaceMention> places;
  std::vector<FigureMention> figures;
  std::vector<SilenceMention> silences;
  std::vector<ActorMention> actors;  // in order of heads: actor_at() looks one up
};

// Claims and silences in the text's order, with ids and refs; at most limits::claims_per_report_max
// claims, with a note where that cut some off. O(n log n).
Findings make_claims(const Analysis& analysis, const Mentions& mentions, const Discourse& discourse,
                     const Codebook& book = Codebook::standard());

}  // namespace sitrep
