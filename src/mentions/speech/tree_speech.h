// Attributions as mentions, by the document's syntax: tree_attribution.h finds them, tree_speaker.h reads who
// speaks; here the rest is told: pieces of words, channels, day, anonymity and its reason, who only passed it
// on.
#pragma once

#include <vector>

#include "mentions/mention.h"
#include "mentions/speech/quotes.h"

namespace sitrep {

// `analysis` has a syntax. Adds to `found`, at most up to `count_max`; marks the quotations that are spoken
// for. `all`: as find_attributions, else as find_speech.
void find_speech_by_trees(const Analysis& analysis, Quotes& quotes, std::size_t count_max, bool all,
                          std::vector<SpeechMention>& found);

}  // namespace sitrep
