// Names of places with all that the gazetteer knows of them, and which place each means.
//
//   "Fighting went on in Paris, Texas, where ..."   Paris -> the town in Lamar County, Texas
//   "Afghan forces left Kabul"                      Afghan -> Afghanistan (folk), Kabul -> the capital
//
// Finding asks what a name is and what stands around it; telling which place is meant weighs all names of a
// report together: people, countries and provinces named, nearness, containment. One name has one sense in
// a report.
#pragma once

#include <vector>

#include "language/analysis.h"
#include "lexicon/gazetteer.h"
#include "text/span.h"

namespace sitrep {

struct RankedPlace {
  PlaceIndex place = no_place;
  float score = 0;
};

struct Toponym {
  Span span;
  WordIndex first = 0, last = 0;
  bool folk = false;  // a demonym or adjective: "Afghan"
  float found = 0;    // how sure it is that this names a place, as log-odds
  std::vector<PlaceCandidate> candidates;
  PlaceIndex place = no_place;      // the one that is meant; no_place: none stands out
  float score = 0;                  // of the likeliest candidate, 0 to 1
  std::vector<RankedPlace> ranked;  // likeliest first, at most five
};

// In the text's order, not overlapping, resolved. Where a model read names, its places are taken and its
// people and bodies are not; else rules alone tell. Linear in words for finding; for telling, at most
// 60 names times 20 candidates are compared with one another.
std::vector<Toponym> find_toponyms(const Analysis& analysis, const Gazetteer& gazetteer);

// Tells which place each means: fills `place` and `score`.
void resolve_toponyms(const Analysis& analysis, const Gazetteer& gazetteer, std::vector<Toponym>& toponyms);

}  // namespace sitrep
