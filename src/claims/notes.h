// Doubts about a report's own words, as the record's notes.
//
//   "flew ervia Kalmar"                                      garbled: stray letters before "via"
//   "anti-Italian militias", in a report on the Taliban      suspicious_term
//   "on Monday, September 1", a Wednesday in that year       date_mismatch
//   the same sentence twice                                  duplicate_sentence
//   "5 people were killed, 12 of them children"              contradiction
//
// Each is told only where hardly anything else can be meant. Quotations that never end and a missing date
// of publication are noted when a report is taken in (intake/).
#pragma once

#include <vector>

#include "claims/claims.h"

namespace sitrep {

// In the text's order; at most limits::doubts_per_report_max. O(n log n).
std::vector<Note> find_doubts(const Analysis& analysis, const Mentions& mentions,
                              const std::vector<Claim>& claims);

}  // namespace sitrep
