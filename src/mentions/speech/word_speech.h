// Attributions by words alone, for texts that no model read (speech_finder.h chooses).
//
// A word of saying without a speaker in its own clause is left alone, and so is one inside a quotation
// or inside the words of somebody else ("Holm said residents had told her ..."). Linear in the text.
#pragma once

#include <vector>

#include "mentions/mention.h"
#include "mentions/speech/quotes.h"

namespace sitrep {

// Adds to `found`; marks the quotations that are spoken for. Stops at `count_max`.
void find_speech_by_words(const Analysis& analysis, Quotes& quotes, std::size_t count_max,
                          std::vector<SpeechMention>& found);

}  // namespace sitrep
