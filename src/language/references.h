// Who is meant again: references to the same person, body or group of people through a document.
//
//   "the National Defence Front (NDF) ... The Front denied it ... its spokesman, Lars Ek ... Ek said"
//     e1: the National Defence Front, NDF, The Front, its;  e2: its spokesman, Lars Ek, Ek
//
// By rules, the surest first, each working on what the former ones joined: names that are alike, short
// forms and acronyms; appositions; descriptions with the same noun; pronouns, by number, gender and how
// near and how prominent what they may mean is.
#pragma once

#include <string_view>
#include <vector>

#include "language/syntax.h"

namespace sitrep {

// References that mean what another reference means too, in order of their heads; entities are numbered
// in order of their first reference. Looks back a bounded number of references, so time is linear.
std::vector<Reference> find_references(const Syntax& syntax, std::string_view text);

}  // namespace sitrep
