// Who says what: words of saying with their speaker, and the words they govern.
//
//   “We will stay,” said Ida Holm, the mayor.        the quotation, of Ida Holm
//   Holm said on Monday that the road was open.      that the road was open; said Monday
//   The road, Holm said, was open.                   both pieces
//   According to residents, nine people died.        nine people died
//   “It is quiet.” (after a quotation of Holm's)     continues: nobody is named
//
// A word of saying without a speaker in its own clause is left alone, and so is one inside a quotation
// or inside the words of somebody else ("Holm said residents had told her ..."). Linear in the text.
#pragma once

#include <vector>

#include "mentions/mention.h"

namespace sitrep {

// In the text's order, at most `count_max`.
std::vector<SpeechMention> find_speech(const Analysis& analysis, std::size_t count_max);

}  // namespace sitrep
