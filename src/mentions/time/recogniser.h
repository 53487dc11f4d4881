// Recogniser: times as patterns over pieces. Patterns are small functions that read on from a place and
// say whether they could; each names its examples. No pattern looks further than a few pieces, so the whole
// is linear in the text.
#pragma once

#include <optional>
#include <vector>

#include "mentions/time/expression.h"
#include "mentions/time/pieces.h"

namespace sitrep::timex {

// In the text's order, not overlapping.
std::vector<Expression> recognise(const Pieces& pieces);

}  // namespace sitrep::timex
