// A claim's source, from an utterance.
#pragma once

#include <vector>

#include "discourse/discourse.h"
#include "record/record.h"

namespace sitrep {

// `because` gains why each value of the source is what it is.
Source source_of(const Analysis& analysis, const Utterance& utterance, std::vector<Derivation>& because);

// The report itself.
Source outlet_source(std::vector<Derivation>& because);

}  // namespace sitrep
