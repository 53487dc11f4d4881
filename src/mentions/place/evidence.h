// What a report's metadata says about where its places are: the country of the outlet, the place of the
// dateline.
#pragma once

#include <string>

#include "lexicon/gazetteer.h"
#include "text/publication.h"

namespace sitrep {

// The alpha-2 code of the country that the outlet is of, by its name ("The Times of India", "Kyiv Post") or
// its address (".co.ke"); empty where neither tells. Addresses that are sold to anybody (".io", ".tv") tell
// nothing.
std::string outlet_country(const Publication& publication, const Gazetteer& gazetteer);

}  // namespace sitrep
