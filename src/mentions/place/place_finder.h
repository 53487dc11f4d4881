// Names of places in a report: which place each means, where that is, and what the words around it say.
//
//   "Shells fell 80 km north of Kabul"   Kabul, AF: a point north of it, within some 35 km; something is
//   there "Washington said it would help"      Washington, US: those who govern there speak "in Kunduz,
//   Afghanistan"             two places, the second said of the first
//
// What names mean is told for a report together (toponyms.h), with its dateline and its outlet's country. A
// name that could be several places, none of them likely enough, stays unresolved with its candidates.
#pragma once

#include <string>
#include <vector>

#include "lexicon/gazetteer.h"
#include "mentions/mention.h"
#include "text/note.h"

namespace sitrep {

// In the text's order, not overlapping. Views in them live as long as `gazetteer` and the document. Linear in
// the words; a bounded number of names is weighed against each other.
std::vector<PlaceMention> find_places(const Analysis& analysis, const Gazetteer& gazetteer);

// The same with Gazetteer::world(); nothing where that cannot be opened.
std::vector<PlaceMention> find_places(const Analysis& analysis);

// A note for each name of which it could not be told where it is, once a report: what it may be.
std::vector<Note> notes_on_places(const Analysis& analysis, const std::vector<PlaceMention>& places);

// For tables of tests and for people: "Kabul AF/Kabul away 80000 m 0 deg site". What is not known is left
// out.
std::string dump_line(const PlaceMention& mention);

}  // namespace sitrep
