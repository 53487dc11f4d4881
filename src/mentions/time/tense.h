// Whether the words around a time speak of what was or of what will be.
//
//   "Talks will resume on Friday"            future
//   "said on Friday that talks will resume"  past: the nearest verb before it tells
#pragma once

#include <cstddef>

#include "mentions/time/pieces.h"

namespace sitrep::timex {

// For the time at pieces [first, last). Looks no further than its sentence, and a bounded way.
VerbTime tense_around(const Pieces& pieces, std::size_t first, std::size_t last);

}  // namespace sitrep::timex
