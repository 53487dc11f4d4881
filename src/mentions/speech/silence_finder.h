// Who did not speak, and what could not be checked.
//
//   "The ministry has not commented on the raid."              no_comment, the ministry
//   "Holm could not be reached."                               unreachable, Holm
//   "The toll could not be independently verified."            could_not_verify, the report itself
//
// Linear in the text.
#pragma once

#include <vector>

#include "mentions/mention.h"

namespace sitrep {

// In the text's order, at most `count_max`.
std::vector<SilenceMention> find_silences(const Analysis& analysis, std::size_t count_max);

}  // namespace sitrep
