// Who says what: words of saying with their speaker, and the words they govern.
//
//   “We will stay,” said Ida Holm, the mayor.        the quotation, of Ida Holm
//   Holm said on Monday that the road was open.      that the road was open; said Monday
//   The road, Holm said, was open.                   both pieces
//   According to residents, nine people died.        nine people died
//   Police said that witnesses saw smoke.            two: the words of police, and in them those of witnesses
//   “It is quiet.” (after a quotation of Holm's)     continues: nobody is named
//
// By the document's syntax (tree_speech.h) where a model read it, else by words alone (word_speech.h).
#pragma once

#include <vector>

#include "mentions/mention.h"

namespace sitrep {

// Speech that a claim may rest on: said, not thought; of somebody told; neither denied to have been said nor
// only possible or wanted. In the text's order, at most `count_max`. Linear in the text.
std::vector<SpeechMention> find_speech(const Analysis& analysis, std::size_t count_max);

// All attributions: also attitudes, words that nobody is told to have said ("reportedly"), "did not say",
// "would say", and what stands inside quotations. Without syntax the same as find_speech.
std::vector<SpeechMention> find_attributions(const Analysis& analysis, std::size_t count_max);

}  // namespace sitrep
